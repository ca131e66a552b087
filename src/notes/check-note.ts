import type { Nodes, Root } from "mdast";
import { toString as mdastToString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { typeset } from "../math/typeset.ts";
import type { Message } from "../schemas/message.ts";
import type { NoteFile } from "../schemas/note.ts";
import { faultsOfNode, type NoteRules } from "./faults-of-node.ts";
import { splitNote } from "./parse-note.ts";
import { isElsewhere } from "./safe-markup.ts";

/** A note's text, made ready for MDX; a faulty one has no `mdx` and is shown as its source. */
export interface CheckedNote {
  /** The text without frontmatter, each line where it was. */
  mdx?: string;
  /** Its words, for search and feeds. */
  text: string;
  /** Whether a formula stands in it. */
  math: boolean;
  /** Pictures of this site that it shows, relative to the note. */
  pictures: Asked[];
  /** What it imports, as it is written there. */
  imports: Asked[];
  messages: Message[];
}

/** A file that a note needs, and the line that says so. */
export interface Asked {
  name: string;
  line: number | undefined;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(remarkMath);

/**
 * Reads a note's MDX as it will be compiled, and finds what would end a build, run code that the
 * owner has not allowed, or ask another host for something. A picture of another host becomes a
 * link to it.
 */
export function checkNote(note: NoteFile, rules: NoteRules): CheckedNote {
  const source = withoutFrontmatter(note.text);
  const place = (line: number | undefined) => ({
    file: note.path,
    ...(line === undefined ? {} : { line }),
  });
  const { kind = "note" } = rules;
  const nothing = { text: source.trim(), math: false, pictures: [], imports: [] };
  let tree: Root;
  try {
    tree = parser.parse(source);
  } catch (error) {
    return { ...nothing, messages: [notMdx(kind, error, place)] };
  }
  const messages: Message[] = [];
  const checked: Pick<CheckedNote, "math" | "pictures" | "imports"> = {
    math: false,
    pictures: [],
    imports: [],
  };
  visit(tree, (node) => {
    const line = node.position?.start.line;
    for (const fault of faultsOfNode(node, rules)) messages.push({ ...fault, place: place(line) });
    if (node.type === "inlineMath" || node.type === "math") {
      checked.math = true;
      const set = typeset(node.value);
      if ("refused" in set)
        messages.push({ ...refused(kind, node.value, set.refused), place: place(line) });
    }
    if (node.type === "mdxjsEsm") checked.imports.push(...importsOf(node.value, line));
  });
  const pictures = picturesIn(tree);
  const foreign = pictures.filter(({ url }) => isElsewhere(url));
  for (const { url, line } of foreign)
    messages.push({ ...elsewhere(kind, url), place: place(line) });
  checked.pictures = pictures.flatMap(({ url, line }) =>
    isElsewhere(url) ? [] : [{ name: url, line }],
  );
  if (messages.some(({ severity }) => severity === "error")) {
    return { ...nothing, messages };
  }
  return { ...checked, mdx: asLinks(source, foreign), text: wordsOf(tree), messages };
}

/** The text with blank lines, or an empty comment, in the place of its frontmatter. */
function withoutFrontmatter(text: string): string {
  const { yaml, body } = splitNote(text);
  if (yaml === undefined) return body;
  // The comment keeps three hyphens at the text's start from being read as another frontmatter.
  return `{/* */}\n${"\n".repeat(yaml.split("\n").length)}${body}`;
}

interface Picture {
  url: string;
  alt: string;
  at: number;
  line: number | undefined;
}

/** The pictures of a text, those with their address elsewhere in it too. */
function picturesIn(tree: Root): Picture[] {
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

/** A picture's Markdown without its first sign is a link to it. */
function asLinks(source: string, pictures: Picture[]): string {
  return pictures
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (text, { at, alt }) =>
        `${text.slice(0, at)}[${alt === "" ? "picture" : ""}${text.slice(at + 2)}`,
      source,
    );
}

/** The words of blocks, apart; code and components' own attributes are none. */
function wordsOf({ children }: Root): string {
  return children
    .map((node: Nodes) => (node.type === "mdxjsEsm" ? "" : mdastToString(node)))
    .filter((words) => words.trim() !== "" && !/^\s*\/\*/.test(words))
    .join("\n\n");
}

function importsOf(code: string, first: number | undefined): Asked[] {
  return [...code.matchAll(/\bfrom\s*["']([^"']+)["']|\bimport\s*["']([^"']+)["']/g)].map(
    ({ index, 0: all, 1: from, 2: bare }) => {
      const before = code.slice(0, index + all.length).split("\n").length - 1;
      return { name: from ?? bare ?? "", line: first === undefined ? first : first + before };
    },
  );
}

type Kind = NonNullable<NoteRules["kind"]>;

function notMdx(
  kind: Kind,
  error: unknown,
  place: (line: number | undefined) => Message["place"],
): Message {
  const told = error instanceof Error ? error : new Error(String(error));
  const line = "line" in told && typeof told.line === "number" ? told.line : undefined;
  const reason = "reason" in told && typeof told.reason === "string" ? told.reason : told.message;
  const where = place(line);
  return {
    rule: `${kind}-mdx`,
    severity: "error",
    reason: `The ${kind} is no valid MDX, so its source is shown as text: ${reason}.`,
    ...(where ? { place: where } : {}),
    hint: "In MDX, < begins a component and { begins code; for the signs themselves write \\< and \\{.",
  };
}

function refused(kind: Kind, latex: string, reason: string): Message {
  return {
    rule: "formula-refused",
    severity: "warning",
    reason: `KaTeX cannot set $${latex}$ in this ${kind} (${reason}); its source is shown instead.`,
    hint: "Mend the formula.",
  };
}

function elsewhere(kind: Kind, url: string): Message {
  return {
    rule: `${kind}-picture`,
    severity: "warning",
    reason: `The picture ${url} lies on another host, which no page of this site asks for anything; a link to it is shown.`,
    hint: `Put the picture beside the ${kind}, and name it from there: ![…](./picture.png).`,
  };
}
