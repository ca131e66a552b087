import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { AstroConfig, AstroIntegration } from "astro";
import { parse } from "node-html-parser";
import { build } from "vite";
import {
  type BuildSummary,
  type FileList,
  listedPath,
  type Pack,
  summaryPath,
} from "../../client/offline/file-list.ts";
import { unregisteringWorker } from "../../client/offline/unregister-worker.ts";
import { workspaceAt } from "../../workspace/paths.ts";
import { filesUnder } from "../../workspace/read-files.ts";
import { readSite } from "../../workspace/read-site.ts";
import { isOpenedAsFiles } from "./as-files.ts";
import { interfaceStrings } from "./interface-language.ts";
import { watchShipped } from "./licences.ts";
import { isOffered } from "./offered-files.ts";

const packSize = 512 * 1024;
const compress = promisify(gzip);

/**
 * Writes the files for reading offline after the rest of the site: the service worker, the packs of
 * all files, and the list of them.
 */
export function offlineFiles(): AstroIntegration {
  let config: AstroConfig | undefined;
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

/** How many packs are compressed at once, in threads of Node's own. */
const packsAtOnce = 4;

/** Packs the site's files, and writes the list of them and its summary. */
async function writePacks(folder: string): Promise<BuildSummary> {
  mkdirSync(join(folder, "offline"), { recursive: true });
  const packs: Promise<Pack>[] = [];
  let contents: Buffer[] = [];
  let files: Pack["files"] = [];
  let size = 0;
  const close = async () => {
    if (files.length === 0) return;
    const pack = writePack(folder, contents, files);
    // Its error is thrown where all packs are awaited.
    pack.catch(() => undefined);
    packs.push(pack);
    contents = [];
    files = [];
    size = 0;
    await packs.at(-packsAtOnce);
  };
  let pages = 0;
  let kept = 0;
  for (const path of filesUnder(folder)) {
    if (!isOffered(path, statSync(join(folder, path)).size)) continue;
    const content = readFileSync(join(folder, path));
    files.push([listedPath(path), content.length, digestOf(content)]);
    contents.push(content);
    size += content.length;
    kept += content.length;
    if (path.endsWith("index.html")) pages += 1;
    if (size >= packSize) await close();
  }
  await close();
  const list: FileList = { packs: await Promise.all(packs) };
  const text = JSON.stringify(list);
  const id = digestOf(Buffer.from(text));
  const packedList = await compress(text, { level: 9 });
  const path = `offline/${id}.list`;
  await writeFile(join(folder, path), packedList);
  const fetched = list.packs.reduce((sum, { size }) => sum + size, packedList.length);
  const summary: BuildSummary = { build: id, list: path, pages, fetched, kept };
  await writeFile(join(folder, summaryPath), `${JSON.stringify(summary)}\n`);
  return summary;
}

async function writePack(
  folder: string,
  contents: readonly Buffer[],
  files: Pack["files"],
): Promise<Pack> {
  const packed = await compress(Buffer.concat(contents), { level: 9 });
  const path = `offline/${digestOf(packed)}.pack`;
  await writeFile(join(folder, path), packed);
  return { path, size: packed.length, files };
}

/** The same as `hashOf`, without a wait for each of ten thousand files. */
function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest().subarray(0, 16).toString("base64url");
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

async function bundledWorker(
  { root, language }: { root: string; language: string },
  id: string,
  shell: string[],
): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [interfaceStrings(root, language), watchShipped()],
    define: { OFFPRINT_BUILD: JSON.stringify(id), OFFPRINT_SHELL: JSON.stringify(shell) },
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
