import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeFileAtomic } from "../../workspace/write-file.ts";
import { isOpenedAsFiles } from "./as-files.ts";
import { bundleRecord } from "./bundle-record.ts";
import type { SitePart } from "./site-part.ts";

const page = "search/index.html";

/**
 * Names in the head of the search page what its scripts import, so that a reader with a query in the address
 * does not wait for one script after another.
 */
export function preloadedScripts(): SitePart {
  return {
    name: "offprint:preloaded-scripts",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        if (isOpenedAsFiles()) return;
        const path = join(fileURLToPath(dir), page);
        if (!existsSync(path)) return;
        const html = await readFile(path, "utf8");
        await writeFileAtomic(path, withPreloads(html, bundleRecord().imports), { fsync: false });
      },
    },
  };
}

const scripts = /<script type="module" src="([^"]*\/)(_astro\/[^"/]+\.js)"/g;
const preload = /<link rel="modulepreload" href="[^"]*">/g;

/** The HTML of a page with a link for each file that its scripts import, also by others; those before are removed. */
export function withPreloads(
  html: string,
  imports: ReadonlyMap<string, readonly string[]>,
): string {
  const plain = html.replace(preload, "");
  const found = [...plain.matchAll(scripts)];
  const own = new Set(found.flatMap(([, , file = ""]) => file));
  const all = new Set(own);
  // A set that grows while it is read: what is added is read, too.
  for (const file of all) for (const other of imports.get(file) ?? []) all.add(other);
  const root = found[0]?.[1] ?? "/";
  const links = [...all]
    .filter((file) => !own.has(file))
    .sort()
    .map((file) => `<link rel="modulepreload" href="${root}${file}">`);
  return plain.replace("</head>", () => `${links.join("")}</head>`);
}
