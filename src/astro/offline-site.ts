import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { bundleRecord } from "./integrations/bundle-record.ts";
import { partitionsOfPacks } from "./integrations/cut-packs.ts";
import { madePacks, writePacks } from "./integrations/offline-packs.ts";
import { paperDates } from "./integrations/paper-dates.ts";
import { bundleWorker } from "./offline-worker.ts";

/** Writes the packs, their list and the worker for an otherwise complete site. */
export async function writeOfflineFiles(
  folder: string,
  { root, base, language }: { root: string; base: string; language: string },
): Promise<void> {
  const { build: id } = await writePacks(folder, partitionsOfPacks(paperDates()), madePacks());
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
  // Scripts import each other, and style sheets name fonts, some by a name alone.
  const bundled = new Set(await readdir(join(folder, "_astro")));
  for (const path of paths) {
    if (!/\.(?:js|css)$/.test(path)) continue;
    const text = await readFile(join(folder, path), "utf8");
    for (const [name = ""] of text.matchAll(
      /(?<=\b_astro\/|["'`(](?:\.\/)?)[\w.@-]+\.(?:js|css|woff2)/g,
    )) {
      if (bundled.has(name)) paths.add(`_astro/${name}`);
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
