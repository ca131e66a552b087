import type { Plugin } from "vite";

/**
 * Leaves only woff2 in the font faces of KaTeX's style sheet: every browser that this site serves
 * reads it, and the other two formats would triple the fonts of the build.
 */
export function woff2Only(): Plugin {
  return {
    name: "offprint:woff2-only",
    enforce: "pre",
    transform: {
      filter: { id: /katex(?:\.min)?\.css/ },
      handler: (code) =>
        code.replace(/,\s*url\([^)]+\)\s*format\(["'](?:woff|truetype)["']\)/g, ""),
    },
  };
}
