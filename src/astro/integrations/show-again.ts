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

/** Lets a server ask for the paths of dynamic routes again, which Astro keeps, and reloads open pages. */
export function showAgain(server: ViteDevServer, path = "*"): void {
  for (const environment of Object.values(server.environments)) {
    if (isRunnableDevEnvironment(environment)) environment.hot.send("astro:content-changed", {});
  }
  server.environments.client.hot.send({ type: "full-reload", path });
}
