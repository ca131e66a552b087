import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addressesIn, type SitemapPage, sitemapFiles } from "../../archive/sitemap.ts";
import { filesUnder } from "../../workspace/files-under.ts";
import { workspaceAt } from "../../workspace/paths.ts";
import { isOpenedAsFiles } from "./as-files.ts";
import { keptFiles } from "./kept-files.ts";
import { configuredPart, type SitePart } from "./site-part.ts";

/** In bytes. The head of a page begins with what is asked for here. */
const beginning = 8192;

/** Writes the sitemap of a finished site that has an address. */
export function sitemap(): SitePart {
  return configuredPart("offprint:sitemap", (settled) => ({
    "astro:build:done": async ({ dir }) => {
      const config = settled();
      if (config.site === undefined || isOpenedAsFiles()) return;
      const base = `/${config.base.replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");
      const { changedPapers } = await import("../../workspace/changed-papers.ts");
      const folder = fileURLToPath(dir);
      const root = new URL(base, config.site).href;
      const changed = await changedPapers(workspaceAt(fileURLToPath(config.root)));
      const days = new Map([...changed].map(([id, day]) => [`papers/${id}/`, day]));
      const own: SitemapPage[] = [];
      const last = keptFiles();
      const known = await addressesOf(last?.folder);
      for (const path of filesUnder(folder)) {
        if (!path.endsWith("index.html")) continue;
        const page = path.slice(0, -"index.html".length);
        const canonical = last?.paths.has(path)
          ? known.get(decoded(root) + page)
          : canonicalOf(beginningOf(join(folder, path)));
        // A page that names another one is a copy, and one that names none asks not to be found.
        if (canonical !== undefined && decoded(canonical) === decoded(root) + page)
          own.push({
            address: canonical,
            changed: days.get(page),
          });
      }
      for (const { name, text } of sitemapFiles(own, (file) => root + file)) {
        await writeFile(join(folder, name), text);
      }
    },
  }));
}

/** The addresses in the sitemap of a site, by what they are without escapes. */
async function addressesOf(folder: string | undefined): Promise<Map<string, string>> {
  if (folder === undefined) return new Map();
  const files = readdirSync(folder).filter((name) => /^sitemap(?:-\d+)?\.xml$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  return new Map(texts.flatMap(addressesIn).map((address) => [decoded(address), address]));
}

/** Programs escape more or fewer characters of one address. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function canonicalOf(html: string): string | undefined {
  const found = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
  const isHidden = /<meta (?:name="robots" content="noindex|http-equiv="refresh)/.test(html);
  return isHidden ? undefined : found?.replaceAll("&amp;", "&").replaceAll("&#38;", "&");
}

/** Without a wait for each of ten thousand pages. */
function beginningOf(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.allocUnsafe(beginning);
    return bytes.toString("utf8", 0, readSync(file, bytes, 0, beginning, 0));
  } finally {
    closeSync(file);
  }
}
