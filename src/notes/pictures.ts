import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { schemeOf } from "../text/safe-address.ts";
import type { NeededFiles, PictureFault } from "./needed-files.ts";

/** A picture that a text shows, with its place in the text. */
export interface Picture {
  url: string;
  alt: string;
  /** Where its Markdown starts and ends, as indexes into the text. */
  start: number;
  end: number;
  line: number | undefined;
}

/** What is published of a picture: itself, a link to another host, or its alternative text. */
export type Shown = "picture" | "link" | PictureFault;

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
    const { start, end } = node.position ?? {};
    pictures.push({
      url,
      alt: node.alt ?? "",
      start: start?.offset ?? 0,
      end: end?.offset ?? 0,
      line: start?.line,
    });
  });
  return pictures;
}

/** Decides what is published of a picture of the file `from`. */
export function shownOf({ url }: Picture, from: string, files: NeededFiles): Shown {
  const scheme = schemeOf(url);
  if (scheme === "http" || scheme === "https" || url.startsWith("//")) return "link";
  return scheme === undefined ? (files.pictureFault(from, url) ?? "picture") : "not-a-picture";
}

/**
 * The text with links and alternative texts in the place of pictures that are not shown. The Markdown
 * of a picture without its `!` is a link.
 */
export function withoutPictures(
  source: string,
  pictures: readonly { picture: Picture; shown: Shown }[],
): string {
  return pictures
    .filter(({ shown }) => shown !== "picture")
    .toSorted((a, b) => b.picture.start - a.picture.start)
    .reduce((text, { picture: { alt, start, end }, shown }) => {
      const before = text.slice(0, start);
      return shown === "link"
        ? `${before}[${alt === "" ? "picture" : ""}${text.slice(start + 2)}`
        : `${before}${escaped(alt)}${text.slice(end)}`;
    }, source);
}

/** A text as MDX in which no character has a meaning, not even at the start of a line. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[!-/:-@[-`{-~]/g, "\\$&")
    .replace(/^[A-Za-z0-9]/, (first) => `&#${first.charCodeAt(0)};`);
}
