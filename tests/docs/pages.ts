import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** A page of the documentation; `path` is relative to the repository. */
export interface DocumentationPage {
  path: string;
  text: string;
}

/** Every page of the documentation that the repository links to. */
export const pages: readonly DocumentationPage[] = globSync(
  ["*.md", "docs/*.md", "content/README.md", "seeds/README.md", ".github/*.md"],
  { cwd: root },
)
  .map((path) => path.replaceAll("\\", "/"))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

/** The fenced blocks of a page in a language. */
export function blocksOf({ text }: DocumentationPage, language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, named]) => named === language)
    .map(([, , block = ""]) => block);
}

/** The code spans of a page, outside of fenced blocks. */
export function codeSpansOf({ text }: DocumentationPage): string[] {
  const prose = text.replace(/^```.*?^```$/gms, "");
  return [...prose.matchAll(/(`+)(?!`)(.+?)(?<!`)\1(?!`)/g)].map(([, , code = ""]) => code.trim());
}
