import { cp, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defined } from "../../schemas/defined.ts";
import { noSearchIndex, report } from "../../schemas/rules.ts";
import { filesUnder } from "../../workspace/files-under.ts";
import { hasCode } from "../../workspace/system-error.ts";
import { giveFile } from "../../workspace/unchanged/last-pages.ts";
import { besidePages, startBesidePages, stopBesidePages } from "./beside-pages.ts";
import { reportMessages } from "./build-report.ts";
import { keptFiles } from "./kept-files.ts";
import { configuredPart, type SitePart } from "./site-part.ts";

/**
 * Writes the search index when the site is built: from the entries, not from the pages, and in a process
 * beside them. If that fails, the site is built without it, and the failure is reported.
 */
export function pagefindIndex(): SitePart {
  return configuredPart("offprint:pagefind-index", (settled) => ({
    "astro:build:start": () => beginIndex(fileURLToPath(settled().root)),
    "astro:build:done": async ({ dir }) => {
      const root = fileURLToPath(settled().root);
      try {
        const written = await besidePages()?.search;
        if (!written) return;
        reportMessages(written.messages);
        const folder = fileURLToPath(dir);
        takeSame(written.same, folder);
        await moveFiles(madeIn(root), folder);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        reportMessages([report(noSearchIndex, { reason }, { file: "dist/search/" })]);
      } finally {
        stopBesidePages();
        await rm(madeIn(root), { recursive: true, force: true });
      }
    },
  }));
}

/** Starts what is made beside the pages, unless this build has started it before its bundles were ready. */
export async function beginIndex(root: string): Promise<void> {
  if (besidePages()) return;
  const folder = madeIn(root);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  startBesidePages(root, folder, defined({ lastSite: keptFiles()?.folder }));
}

function madeIn(root: string): string {
  return join(root, ".cache/beside");
}

/** Takes files from the last site. */
function takeSame(paths: readonly string[], folder: string): void {
  const last = keptFiles();
  for (const path of paths) {
    if (!last || !giveFile(path, last.folder, folder)) {
      throw new Error(`${path} is no longer in the last site`);
    }
    last.paths.add(path);
  }
}

/** Moves the files of a folder into another one, which may have folders of the same names. */
async function moveFiles(from: string, to: string): Promise<void> {
  const files = filesUnder(from);
  for (const folder of new Set(files.map((path) => dirname(join(to, path))))) {
    await mkdir(folder, { recursive: true });
  }
  for (const path of files) {
    await rename(join(from, path), join(to, path)).catch((error: unknown) => {
      // The site may be on another disk.
      if (!hasCode(error, "EXDEV")) throw error;
      return cp(join(from, path), join(to, path));
    });
  }
}
