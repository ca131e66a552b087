import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { AstroPrerenderer } from "astro";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
import type { BundleFacts } from "../workspace/bundle/bundle-facts.ts";
import type { KeptBundle } from "../workspace/bundle/kept-bundles.ts";
import { linkFile } from "../workspace/link-file.ts";
import { reportMessages } from "./integrations/build-report.ts";
import { bundleRecord, recordBundle } from "./integrations/bundle-record.ts";
import type { BeforePrerenderer, SiteConfig, SitePart } from "./integrations/site-part.ts";
import { placeSite, type SitePlace } from "./site-place.ts";

/** The build has pages that only Astro can make, such as those with pictures. */
export class NeedsAstro extends Error {}

/** A site that is made from bundles: its folder while it is not complete, and where it will be published. */
export interface BundledSite {
  root: string;
  stage: string;
  place: SitePlace;
}

/**
 * Makes the pages of a site with bundles that an earlier build of Astro's made, in the way in which Astro would. Throws an
 * Error if that fails, and then Astro has to make the site: it can do more, and says what is wrong.
 */
export async function buildFromBundle(
  bundle: KeptBundle,
  parts: readonly SitePart[],
  site: BundledSite,
): Promise<void> {
  const { stage, place } = site;
  const config = configOf(bundle, site);
  recordBundle(bundle.facts);
  reportMessages(bundle.messages);
  for (const { hooks } of parts) hooks["astro:config:done"]?.({ config });
  const chain: BeforePrerenderer[] = [];
  const setPrerenderer = (before: BeforePrerenderer) => void chain.push(before);
  for (const { hooks } of parts) await hooks["astro:build:start"]?.({ setPrerenderer });
  for (const path of bundle.files) linkFile(join(bundle.site, path), join(stage, path));
  copyPublic(fileURLToPath(config.publicDir), stage);
  const bundled = await prerendererOf(bundle, place);
  const prerenderer = chain.reduce((inner, next) => next(inner), bundled);
  await prerenderer.setup?.();
  const left = await prerenderer.getStaticPaths();
  await prerenderer.teardown?.();
  if (left.length > 0 || bundleRecord().needsAstro) throw new NeedsAstro();
  for (const { hooks } of parts) hooks["astro:build:generated"]?.();
  for (const { hooks } of parts) await hooks["astro:build:done"]?.({ dir: config.outDir });
}

/** What parts of a build need to know of the configuration. */
export function configOf(
  { facts: { port } }: Pick<KeptBundle, "facts">,
  { root, stage, place: { base, address } }: BundledSite,
): SiteConfig {
  return {
    root: pathToFileURL(`${root}/`),
    outDir: pathToFileURL(`${stage}/`),
    publicDir: pathToFileURL(`${join(root, "public")}/`),
    base,
    site: address,
    server: { port },
  };
}

/** Copies what the owner publishes as it is, and what links in there lead to. */
function copyPublic(folder: string, stage: string): void {
  if (existsSync(folder)) cpSync(folder, stage, { recursive: true, dereference: true });
}

/** What Astro's module for making pages has: an app with the routes of the site. */
type BundledApp = ConstructorParameters<typeof StaticPaths>[0] & {
  manifest: { base: string };
  baseWithoutTrailingSlash: string;
  setInternals: (known: {
    pagesByKeys: ReadonlyMap<string, { styles: BundleFacts["styles"][number][1] }>;
  }) => void;
  setOptions: (options: {
    settings: { scripts: never[] };
    logger: { options: { destination: { write: () => void } } };
  }) => void;
  render: (
    request: Request,
    options: { routeData: Parameters<AstroPrerenderer["render"]>[1]["routeData"] },
  ) => Promise<Response>;
};

/** The same as Astro's own prerenderer, of bundles that it did not make in this process. */
export async function prerendererOf(
  { server, facts }: Pick<KeptBundle, "server" | "facts">,
  place: SitePlace,
): Promise<AstroPrerenderer> {
  const address = pathToFileURL(join(server, facts.entry)).href;
  const onlyAstro = () => {
    bundleRecord().needsAstro = true;
  };
  // Pages ask Astro for pictures by this, and it makes them after all pages.
  Reflect.set(globalThis, "astroAsset", {
    referencedImages: new Set(),
    addStaticImage: () => {
      onlyAstro();
      throw new NeedsAstro();
    },
  });
  placeSite(place);
  const { app }: { app: BundledApp } = await import(address);
  app.manifest.base = place.base;
  app.baseWithoutTrailingSlash = place.base.replace(/\/$/, "");
  app.setInternals({
    pagesByKeys: new Map(facts.styles.map(([key, styles]) => [key, { styles }])),
  });
  // Astro writes warnings and errors only, and says them better.
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: onlyAstro } } },
  });
  return {
    name: "offprint:bundle",
    getStaticPaths: () => new StaticPaths(app).getAll(),
    render: (request, { routeData }) => app.render(request, { routeData }),
  };
}
