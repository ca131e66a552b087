import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";
import { licencesFile } from "../../workspace/built-files.ts";
import { wordListFile } from "../../workspace/english-words.ts";
import { packageOfFile, type ShippedPackage, writeLicences } from "../../workspace/licences.ts";

const key = Symbol.for("offprint.shipped-files");

/** The files of packages in the site that is being built. The worker is built apart from the pages. */
function shippedFiles(): Set<string> {
  const known: Set<string> | undefined = Reflect.get(globalThis, key);
  const files = known ?? new Set<string>();
  if (!known) Reflect.set(globalThis, key, files);
  return files;
}

const require = createRequire(import.meta.url);

/** Files of the packages whose fonts are in src/styles/fonts/, in parts. */
const fontSources = [
  require.resolve("katex"),
  require.resolve("@fontsource-variable/source-serif-4/LICENSE"),
];

const isStyleOrFont = /\.(?:css|woff2?|ttf|otf)(?:\?|$)/;

/** The file of a module. Vite's own helpers have none, but are its code. */
function fileOf(id: string): string {
  return id.startsWith("\0vite/")
    ? fileURLToPath(import.meta.resolve("vite"))
    : id.replace(/\?.*$/s, "");
}

/**
 * Notes the packages of which code, styles or fonts get into the site. Code counts where it is for
 * browsers; what only makes the pages is not published.
 */
export function watchShipped(): Plugin {
  return {
    name: "offprint:watch-shipped",
    generateBundle(_, bundle) {
      const files = shippedFiles();
      const isForBrowsers = this.environment.config.consumer === "client";
      for (const part of Object.values(bundle)) {
        if (part.type === "asset") {
          for (const name of part.originalFileNames)
            files.add(join(this.environment.config.root, name));
          continue;
        }
        for (const [id, { renderedLength }] of Object.entries(part.modules)) {
          const isShipped = isStyleOrFont.test(id) || (isForBrowsers && renderedLength > 0);
          if (isShipped) files.add(fileOf(id));
        }
      }
    },
  };
}

/** Writes the licences of all packages of which a built site has a part. */
export function licences(): AstroIntegration {
  return {
    name: "offprint:licences",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        shippedFiles().clear();
        updateConfig({ vite: { plugins: [watchShipped()] } });
      },
      "astro:build:done": async ({ dir }) => {
        const packages = new Map<string, ShippedPackage>();
        // The search index has the list of English words.
        for (const file of [...shippedFiles(), ...fontSources, wordListFile()]) {
          const found = packageOfFile(file);
          if (found) packages.set(`${found.name}@${found.version}`, found);
        }
        const text = writeLicences([...packages.values()]);
        await writeFile(join(fileURLToPath(dir), licencesFile), text);
      },
    },
  };
}
