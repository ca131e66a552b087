import { createServer, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { type Serving, serveFolder } from "../serve-folder.ts";

/**
 * Serves a built site with gzip, as hosts do. Lighthouse counts the bytes that are sent, so a site
 * served without compression would seem slower than it is.
 */
export async function serveCompressed(
  folder: string,
  base: string,
): Promise<Pick<Serving, "address" | "close">> {
  const plain = await serveFolder(folder, { port: 0, base });
  const server = createServer((request, response) => {
    pass(new URL(request.url ?? "/", plain.address), response).catch(() => {
      response.writeHead(502);
      response.end();
    });
  });
  const port = await new Promise<number>((done) => {
    server.listen(0, "localhost", () => {
      const address = server.address();
      done(typeof address === "object" && address ? address.port : 0);
    });
  });
  return {
    address: plain.address.replace(`:${plain.port}/`, `:${port}/`),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await plain.close();
    },
  };
}

async function pass(source: URL, response: ServerResponse): Promise<void> {
  const answer = await fetch(source, { redirect: "manual" });
  const body = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get("content-type") ?? "";
  const location = answer.headers.get("location");
  const isText = /^text\/|json|javascript|xml|manifest|wasm/.test(type);
  response.writeHead(answer.status, {
    "Content-Type": type,
    ...(location === null ? {} : { Location: location }),
    ...(isText ? { "Content-Encoding": "gzip" } : {}),
  });
  response.end(isText ? gzipSync(body) : body);
}
