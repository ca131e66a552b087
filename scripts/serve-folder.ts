import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import sirv, { type RequestHandler } from "sirv";
import { unregisteringWorker } from "../src/client/offline/unregister-worker.ts";

/** A running server. `moved` is true if the port asked for was in use. */
export interface Serving {
  address: string;
  port: number;
  moved: boolean;
  close: () => Promise<void>;
}

const portsTried = 20;

/**
 * Serves a built site under its base path, on this machine only, as a static host would: a folder's
 * index.html for the folder, 404.html for unknown addresses. Uses the next free port if the one asked
 * for is in use; 0 is any free port. An `unregistering` worker removes that of an earlier site here.
 * `compressed`: a file that lies beside another one, with ".gz" at the end, is sent in its place.
 */
export async function serveFolder(
  folder: string,
  {
    port,
    base = "/",
    worker = "built",
    compressed = false,
  }: {
    port: number;
    base?: string;
    worker?: "built" | "unregistering";
    compressed?: boolean;
  },
): Promise<Serving> {
  const prefix = base.replace(/\/+$/, "");
  const currentSite = siteIn(folder, compressed);
  const server = createServer((request, response) => {
    const { files, notFound } = currentSite();
    const missing = () => {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      response.end(notFound);
    };
    const url = request.url ?? "/";
    if (!(url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`))) {
      return missing();
    }
    const [path = "", query] = url.slice(prefix.length).split("?");
    if (worker === "unregistering" && path === "/service-worker.js") {
      response.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-store" });
      return response.end(unregisteringWorker);
    }
    // Hosts redirect a folder's address without a slash; sirv would serve the page there.
    const page = path.endsWith("/") ? undefined : folderAt(folder, path);
    if (page !== undefined) {
      const target = `${prefix}/${page}${page === "" ? "" : "/"}`;
      const asked = query === undefined ? "" : `?${query}`;
      response.writeHead(301, { Location: target + asked });
      return response.end();
    }
    request.url = url.slice(prefix.length) || "/";
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

/** What a folder has now. Builds replace the folder while it is served. */
function siteIn(folder: string, gzip: boolean): () => { files: RequestHandler; notFound: Buffer } {
  const read = () => ({
    version: versionOf(folder),
    files: sirv(folder, { etag: true, gzip }),
    notFound: readFileSync(join(folder, "404.html")),
  });
  let site = read();
  return () => {
    const isWhole = existsSync(join(folder, "404.html"));
    if (isWhole && versionOf(folder) !== site.version) site = read();
    return site;
  };
}

function versionOf(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.mtimeMs}`;
}

/** The folder that an address without a slash names, if it has a page and is inside the site. */
function folderAt(folder: string, path: string): string | undefined {
  // An empty segment would redirect to "//host", and browsers read a backslash as a slash.
  const parts = path.split("/").slice(1);
  if (parts.some((part) => part === "" || part.includes("\\"))) return undefined;
  const inside = pathOf(parts);
  return inside !== undefined && existsSync(join(folder, inside, "index.html"))
    ? parts.join("/")
    : undefined;
}

function pathOf(parts: string[]): string | undefined {
  try {
    const decoded = parts.map(decodeURIComponent);
    return decoded.some((part) => /^\.{1,2}$|[/\\\0]/.test(part)) ? undefined : join(...decoded);
  } catch {
    return undefined;
  }
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
