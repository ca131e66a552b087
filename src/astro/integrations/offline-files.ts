import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unregisteringWorker } from "../../client/offline/unregister-worker.ts";
import { workspaceAt } from "../../workspace/paths.ts";
import { readSite } from "../../workspace/read-site.ts";
import { isOpenedAsFiles } from "./as-files.ts";
import { configuredPart, type SitePart } from "./site-part.ts";

/**
 * Writes the files for reading offline after the rest of the site: the service worker, the packs of
 * all files, and the list of them.
 */
export function offlineFiles(): SitePart {
  return configuredPart("offprint:offline-files", (settled) => ({
    "astro:build:done": async ({ dir }) => {
      const config = settled();
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
  }));
}
