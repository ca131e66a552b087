import { posix } from "node:path";
import type { Plugin } from "vite";

/** The folder of scripts, styles and fonts in a site. */
const folder = "_astro";

const compiledBase = "import.meta.env.BASE_URL";

/** The folder around that of a script, in a form that Vite does not take for the address of a file. */
const baseOf = (script: string) => `new URL(${script} + "/../..").pathname`;

/**
 * Makes scripts and styles of a site the same under every base path: scripts ask their own address for it, and both name other
 * files by relative addresses. In a preview they have the base path of the settings.
 */
export function anyBase(): Plugin {
  return {
    ...baseFrom("import.meta.url"),
    config: () => ({ experimental: { renderBuiltUrl: relativeUrl } }),
  };
}

/** The same for classic scripts, which know their address only when they are run for the first time. */
export function anyBaseOfClassic(): Plugin {
  return baseFrom("document.currentScript.src");
}

function baseFrom(script: string): Plugin {
  return {
    name: "offprint:any-base",
    enforce: "pre",
    apply: "build",
    transform: {
      filter: { id: /[\\/]src[\\/]client[\\/]/, code: compiledBase },
      handler(code) {
        if (this.environment.config.consumer !== "client") return null;
        return code.replaceAll(compiledBase, baseOf(script));
      },
    },
  };
}

function relativeUrl(
  file: string,
  { hostType }: { hostType: "js" | "css" | "html" },
): { relative: true } | string {
  // In a build for a server Vite keeps only scripts relative, and styles come from one.
  if (hostType !== "css") return { relative: true };
  const path = posix.relative(folder, file);
  return path.startsWith("../") ? path : `./${path}`;
}
