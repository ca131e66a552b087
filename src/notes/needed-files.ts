import type { Root } from "mdast";
import { visit } from "unist-util-visit";

/**
 * Checks whether the files that a note or page refers to exist. `from` is the path of the note or
 * page, relative to the workspace.
 */
export interface NeededFiles {
  /** Whether there is a picture at this relative URL. */
  hasPicture: (from: string, url: string) => boolean;
  /** Whether an import of this specifier can be resolved. */
  hasModule: (from: string, specifier: string) => boolean;
}

/** An import, and the line of the file that names it. */
export interface Import {
  /** The specifier, as written. */
  name: string;
  line: number | undefined;
}

/** A picture that a text shows, with its place in the text. */
export interface Picture {
  url: string;
  alt: string;
  /** Where its Markdown starts, as an index into the text. */
  at: number;
  line: number | undefined;
}

/** The pictures of a text, including those whose address is defined elsewhere in it. */
export function picturesIn(tree: Root): Picture[] {
  const addresses = new Map<string, string>();
  visit(tree, "definition", ({ identifier, url }) => {
    if (!addresses.has(identifier)) addresses.set(identifier, url);
  });
  const pictures: Picture[] = [];
  visit(tree, (node) => {
    if (node.type !== "image" && node.type !== "imageReference") return;
    const url = node.type === "image" ? node.url : (addresses.get(node.identifier) ?? "");
    const { offset = 0, line } = node.position?.start ?? {};
    pictures.push({ url, alt: node.alt ?? "", at: offset, line });
  });
  return pictures;
}

/** The text with links instead of these pictures: a picture's Markdown without its `!` is a link. */
export function asLinks(source: string, pictures: Picture[]): string {
  return pictures
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (text, { at, alt }) =>
        `${text.slice(0, at)}[${alt === "" ? "picture" : ""}${text.slice(at + 2)}`,
      source,
    );
}

/** The modules that a text imports, in the order of the text. */
export function importsIn(tree: Root): Import[] {
  const imports: Import[] = [];
  visit(tree, "mdxjsEsm", ({ value, position }) => {
    imports.push(...importsOf(value, position?.start.line));
  });
  return imports;
}

/** What code imports. `first` is the line of the file on which the code begins. */
function importsOf(code: string, first: number | undefined): Import[] {
  return [...code.matchAll(/\bfrom\s*["']([^"']+)["']|\bimport\s*["']([^"']+)["']/g)].map(
    ({ index, 0: all, 1: from, 2: bare }) => {
      const before = code.slice(0, index + all.length).split("\n").length - 1;
      return { name: from ?? bare ?? "", line: first === undefined ? first : first + before };
    },
  );
}
