import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

/** A running server. `moved` tells that the port asked for was taken. */
export interface Serving {
  address: string;
  port: number;
  moved: boolean;
  close: () => Promise<void>;
}

const portsTried = 20;

/**
 * Serves a built site under its base path on this machine only, as a static host would: folders by
 * their index, unknown addresses by 404.html. Takes the next free port where one is taken; port 0
 * takes any.
 */
export async function serveFolder(
  folder: string,
  { port, base = "/" }: { port: number; base?: string },
): Promise<Serving> {
  const prefix = base.replace(/\/+$/, "");
  const notFound = readFileSync(join(folder, "404.html"));
  const files = sirv(folder, { etag: true });
  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      response.end(notFound);
    };
    const url = request.url ?? "/";
    if (!(url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`))) {
      return missing();
    }
    // Hosts redirect a folder's address without slash; sirv would answer it in place.
    const [path = "", query] = url.split("?");
    if (!path.endsWith("/") && !/\.[a-z0-9_-]+$/i.test(path)) {
      response.writeHead(301, { Location: `${path}/${query === undefined ? "" : `?${query}`}` });
      return response.end();
    }
    request.url = url.slice(prefix.length);
    files(request, response, missing);
  });
  const taken = await listen(server, port);
  return {
    address: `http://localhost:${taken}${prefix}/`,
    port: taken,
    moved: port !== 0 && taken !== port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port += 1) {
    try {
      return await listenOn(server, port);
    } catch (error) {
      const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!inUse || port >= wanted + portsTried) throw error;
    }
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "localhost", () => {
      server.off("error", failed);
      const address = server.address();
      done(typeof address === "object" && address ? address.port : port);
    });
  });
}
