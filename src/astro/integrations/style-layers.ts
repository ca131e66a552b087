import type { Plugin } from "vite";

/**
 * The layers of the site's styles, the weakest first. An owner's `theme.css` is outside of all of
 * them and so wins.
 */
const order =
  "@layer offprint.katex, offprint.tokens, offprint.base, offprint.parts, offprint.components, offprint.pages;";

/**
 * Gives the layers their order in every style sheet, since the sheet that a page loads first decides
 * it, and puts KaTeX's sheet into the weakest layer.
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
        (/katex(?:\.min)?\.css/.test(id) ? `@layer offprint.katex{${woff2Only(code)}}` : code),
    },
  };
}

/**
 * Every browser that this site supports reads woff2; KaTeX's other two formats would triple the fonts
 * of the build.
 */
function woff2Only(css: string): string {
  return css.replace(/,\s*url\([^)]+\)\s*format\(["'](?:woff|truetype)["']\)/g, "");
}
