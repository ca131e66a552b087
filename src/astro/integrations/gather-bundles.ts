import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { BundleFacts } from "../../workspace/bundle/bundle-facts.ts";
import { gatherBundle, type KeptBundle, nextBundle } from "../../workspace/bundle/kept-bundles.ts";
import { filesUnder } from "../../workspace/files-under.ts";
import { messagesSoFar } from "./build-report.ts";
import { bundleRecord, recordBundle, watchBundles } from "./bundle-record.ts";

/** Notes what is bundled, for everything that is made of a finished site. */
export function bundledFiles(): AstroIntegration {
  return {
    name: "offprint:bundled-files",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        recordBundle();
        updateConfig({ vite: { plugins: [watchBundles()] } });
      },
    },
  };
}

/** What is known of gathered bundles. */
export type GatheredBundle = Pick<KeptBundle, "facts" | "messages">;

/** The bundles of a build of Astro's, gathered so that later builds can use them. */
export interface GatheredBundles {
  integration: AstroIntegration;
  /** The bundles when they are complete and no page is made yet, as far as pages need them. */
  present: () => Pick<KeptBundle, "server" | "facts"> | undefined;
  /** What is known of them when the site is finished; undefined if a build without Astro could not make its pages. */
  whole: () => GatheredBundle | undefined;
}

/** Gathers the bundles of a build, when they are complete and no page is made yet. */
export function gatherBundles(root: string): GatheredBundles {
  let server = "";
  let styles: BundleFacts["styles"] = [];
  let pages: Parameters<NonNullable<AstroIntegration["hooks"]["astro:build:setup"]>>[0]["pages"] =
    new Map();
  let made: (Pick<KeptBundle, "messages"> & { entry: string }) | undefined;
  let config: (Pick<BundleFacts, "port"> & { outDir: string; publicDir: string }) | undefined;
  const gather = () => {
    if (!config) return;
    const entry = readdirSync(server).find((name) => /^prerender-entry\.[^/]*\.mjs$/.test(name));
    if (entry === undefined) return;
    const inSite = bundledIn(config.outDir, config.publicDir);
    gatherBundle({ root }, "server", server, filesUnder(server));
    gatherBundle({ root }, "site", config.outDir, inSite);
    styles = [...pages].map(([key, page]) => [key, page.styles]);
    made = { entry, messages: messagesSoFar() };
  };
  const integration: AstroIntegration = {
    name: "offprint:gather-bundles",
    hooks: {
      "astro:config:done": ({
        config: {
          outDir,
          publicDir,
          server: { port },
        },
      }) => {
        const folders = { outDir: fileURLToPath(outDir), publicDir: fileURLToPath(publicDir) };
        config = { port, ...folders };
      },
      "astro:build:start": ({ setPrerenderer }) => {
        rmSync(nextBundle({ root }), { recursive: true, force: true });
        setPrerenderer((inner) => ({
          ...inner,
          name: "offprint:gather-bundles",
          setup: async () => {
            gather();
            await inner.setup?.();
          },
        }));
      },
      "astro:build:setup": ({ vite, pages: all, target }) => {
        if (target !== "server") return;
        server = vite.environments?.["prerender"]?.build?.outDir ?? "";
        pages = all;
      },
      "astro:build:generated": () => {
        const assets: unknown = Reflect.get(globalThis, "astroAsset");
        const pictures: unknown = Reflect.get(Object(assets), "staticImages");
        if (pictures instanceof Map && pictures.size > 0) bundleRecord().needsAstro = true;
      },
    },
  };
  const factsOf = (): BundleFacts | undefined => {
    const { imports, shipped, worker } = bundleRecord();
    if (!made || !config) return undefined;
    return {
      entry: made.entry,
      port: config.port,
      styles,
      imports: [...imports].map(([path, files]) => [path, [...files]]),
      shipped: [...shipped],
      ...(worker === undefined ? {} : { worker }),
    };
  };
  return {
    integration,
    present: () => {
      const facts = factsOf();
      return facts && { server: join(nextBundle({ root }), "server"), facts };
    },
    whole: () => {
      const facts = bundleRecord().needsAstro ? undefined : factsOf();
      return facts && made && { facts, messages: made.messages };
    },
  };
}

/** The files in a site that were bundled. Astro has copied there what the owner publishes as it is, and what links of it lead to. */
export function bundledIn(site: string, published: string): string[] {
  const owners = new Set(filesUnder(published));
  return filesUnder(site).filter((path) => path.startsWith("_astro/") && !owners.has(path));
}
