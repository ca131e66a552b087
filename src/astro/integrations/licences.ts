import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { licencesFile } from "../../workspace/built-files.ts";
import { wordListFile } from "../../workspace/english-words.ts";
import type { ShippedPackage } from "../../workspace/licences.ts";
import { bundleRecord } from "./bundle-record.ts";
import type { SitePart } from "./site-part.ts";

const require = createRequire(import.meta.url);

/** Files of the packages whose fonts are in src/styles/fonts/, in parts. */
const fontSources = [
  require.resolve("katex"),
  require.resolve("@fontsource-variable/source-serif-4/LICENSE"),
];

/** Writes the licences of all packages of which a built site has a part. */
export function licences(): SitePart {
  return {
    name: "offprint:licences",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const { packageOfFile, writeLicences } = await import("../../workspace/licences.ts");
        const packages = new Map<string, ShippedPackage>();
        // The search index has the list of English words.
        for (const file of [...bundleRecord().shipped, ...fontSources, wordListFile()]) {
          const found = packageOfFile(file);
          if (found) packages.set(`${found.name}@${found.version}`, found);
        }
        const text = writeLicences([...packages.values()]);
        await writeFile(join(fileURLToPath(dir), licencesFile), text);
      },
    },
  };
}
