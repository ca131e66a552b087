import { afterEach, expect, it } from "vitest";
import { compileNote } from "../../src/astro/compile-note.ts";
import { checkNote } from "../../src/notes/check-note.ts";

const file = "content/notes/a.mdx";

/** The MDX of a note that may have no code. */
function checked(text: string): string {
  const rules = { code: false, components: ["Aside"] };
  const files = { pictureFault: () => undefined, hasModule: () => false };
  const { value, messages } = checkNote({ path: file, text }, rules, files);
  expect(messages).toEqual([]);
  return value.mdx ?? "";
}

/** All texts that a note shows, in their order. */
async function textsOf(text: string): Promise<string> {
  const content = await compileNote(file, checked(text));
  const read = (shown: unknown): string => {
    if (typeof shown === "string") return shown;
    if (Array.isArray(shown)) return shown.map(read).join("");
    return typeof shown === "object" && shown !== null
      ? read(Reflect.get(Object(Reflect.get(shown, "props")), "children"))
      : "";
  };
  const shown: unknown = Reflect.apply(content, undefined, [{}]);
  const { type, props } = Object(shown);
  return read(typeof type === "function" ? type(props) : shown).trim();
}

afterEach(() => void Reflect.deleteProperty(globalThis, "ranInNote"));

it.each([
  ["words of modules", "Of import and export const x.", "Of import and export const x."],
  ["such words after a separator of lines", "Of\u2028export const x", "Of\u2028export const x"],
  [
    "such words after one of paragraphs",
    "Of `a\u2029export function b`.",
    "Of a\u2029export function b.",
  ],
  ["comments with such words", "{/*\nexport const x = 1;\n*/}\n\nWords.", "Words."],
])("keeps %s", async (_, text, shown) => {
  expect(await textsOf(text)).toBe(shown);
});

it.each([
  ["an import that begins", "import {"],
  ["an import", 'import { a } from "astro/jsx-runtime";'],
  ["an export that begins", "export default function"],
])("runs no code of a note that has a comment with %s", async (_, comment) => {
  // What would be code after a comment that ends too late.
  const rest = "function MDXContent() \\{ return f(\\{ a: [1, f(\\{ //";
  const code = `\\*/ globalThis.ranInNote = true; ${rest}`;
  const text = `{/*\n${comment}\n*/}\n\n${code}\n`;
  expect(await textsOf(text)).toBe(code.replaceAll("\\", ""));
  expect(Reflect.get(globalThis, "ranInNote")).toBeUndefined();
});
