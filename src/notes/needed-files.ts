import type { Root } from "mdast";
import { visit } from "unist-util-visit";

/**
 * Why a file cannot be shown as a picture: there is none at this path, it is outside the folder of the
 * note or page, its name or content is not that of a picture, or it begins like one and cannot be
 * decoded to its end.
 */
export type PictureFault = "missing" | "outside" | "not-a-picture" | "damaged";

/**
 * Checks the files that a note or page refers to. `from` is the path of the note or page, relative to
 * the workspace.
 */
export interface NeededFiles {
  /** Why the file at this relative URL cannot be shown as a picture; undefined if it can. */
  pictureFault: (from: string, url: string) => PictureFault | undefined;
  /** Whether an import of this specifier can be resolved. */
  hasModule: (from: string, specifier: string) => boolean;
}

/** An import, and the line of the file that names it. */
export interface Import {
  /** The specifier, as written. */
  name: string;
  line: number | undefined;
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
