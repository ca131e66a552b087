import { type AstroIntegration, build } from "astro";
import { withChainedPrerenderers, writePages } from "../src/astro/integrations/write-pages.ts";
import { defined } from "../src/schemas/defined.ts";
import { namesModule } from "../src/workspace/own-parts.ts";
import { loadConfig } from "./load-config.ts";

/** Where pages are built, and by what. */
export interface PagesOptions {
  root: string;
  /** The folder of the new site. */
  stage: string;
  base: string | undefined;
  address: string | undefined;
  /** What takes part in the build, of the integrations in the configuration and others. */
  integrations: (own: AstroIntegration[]) => AstroIntegration[];
}

/** Builds the pages of a workspace as Astro's configuration says. All builds do it by this, so that they make the same. */
export async function buildPages(options: PagesOptions): Promise<void> {
  const { root, stage, base, address, integrations } = options;
  const config = await loadConfig(root);
  const own = [config.integrations ?? []].flat(2).filter((one) => !!one);
  await build(
    {
      ...config,
      root,
      outDir: stage,
      integrations: withChainedPrerenderers([...integrations(own), writePages()]),
      vite: { ...config.vite, define: { ...config.vite?.define, OFFPRINT_IS_BUILD: "true" } },
      ...defined({ site: address, base }),
      logLevel: "warn",
    },
    // Astro's store is for previews, and filling it takes longer than reading the entries.
    { devOutput: false, ...{ sync: namesModule({ root }, "astro:content") } },
  );
}
