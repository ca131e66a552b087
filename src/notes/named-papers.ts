import { withoutComments } from "./reading-list.ts";

/** The ids of the papers to which a note or a page links with `<Paper id="…">`, each once. */
export function namedPapers(mdx: string): string[] {
  const links = withoutComments(mdx).matchAll(/<Paper\s[^<>]*?\bid\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return [...new Set([...links].map(([, quoted, single]) => quoted ?? single ?? ""))];
}
