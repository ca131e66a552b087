/** A Markdown or MDX file, cut into its YAML frontmatter and its text. */
export interface SplitFile {
  /** The YAML between the fences; undefined if the file does not begin with frontmatter. */
  yaml: string | undefined;
  /** The text after the frontmatter; the whole file if there is none. */
  body: string;
  /** The 1-based line of the file on which `body` begins. */
  bodyLine: number;
}

/**
 * Cuts a file into frontmatter and text, whatever its line endings, with or without a byte order
 * mark. Frontmatter begins on the first line; both fences are lines of exactly three hyphens, which
 * spaces may follow. In the result, lines end in `\n`.
 */
export function splitFrontmatter(text: string): SplitFile {
  const normal = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const opening = /^---[^\S\n]*\n/.exec(normal);
  const rest = normal.slice(opening?.[0].length ?? 0);
  const closing = opening && /^---[^\S\n]*(?:\n|$)/m.exec(rest);
  if (!closing) return { yaml: undefined, body: normal, bodyLine: 1 };
  const yaml = rest.slice(0, closing.index);
  const body = rest.slice(closing.index + closing[0].length);
  return { yaml, body, bodyLine: yaml.split("\n").length + 2 };
}
