import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import type { ViteDevServer } from "vite";
import { type Workspace, workspaceAt } from "../../workspace/paths.ts";
import { describeError } from "../../workspace/system-error.ts";
import { sourcesChanged } from "../made-once.ts";
import { forgetMessages } from "./build-report.ts";
import { type EntryFiles, watchEntries } from "./changed-entries.ts";
import { type Change, changeAt } from "./preview-changes.ts";
import { type PreviewSearch, previewSearch } from "./preview-search.ts";
import { serveFiles } from "./serve-files.ts";
import { loadAgain, showAgain, watchRequests } from "./show-again.ts";

/** The integration, and what ends its processes. */
type LivePreview = AstroIntegration & { stop: () => void };

/**
 * Keeps Astro's development server up to date with the workspace. `ingest` updates the entries. It
 * runs after a change to the files that entries are made from, and never twice at once.
 */
export function livePreview({ ingest }: { ingest: () => Promise<unknown> }): LivePreview {
  let workspace: Workspace;
  let entries: EntryFiles | undefined;
  let search: PreviewSearch | undefined;
  let reload = () => {};
  return {
    name: "offprint:live-preview",
    stop: () => search?.stop(),
    hooks: {
      "astro:config:setup": ({ config, addWatchFile, updateConfig }) => {
        workspace = workspaceAt(fileURLToPath(config.root));
        // The settings are part of Astro's configuration, so Astro starts again when they change.
        addWatchFile(workspace.siteFile);
        const ignored = [".cache", "dist", ".dist.offprint-*"].map((name) =>
          join(workspace.root, name, "**"),
        );
        updateConfig({ vite: { server: { watch: { ignored } } } });
      },
      "astro:server:setup": ({ server, logger }) => {
        const { base } = server.config;
        reload = () => showAgain(server, () => {}, "/search/index.html");
        search ??= previewSearch(workspace.root, () => reload());
        search.renew();
        entries ??= watchEntries(workspace);
        watchRequests(server);
        server.middlewares.use(serveFiles());
        server.middlewares.use(search.serve(base));
        follow({ server, workspace, logger, ingest, entries, search });
      },
    },
  };
}

interface Followed {
  server: ViteDevServer;
  workspace: Workspace;
  logger: AstroIntegrationLogger;
  ingest: () => Promise<unknown>;
  entries: EntryFiles;
  search: PreviewSearch;
}

/** Shows every change in the workspace on the server's pages. */
function follow({ server, workspace, logger, ingest, entries, search }: Followed): void {
  const read = oneAtATime(() => showEntries(server, entries, search), logger);
  const renew = oneAtATime(async () => {
    await ingest();
    read();
  }, logger);
  // The server starts again after a change to the settings. At first, this finds nothing new, but the process of the
  // ingest has loaded its code by the first change.
  renew();
  server.watcher.on("all", (_, path) => {
    const change = changeAt(workspace, path);
    if (!change) return;
    show(server, workspace, path, change);
    if (change.ingest) renew();
    if (change.entries) read();
    if (change.search) search.renew();
  });
}

/** Clears what the server knows of a changed file, and reloads open pages if that can show the change. */
function show(
  server: ViteDevServer,
  { root }: Workspace,
  path: string,
  { sources = [], modules }: Change,
): void {
  forgetMessages(posix(path.slice(root.length + 1)));
  if (sources.length === 0 && modules === undefined) return;
  const at = (name: string) => posix(join(root, name));
  const [own, changed] = [[at("src/"), at("content/")], new Set([posix(path), at(modules ?? "")])];
  showAgain(server, () => {
    sourcesChanged(...sources);
    loadAgain(server, (id) =>
      modules === "all"
        ? own.some((folder) => id.startsWith(folder))
        : changed.has(id.replace(/\?.*$/, "")),
    );
  });
}

/** Shows the entries that have changed. */
async function showEntries(
  server: ViteDevServer,
  entries: EntryFiles,
  search: PreviewSearch,
): Promise<void> {
  const ids = await entries.readChanged();
  if (ids.length === 0) return;
  for (const id of ids) forgetMessages(`papers/${id}`);
  showAgain(server, () => sourcesChanged("papers"));
  search.renew();
}

function posix(path: string): string {
  return path.replaceAll("\\", "/");
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
      await work().catch((error: unknown) => logger.error(describeError(error)));
    }
    running = false;
  };
  return () => {
    again = true;
    if (!running) void start();
  };
}
