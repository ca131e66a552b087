import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkitten";
import type { Typeface } from "../../archive/cards/draw-card.ts";

const resolve = createRequire(import.meta.url).resolve;

const doubleStruck = /[ℂℍℕℙℚℝℤ\u{1d538}-\u{1d550}]/u;
const ownFonts = "@fontsource-variable/source-serif-4/files/source-serif-4";

/** The typefaces of cards, by preference: the site's own, and those of formulas for signs that it lacks. */
export function cardTypefaces(): Typeface[] {
  const subsets = ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"];
  const signs = ["Main-Regular", "AMS-Regular", "Math-Italic", "Size1-Regular"];
  return [
    ...subsets.map((subset) => `${ownFonts}-${subset}-wght-normal.woff2`),
    ...signs.map((name) => `katex/dist/fonts/KaTeX_${name}.woff2`),
  ].map((path) => typefaceOf(fontAt(path), path.includes("AMS")));
}

function fontAt(path: string): Font {
  const font = create(readFileSync(resolve(path)));
  if (font.isCollection) throw new Error(`${path} is a collection of fonts`);
  return font;
}

/** A font. One that has double-struck capitals has them in the place of ordinary ones, which other fonts have. */
function typefaceOf(font: Font, isDoubleStruck: boolean): Typeface {
  const known = new Map<string, ReturnType<Typeface["glyph"]>>();
  return {
    unitsPerEm: font.unitsPerEm,
    glyph: (character) => {
      if (known.has(character)) return known.get(character);
      const letter = isDoubleStruck && doubleStruck.test(character);
      const point = (letter ? character.normalize("NFKC") : character).codePointAt(0) ?? 0;
      const glyph = font.hasGlyphForCodePoint(point) ? font.glyphForCodePoint(point) : undefined;
      const made = glyph && {
        width: glyph.advanceWidth / font.unitsPerEm,
        outline: glyph.path.toSVG(),
      };
      known.set(character, made);
      return made;
    },
  };
}
