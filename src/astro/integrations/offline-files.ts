import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unregisteringWorker } from "../../client/offline/unregister-worker.ts";
import { workspaceAt } from "../../workspace/paths.ts";
import { readSite } from "../../workspace/read-site.ts";
import { isOpenedAsFiles } from "./as-files.ts";
import type { SiteConfig, SitePart } from "./site-part.ts";

/**
 * Writes the files for reading offline after the rest of the site: the service worker, the packs of
 * all files, and the list of them.
 */
export function offlineFiles(): SitePart {
  let config: SiteConfig | undefined;
  return {
    name: "offprint:offline-files",
    hooks: {
      "astro:config:done": (done) => {
        config = done.config;
      },
      "astro:build:done": async ({ dir }) => {
        if (!config) return;
        const root = fileURLToPath(config.root);
        const folder = fileURLToPath(dir);
        if (isOpenedAsFiles()) {
          await rm(join(folder, "offline"), { recursive: true, force: true });
          return;
        }
        const site = readSite(workspaceAt(root)).value;
        if (site?.offline === false) {
          await rm(join(folder, "offline"), { recursive: true, force: true });
          await writeFile(join(folder, "service-worker.js"), unregisteringWorker);
          return;
        }
        const { writeOfflineFiles } = await import("../offline-site.ts");
        await writeOfflineFiles(folder, {
          root,
          base: config.base,
          language: site?.language ?? "en",
        });
      },
    },
  };
}
