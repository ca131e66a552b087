import type { ServerResponse } from "node:http";
import { type EnvironmentModuleNode, isRunnableDevEnvironment, type ViteDevServer } from "vite";

/**
 * Lets a server load modules again, with all that import them. `isChanged` says by their ids, which have
 * slashes, which ones have changed.
 */
export function loadAgain(server: ViteDevServer, isChanged: (id: string) => boolean): void {
  for (const environment of Object.values(server.environments)) {
    if (!isRunnableDevEnvironment(environment)) continue;
    const { moduleGraph, runner } = environment;
    const importers = new Set<EnvironmentModuleNode>();
    for (const [id, module] of moduleGraph.idToModuleMap) {
      if (isChanged(id)) moduleGraph.invalidateModule(module, importers, Date.now(), true);
    }
    const ids = new Set([...importers].map(({ id }) => id));
    for (const [id, module] of runner.evaluatedModules.idToModuleMap) {
      if (ids.has(id)) runner.evaluatedModules.invalidateModule(module);
    }
  }
}

/** The requests that servers are answering. */
const answering = new WeakMap<ViteDevServer, Set<ServerResponse>>();

/** Knows the requests that a server is answering from now on. */
export function watchRequests(server: ViteDevServer): void {
  const open = new Set<ServerResponse>();
  answering.set(server, open);
  server.middlewares.use((_, response, next) => {
    open.add(response);
    response.once("close", () => open.delete(response));
    next();
  });
}

/**
 * Shows a change: `forget` drops what the server knows of it, and open pages are reloaded. The requests that are
 * being answered may have read the former state, and what they made of it is kept when they end. So all of this is
 * done again then.
 */
export function showAgain(server: ViteDevServer, forget: () => void, path = "*"): void {
  const show = () => {
    forget();
    forgetPaths(server);
    server.environments.client.hot.send({ type: "full-reload", path });
  };
  show();
  const open = [...(answering.get(server) ?? [])];
  if (open.length === 0) return;
  const ended = open.map((response) => new Promise((done) => response.once("close", done)));
  void Promise.all(ended).then(show);
}

/** Lets a server ask for the paths of dynamic routes again, which Astro keeps. */
function forgetPaths(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    if (isRunnableDevEnvironment(environment)) environment.hot.send("astro:content-changed", {});
  }
}
