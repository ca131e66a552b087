import { createServer, type Server, type ServerResponse } from "node:http";
import sirv from "sirv";

/**
 * A server that can be stopped and started at the same address, switched to another build, and made to
 * misbehave: `hang` never responds, `portal` responds to everything with a page of its own, `broken`
 * with an error; `one` sends one pack and never the others; `breaks` sends two and drops the
 * connection at the others.
 */
export interface UnsteadySite {
  address: string;
  folder: string;
  mood: "well" | "hang" | "portal" | "one" | "breaks" | "broken";
  /** Paths under the base that were requested since `requests` was emptied. */
  requests: string[];
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function unsteadySite(folder: string, base = "/"): Promise<UnsteadySite> {
  let server: Server;
  let port = 0;
  const site: UnsteadySite = {
    address: "",
    folder,
    mood: "well",
    requests: [],
    start: async () => {
      server = createServer((request, response) => {
        const path = (request.url ?? "/").slice(base.length);
        site.requests.push(path);
        if (site.mood === "hang") return;
        if (site.mood === "portal") return page(response, 200, "<title>Please log in</title>");
        if (site.mood === "broken") return page(response, 503, "<title>Out of order</title>");
        if (site.mood === "one" && path.endsWith(".pack") && packs(site) > 1) return;
        if (site.mood === "breaks" && path.endsWith(".pack") && packs(site) > 2) {
          return request.socket.destroy();
        }
        request.url = `/${path}`;
        // `dev`, so that sirv does not cache files across builds.
        sirv(site.folder, { dev: true })(request, response, () => notFound(response));
      });
      await new Promise<void>((done) => server.listen(port, "localhost", done));
      const address = server.address();
      port = typeof address === "object" && address ? address.port : port;
      site.address = `http://localhost:${port}${base}`;
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  await site.start();
  return site;
}

const packs = ({ requests }: UnsteadySite) =>
  requests.filter((path) => path.endsWith(".pack")).length;

function notFound(response: ServerResponse): void {
  page(response, 404, "<title>Not found</title>");
}

function page(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" });
  response.end(html);
}
