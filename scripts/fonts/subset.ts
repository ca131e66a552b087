import { readFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "fontkitten";
import { convert } from "fontverter";
import subsetFont from "subset-font";
import type { FontPart } from "./parts.ts";

/** The features that the site's styles and its text use: kerning, accents, ligatures, figures. */
const keepFeatures = ["kern", "mark", "mkmk", "ccmp", "liga", "pnum", "tnum"];

/** The characters of a part, from the file of its package in node_modules. */
export function charactersOfPart(part: FontPart, packages: string): string[] {
  const { source, besides, has } = part;
  const read = (path: string) => charactersOf(readFileSync(join(packages, path)));
  const others = new Set(besides === undefined ? [] : read(besides));
  return read(source).filter((character) => has(character) && !others.has(character));
}

/** Makes the file of a part. */
export async function makeFont(part: FontPart, packages: string): Promise<Buffer> {
  const source = readFileSync(join(packages, part.source));
  const characters = charactersOfPart(part, packages);
  const isVariable = part.source.includes("wght");
  const sfnt = await subsetFont(source, characters.join(""), {
    targetFormat: "sfnt",
    noHinting: true,
    keepFeatures,
    // The weights of the site's styles: a text's own bold is 700.
    ...(isVariable ? { variationAxes: { wght: { min: 400, max: 700 } } } : {}),
  });
  return convert(renamed(sfnt), "woff2");
}

/** The characters that a font has. */
export function charactersOf(font: Buffer): string[] {
  const opened = create(font);
  if ("fonts" in opened) throw new Error("a collection of fonts instead of one");
  return opened.characterSet
    .filter((code) => code < 0xffff)
    .map((code) => String.fromCodePoint(code));
}

/**
 * The licence of both families reserves their names for the fonts as their makers made them. Names as
 * long as the former need no other change of the file.
 */
const names = [
  ["Source Serif 4", "Offprint Serif"],
  ["SourceSerif4", "OffprntSerif"],
  ["KaTeX_", "Offpr_"],
] as const;

function renamed(sfnt: Buffer): Buffer {
  const result = Buffer.from(sfnt);
  for (const [former, name] of names) {
    for (const encoding of ["latin1", "utf16be"] as const) {
      const bytes = encode(former, encoding);
      for (let at = result.indexOf(bytes); at >= 0; at = result.indexOf(bytes, at + 1)) {
        encode(name, encoding).copy(result, at);
      }
    }
  }
  return result;
}

function encode(text: string, encoding: "latin1" | "utf16be"): Buffer {
  return encoding === "latin1"
    ? Buffer.from(text, "latin1")
    : Buffer.from(text, "utf16le").swap16();
}

/** The rule of the style sheet that names the file of a part. */
export function ruleOf(part: FontPart, packages: string): string {
  const { name, descriptors } = part;
  const lines = Object.entries({
    ...descriptors,
    src: `url("./fonts/${name}.woff2") format("woff2")`,
  }).map(([key, value]) => `  ${key}: ${value};`);
  const characters = charactersOfPart(part, packages);
  const others = charactersOf(readFileSync(join(packages, part.source))).filter(
    (character) => !characters.includes(character),
  );
  const ranges = part.names === "widely" ? wideRanges(characters, others) : exactRanges(characters);
  if (part.names !== "nothing") lines.push(`  unicode-range: ${ranges};`);
  return `@font-face {\n${lines.join("\n")}\n}`;
}

/** `U+20-7E, U+A0`: what a font has, so that browsers load it only for a page that needs it. */
function exactRanges(characters: readonly string[]): string {
  return joined(characters, (from, to) => to === from + 1);
}

/** Ranges that go on over characters that no part has, since formulas have none of those. */
function wideRanges(characters: readonly string[], others: readonly string[]): string {
  // The zero-width space is in nearly all formulas, and needs no font.
  const between = ["\u200b", ...others].map((character) => character.codePointAt(0) ?? 0);
  return joined(characters, (from, to) => !between.some((code) => from < code && code < to));
}

function joined(
  characters: readonly string[],
  isOneRange: (from: number, to: number) => boolean,
): string {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last && isOneRange(last[1], code)) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ""}`).join(", ");
}

const hex = (code: number) => code.toString(16).toUpperCase().padStart(2, "0");
