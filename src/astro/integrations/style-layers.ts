import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/**
 * The layers of the site's styles, the weakest first. An owner's `theme.css` is outside of all of
 * them and so wins.
 */
const order =
  "@layer offprint.katex, offprint.tokens, offprint.base, offprint.parts, offprint.components, offprint.pages;";

/**
 * Gives the layers their order in every style sheet, since the sheet that a page loads first decides
 * it. The sheet with the fonts of formulas gets KaTeX's styles, in the weakest layer.
 */
export function styleLayers(): Plugin {
  return {
    name: "offprint:style-layers",
    enforce: "pre",
    transform: {
      // A module with `?url` is the address of a sheet, not the sheet.
      filter: { id: { include: /\.css(?:$|\?)/, exclude: /[?&]url(?:$|&)/ } },
      handler: (code, id) =>
        order +
        (/\/styles\/katex\.css/.test(id) ? `@layer offprint.katex{${katexStyles()}}${code}` : code),
    },
  };
}

/** KaTeX's styles without its fonts: pages load parts of those. */
function katexStyles(): string {
  const file = fileURLToPath(import.meta.resolve("katex/dist/katex.min.css"));
  return readFileSync(file, "utf8").replace(/@font-face\s*\{[^}]*\}/g, "");
}
