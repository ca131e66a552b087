import { join, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import { isRunnableDevEnvironment, type ViteDevServer } from "vite";
import { type Workspace, workspaceAt } from "../../workspace/paths.ts";
import { forgetMessages } from "./build-report.ts";
import { serveLastIndex } from "./last-index.ts";
import { isLoaded } from "./paper-loader.ts";
import { serveFiles } from "./serve-files.ts";

type RefreshContent = Parameters<
  NonNullable<AstroIntegration["hooks"]["astro:server:setup"]>
>[0]["refreshContent"];

/** What a change to a file of the workspace requires: new entries, or only new pages. */
type Change = "entries" | "pages";

/**
 * Keeps Astro's development server up to date with the workspace. `ingest` updates the entries. It
 * runs after a change to the files that entries are made from, and never twice at once.
 */
export function livePreview({ ingest }: { ingest: () => Promise<unknown> }): AstroIntegration {
  let workspace: Workspace;
  return {
    name: "offprint:live-preview",
    hooks: {
      "astro:config:setup": async ({ config, addWatchFile, updateConfig, isRestart }) => {
        workspace = workspaceAt(fileURLToPath(config.root));
        // The settings are part of Astro's configuration, so Astro starts again when they change.
        addWatchFile(workspace.siteFile);
        if (isRestart) await ingest();
        const ignored = [".cache", "dist", ".dist.offprint-*"].map((name) =>
          join(workspace.root, name, "**"),
        );
        updateConfig({ vite: { server: { watch: { ignored } } } });
      },
      "astro:server:setup": ({ server, refreshContent, logger }) => {
        server.middlewares.use(serveFiles());
        server.middlewares.use(serveLastIndex(workspace, server.config.base));
        const renew = oneAtATime(async () => {
          await ingest();
          await readAgain(refreshContent);
        }, logger);
        // Astro writes the store a moment after the entries have been read.
        const store = join(workspace.root, ".astro/data-store.json");
        server.watcher.on("all", (_, path) => {
          const change = path === store ? "pages" : changeAt(workspace, path);
          if (change === undefined) return;
          showAgain(server, workspace);
          if (change === "entries") renew();
        });
      },
    },
  };
}

/** What a changed file requires; undefined for files that Vite and Astro watch themselves. */
function changeAt(workspace: Workspace, path: string): Change | undefined {
  const { seeds, notes, pages, components, topicsFile, removedFile } = workspace;
  const isIn = (folder: string) => path.startsWith(folder + sep);
  if (isIn(seeds) || isIn(notes) || [topicsFile, removedFile].includes(path)) return "entries";
  return isIn(pages) || isIn(components) ? "pages" : undefined;
}

/** How long Astro may read its configuration of the content, and the pause between tries, in milliseconds. */
const longestSkip = 30_000;
const pause = 100;

/**
 * Reads the entries into Astro's store. While Astro reads its configuration of the content, it skips
 * this without a word, so it is repeated until the loader has run. If it cannot read its configuration,
 * it prints the error itself.
 */
async function readAgain(refresh: RefreshContent | undefined): Promise<void> {
  const context: Record<string, unknown> = {};
  for (let waited = 0; waited < longestSkip; waited += pause) {
    await refresh?.({ context });
    if (isLoaded(context)) return;
    await setTimeout(pause);
  }
}

/** Clears what the server has cached from the workspace, and reloads open pages. */
function showAgain(server: ViteDevServer, { root }: Workspace): void {
  forgetMessages();
  const own = [join(root, "src"), join(root, "content")].map((folder) =>
    `${folder}/`.replaceAll("\\", "/"),
  );
  const isOwn = (id: string | null) => id !== null && own.some((folder) => id.startsWith(folder));
  for (const environment of Object.values(server.environments)) {
    if (!isRunnableDevEnvironment(environment)) continue;
    const { moduleGraph, runner, hot } = environment;
    for (const [id, module] of moduleGraph.idToModuleMap) {
      if (isOwn(id)) moduleGraph.invalidateModule(module);
    }
    for (const [id, module] of runner.evaluatedModules.idToModuleMap) {
      if (isOwn(id)) runner.evaluatedModules.invalidateModule(module);
    }
    // Astro keeps the paths of dynamic routes until the content changes.
    hot.send("astro:content-changed", {});
  }
  server.environments.client.hot.send({ type: "full-reload", path: "*" });
}

/**
 * Runs a task after each call, but never twice at once: calls during a run start one more run
 * afterwards. A run that fails is reported, and the next call starts another one.
 */
function oneAtATime(work: () => Promise<void>, logger: AstroIntegrationLogger): () => void {
  let running = false;
  let again = false;
  const start = async () => {
    running = true;
    while (again) {
      again = false;
      await work().catch((error: unknown) => logger.error(String(error)));
    }
    running = false;
  };
  return () => {
    again = true;
    if (!running) void start();
  };
}
