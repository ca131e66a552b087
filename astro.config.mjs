import mdx from "@astrojs/mdx";
import { anyBase, anyBaseOfClassic } from "./src/astro/integrations/any-base.ts";
import { bundledFiles } from "./src/astro/integrations/gather-bundles.ts";
import { interfaceStrings } from "./src/astro/integrations/interface-language.ts";
import { notesMdx } from "./src/astro/integrations/notes-mdx.ts";
import { ownerOverrides } from "./src/astro/integrations/owner-overrides.ts";
import { plainPaths } from "./src/astro/integrations/plain-paths.ts";
import { siteParts } from "./src/astro/integrations/site-parts.ts";
import { styleLayers } from "./src/astro/integrations/style-layers.ts";
import { lazyMarkdown } from "./src/astro/lazy-markdown.ts";
import { describeMessage } from "./src/workspace/describe-messages.ts";
import { workspaceAt } from "./src/workspace/paths.ts";
import { siteOrThrow } from "./src/workspace/read-site.ts";

const { preserveSymlinks, plugins: plainPathPlugins } = plainPaths();
const workspace = workspaceAt(import.meta.dirname);
const site = siteOrThrow(workspace, describeMessage);

/** The name of a script, which each page has: without what Astro adds to that of its component. */
function shortName({ name }) {
  return `_astro/${name.replace(/\.astro_astro.*$/, "").replace(/[^\w-]/g, "_")}.[hash:6].js`;
}

// Without `defineConfig` of Astro, which would load all that a configuration can name.
/** @type {import("astro").AstroUserConfig} */
export default {
  ...(site.address ? { site: site.address } : {}),
  base: site.base,
  trailingSlash: "always",
  output: "static",
  // Keeps the blank between words and a link on the next line; Astro's default would drop it.
  compressHTML: true,
  // In the workspace: sites that share node_modules can then be built at the same time.
  cacheDir: "./.cache/astro",
  build: { format: "directory", inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  markdown: {
    processor: lazyMarkdown(site.macros),
    syntaxHighlight: false,
  },
  // A class and no attribute, of no weight: less HTML, and a later layer or rule still wins.
  scopedStyleStrategy: "where",
  integrations: [mdx(), bundledFiles(), ...siteParts()],
  vite: {
    cacheDir: ".cache/vite",
    plugins: [
      ...plainPathPlugins,
      ownerOverrides(workspace),
      notesMdx(workspace, site),
      styleLayers(),
      anyBase(),
      interfaceStrings(import.meta.dirname, site.language),
    ],
    worker: { plugins: () => [anyBaseOfClassic()] },
    define: { OFFPRINT_IS_BUILD: "false" },
    build: { assetsInlineLimit: 0 },
    environments: {
      client: {
        build: {
          rolldownOptions: { output: { entryFileNames: shortName, chunkFileNames: shortName } },
        },
      },
    },
    resolve: { preserveSymlinks },
  },
};
