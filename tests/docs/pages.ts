import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** A page of the documentation; `path` is relative to the repository. */
export interface DocumentationPage {
  path: string;
  text: string;
}

function pagesAt(...patterns: string[]): DocumentationPage[] {
  return globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** Every page of the documentation that the repository links to. */
export const pages: readonly DocumentationPage[] = pagesAt(
  "*.md",
  "docs/*.md",
  "content/README.md",
  "seeds/README.md",
  ".github/*.md",
);

/** Pages for maintainers, beside the code that they are about. */
export const maintainersPages: readonly DocumentationPage[] = pagesAt("{src,scripts}/**/*.md");

/** The fenced blocks of a page in a language. */
export function blocksOf({ text }: DocumentationPage, language: string): string[] {
  return [...text.matchAll(/^ *```(\w+)\n(.*?)^ *```$/gms)]
    .filter(([, named]) => named === language)
    .map(([, , block = ""]) => block);
}

/** The code spans of a page, outside of fenced blocks. */
export function codeSpansOf({ text }: DocumentationPage): string[] {
  const prose = text.replace(/^ *```.*?^ *```$/gms, "");
  return [...prose.matchAll(/(`+)(?!`)(.+?)(?<!`)\1(?!`)/g)].map(([, , code = ""]) => code.trim());
}
