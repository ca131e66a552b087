import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "fontkitten";
import { describe, expect, it } from "vitest";
import { glyphAdvances } from "../../scripts/fonts/glyph-advances.ts";
import { formulaFonts, pageFonts } from "../../scripts/fonts/parts.ts";
import { charactersOf, charactersOfPart, ruleOf } from "../../scripts/fonts/subset.ts";

const root = join(import.meta.dirname, "../..");
const packages = join(root, "node_modules");
const styles = join(root, "src/styles");
const parts = [...pageFonts, ...formulaFonts];
const inOneLine = (text: string) => text.replace(/\s+/g, " ");
const fileOf = (name: string) => readFileSync(join(styles, "fonts", `${name}.woff2`));

describe("the fonts of pages", () => {
  it("have each character of their packages in exactly one part, and style sheets that say in which", () => {
    for (const source of new Set(parts.map((part) => part.source))) {
      const ofSource = parts.filter((part) => part.source === source);
      const named = ofSource.flatMap((part) => charactersOfPart(part, packages));
      const read = (path: string) => charactersOf(readFileSync(join(packages, path)));
      const elsewhere = new Set(ofSource.flatMap(({ besides = "" }) => besides && read(besides)));
      const all = read(source).filter((character) => !elsewhere.has(character));
      expect(named.toSorted(), source).toEqual(all.toSorted());
    }
    for (const part of parts) {
      const has = new Set(charactersOf(fileOf(part.name)));
      const lost = charactersOfPart(part, packages).filter((character) => !has.has(character));
      expect(lost, part.name).toEqual([]);
    }
    for (const [sheet, fonts] of [
      ["fonts.css", pageFonts],
      ["katex.css", formulaFonts],
    ] as const) {
      const text = readFileSync(join(styles, sheet), "utf8");
      for (const part of fonts)
        expect(inOneLine(text)).toContain(inOneLine(ruleOf(part, packages)));
      expect(text.split("@font-face").length - 1).toBe(fonts.length);
    }
  });

  it("are all of KaTeX's, and no others", () => {
    const katex = readdirSync(join(packages, "katex/dist/fonts")).filter((name) =>
      name.endsWith(".woff2"),
    );
    const sources = new Set(formulaFonts.map(({ source }) => source.replace(/.*\//, "")));
    expect([...sources].sort()).toEqual(katex.sort());
    const files = readdirSync(join(styles, "fonts")).sort();
    expect(files).toEqual(parts.map(({ name }) => `${name}.woff2`).sort());
  });

  it("have other names than the fonts that their licences reserve names for", () => {
    for (const { name } of parts) {
      const font = create(fileOf(name));
      expect("familyName" in font && font.familyName, name).toMatch(/^Offpr(?:int Serif|_)/);
    }
  });

  it("have the widths of characters that the installed package gives", () => {
    const table = readFileSync(join(root, "src/math/glyph-advances.json"), "utf8");
    expect(JSON.parse(table)).toEqual(glyphAdvances());
  });

  it("are small where every page loads them", () => {
    const bytes = (names: readonly string[]) =>
      names.reduce((sum, name) => sum + fileOf(name).length, 0);
    expect(bytes(["serif", "serif-italic"])).toBeLessThan(50_000);
    expect(bytes(["formula-main", "formula-letters"])).toBeLessThan(20_000);
  });
});
