import sirv from "sirv";
import type { Connect } from "vite";
import { unregisteringWorker } from "../../client/offline/unregister-worker.ts";
import { isSearchPath } from "../../search/engine/paths.ts";

/**
 * Serves the search index of a preview: each file from the first of these folders that has it. The service worker that it serves removes the one of an earlier site at the
 * same address.
 */
export function serveIndex(
  base: string,
  folders: () => readonly string[],
): Connect.NextHandleFunction {
  const prefix = base.replace(/\/+$/, "");
  const servers = new Map<string, ReturnType<typeof sirv>>();
  const serverOf = (folder: string) => {
    const known = servers.get(folder) ?? sirv(folder, { dev: true });
    servers.set(folder, known);
    return known;
  };
  return (request, response, next) => {
    const url = request.url ?? "/";
    const path = url.startsWith(`${prefix}/`) ? url.slice(prefix.length) : url;
    if (path === "/service-worker.js") {
      response.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-store" });
      response.end(unregisteringWorker);
      return;
    }
    if (!isSearchPath(path.replace(/^\/|\?.*$/g, ""))) return next();
    request.url = path;
    const tryAll = ([folder, ...others]: readonly string[]): void => {
      if (folder === undefined) {
        response.writeHead(404);
        response.end();
      } else serverOf(folder)(request, response, () => tryAll(others));
    };
    tryAll(folders());
  };
}
