import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import type { BundleFacts } from "../../workspace/bundle/bundle-facts.ts";

/** What is known of the bundles of this build, whether it made them or another one did. */
export interface BundleRecord {
  /** The files that each script imports, by their paths under the site's root. */
  imports: Map<string, readonly string[]>;
  /** Files of packages of which the site has a part. */
  shipped: Set<string>;
  /** The service worker, without what differs between sites of the same code. */
  worker?: string;
  /** Whether only Astro can make some of the pages, such as those with pictures. */
  needsAstro: boolean;
}

const key = Symbol.for("offprint.bundle-record");

/** What is known of the bundles of this build. */
export function bundleRecord(): BundleRecord {
  // The configuration is in another bundle than the commands, so they would not share a module's variable.
  const known: BundleRecord | undefined = Reflect.get(globalThis, key);
  if (known) return known;
  return recordBundle();
}

/** Begins the record of another build: an empty one, or that of bundles that were kept. */
export function recordBundle(
  kept?: Pick<BundleFacts, "imports" | "shipped" | "worker">,
): BundleRecord {
  const made: BundleRecord = {
    imports: new Map(kept?.imports),
    shipped: new Set(kept?.shipped),
    needsAstro: false,
    ...(kept?.worker === undefined ? {} : { worker: kept.worker }),
  };
  Reflect.set(globalThis, key, made);
  return made;
}

const isStyleOrFont = /\.(?:css|woff2?|ttf|otf)(?:\?|$)/;

const isOfPackage = /[\\/]node_modules[\\/]|^node_modules[\\/]/;

/** The file of a module. Vite's own helpers have none, but are its code. */
function fileOf(id: string): string {
  return id.startsWith("\0vite/")
    ? fileURLToPath(import.meta.resolve("vite"))
    : id.replace(/\?.*$/s, "");
}

/**
 * Notes what is bundled: which files each script imports, and the packages of which code, styles or fonts get into the site.
 * Code counts where it is for browsers; what only makes the pages is not published.
 */
export function watchBundles(): Plugin {
  return {
    name: "offprint:watch-bundles",
    generateBundle(_, bundle) {
      const { imports, shipped } = bundleRecord();
      const { root, consumer } = this.environment.config;
      const isForBrowsers = consumer === "client";
      for (const part of Object.values(bundle)) {
        if (part.type === "asset") {
          for (const name of part.originalFileNames) {
            if (isOfPackage.test(name)) shipped.add(join(root, name));
          }
          continue;
        }
        if (isForBrowsers) imports.set(part.fileName, part.imports);
        for (const [id, { renderedLength }] of Object.entries(part.modules)) {
          const isShipped = isStyleOrFont.test(id) || (isForBrowsers && renderedLength > 0);
          const file = isShipped ? fileOf(id) : "";
          if (isOfPackage.test(file)) shipped.add(file);
        }
      }
    },
  };
}
