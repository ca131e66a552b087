import { withoutComments } from "./reading-list.ts";

/** The ids of the papers to which a note or a page links with `<Paper id="…">`, each once. */
export function namedPapers(mdx: string): string[] {
  const links = withoutComments(mdx).matchAll(/<Paper\s[^<>]*?\bid\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return [...new Set([...links].map(([, quoted, single]) => quoted ?? single ?? ""))];
}

/** The 1-based lines on which a note or page has `<Paper id="…">` or `<Topic id="…">` with an id. */
export function linesWithLink(mdx: string, component: "Paper" | "Topic", id: string): number[] {
  const links = mdx.matchAll(/<(Paper|Topic)\s[^<>]*?\bid\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  const lines = [...links]
    .filter(([, name, quoted, single]) => name === component && (quoted ?? single) === id)
    .map(({ index }) => mdx.slice(0, index).split(/\r\n?|\n/).length);
  return [...new Set(lines)];
}
