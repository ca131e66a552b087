import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "node-html-parser";
import { unregisteringWorker } from "../../client/offline/unregister-worker.ts";
import { workspaceAt } from "../../workspace/paths.ts";
import { readSite } from "../../workspace/read-site.ts";
import { isOpenedAsFiles } from "./as-files.ts";
import { bundleRecord, watchBundles } from "./bundle-record.ts";
import { interfaceStrings } from "./interface-language.ts";
import { writePacks } from "./offline-packs.ts";
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
        await writeOfflineFiles(folder, {
          root,
          base: config.base,
          language: site?.language ?? "en",
        });
      },
    },
  };
}

/** Writes the packs, their list and the worker for an otherwise complete site. */
export async function writeOfflineFiles(
  folder: string,
  { root, base, language }: { root: string; base: string; language: string },
): Promise<void> {
  const { build: id } = await writePacks(folder);
  const shell = await shellOf(folder, base);
  await writeFile(
    join(folder, "service-worker.js"),
    await bundledWorker({ root, language }, id, shell),
  );
}

/** Pages that work offline even if nobody opened them: the download's state and a reader's lists. */
const shellPages = ["offline/", "offline/missing/", "saved/", "new/", "shared/"];

/** These pages, and every file that they load. */
async function shellOf(folder: string, base: string): Promise<string[]> {
  const root = base.endsWith("/") ? base : `${base}/`;
  const paths = new Set<string>();
  for (const page of shellPages) {
    paths.add(page);
    const html = parse(await readFile(join(folder, page, "index.html"), "utf8"));
    for (const element of html.querySelectorAll("link[href], script[src]")) {
      if (element.getAttribute("rel") === "canonical") continue;
      const target = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
      if (target.startsWith(root)) paths.add(target.slice(root.length));
    }
  }
  // Scripts import each other, and style sheets name fonts.
  for (const path of paths) {
    if (!/\.(?:js|css)$/.test(path)) continue;
    const text = await readFile(join(folder, path), "utf8");
    for (const [name = ""] of text.matchAll(
      /(?<=\b_astro\/|["'`(]\.\/)[\w.@-]+\.(?:js|css|woff2)/g,
    )) {
      paths.add(`_astro/${name}`);
    }
  }
  return [...paths].sort();
}

/** The worker of a build, with what it has to know of its site: the build's name and the files that it always has. */
async function bundledWorker(
  options: { root: string; language: string },
  id: string,
  shell: string[],
): Promise<string> {
  const record = bundleRecord();
  record.worker ??= await bundleWorker(options);
  const given = { OFFPRINT_BUILD: id, OFFPRINT_SHELL: shell };
  const lines = Object.entries(given).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `const ${lines.join(",")};\n${record.worker}`;
}

/** The code of all workers in a language. */
async function bundleWorker({
  root,
  language,
}: {
  root: string;
  language: string;
}): Promise<string> {
  // Most builds have a worker that an earlier one bundled.
  const { build } = await import("vite");
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [interfaceStrings(root, language), watchBundles()],
    build: {
      write: false,
      rollupOptions: {
        input: join(root, "src/client/offline/worker.ts"),
        output: { format: "iife", entryFileNames: "service-worker.js" },
      },
    },
  });
  const chunks = [result].flat().flatMap((one) => ("output" in one ? one.output : []));
  const worker = chunks.find((chunk) => chunk.type === "chunk");
  if (!worker) throw new Error("Vite made no service worker of src/client/offline/worker.ts");
  return worker.code;
}
