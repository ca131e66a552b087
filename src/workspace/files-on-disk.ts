import { isBuiltin } from "node:module";
import { dirname, resolve, sep } from "node:path";
import { ResolverFactory } from "oxc-resolver";
import type { NeededFiles } from "../notes/needed-files.ts";
import { type Workspace, workspaceAt } from "./paths.ts";
import { pictureFault } from "./picture-fault.ts";

/** Looks up the pictures and modules that notes and pages name, as the build will resolve them. */
export function filesOnDisk({ root }: Pick<Workspace, "root">): NeededFiles {
  const resolver = new ResolverFactory({ ...asVite, roots: [root] });
  return {
    pictureFault: (from, url) => pictureFault(resolve(root, from), url, folderOf(root, from)),
    hasModule: (from, specifier) => {
      if (astroModules.has(specifier) || isBuiltin(specifier)) return true;
      // While the development server runs, files come and go.
      resolver.clearCache();
      const path = specifier.replace(/[?#].*$/, "");
      return resolver.sync(dirname(resolve(root, from)), path).error === undefined;
    },
  };
}

/** The defaults of Vite for code that runs on the server, with the condition that Astro adds. */
const asVite = {
  conditionNames: ["astro", "module", "node", "production", "import", "default"],
  extensions: [".mjs", ".js", ".mts", ".ts", ".jsx", ".tsx", ".json"],
  mainFields: ["module", "jsnext:main", "jsnext", "main"],
};

/** The modules that Astro makes during a build, which are not on disk. */
const astroModules: ReadonlySet<string> = new Set([
  "astro:assets",
  "astro:components",
  "astro:config/client",
  "astro:config/server",
  "astro:content",
  "astro:env/client",
  "astro:env/server",
  "astro:i18n",
  "astro:prefetch",
  "astro:schema",
  "astro:transitions",
  "astro:transitions/client",
]);

/** The folder whose pictures a note or a page may show. */
function folderOf(root: string, from: string): string {
  const { notes } = workspaceAt(root);
  return resolve(root, from).startsWith(notes + sep) ? notes : resolve(root, "content");
}
