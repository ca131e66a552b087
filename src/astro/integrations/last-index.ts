import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";
import type { Connect } from "vite";
import { unregisteringWorker } from "../../client/offline/unregister-worker.ts";
import { isSearchPath, searchRoot } from "../../search/engine/paths.ts";
import type { Workspace } from "../../workspace/paths.ts";

/** When the search index of the last build was written; undefined where there is none. */
export function lastIndexTime({ root }: Pick<Workspace, "root">): Date | undefined {
  const file = join(root, "dist", searchRoot);
  return existsSync(file) ? statSync(file).mtime : undefined;
}

/**
 * Serves the search index of the last build, so that a preview can search. The service worker that
 * it serves removes the one of an earlier site at the same address.
 */
export function serveLastIndex(
  { root }: Pick<Workspace, "root">,
  base: string,
): Connect.NextHandleFunction {
  const prefix = base.replace(/\/+$/, "");
  const files = sirv(join(root, "dist"), { dev: true });
  return (request, response, next) => {
    const url = request.url ?? "/";
    const path = url.startsWith(`${prefix}/`) ? url.slice(prefix.length) : url;
    if (path === "/service-worker.js") {
      response.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-store" });
      response.end(unregisteringWorker);
    } else if (isSearchPath(path.replace(/^\/|\?.*$/g, ""))) {
      request.url = path;
      files(request, response, () => {
        response.writeHead(404);
        response.end();
      });
    } else next();
  };
}
