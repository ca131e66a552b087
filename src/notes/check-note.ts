import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { EXIT, visit } from "unist-util-visit";
import { typeset } from "../math/typeset.ts";
import { defined } from "../schemas/defined.ts";
import type { Message, Place, Staged } from "../schemas/message.ts";
import type { NoteFile } from "../schemas/note.ts";
import { invalidMdx, invalidNoteFormula, remoteImage, report } from "../schemas/rules.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { faultsOfNode, type NoteRules } from "./faults-of-node.ts";
import { isElsewhere } from "./safe-markup.ts";

/** A note's text as MDX that can be compiled without harm, and what it needs. */
export interface CheckedNote {
  /** The text without front matter, each line where it was; absent where the text has a fault. */
  mdx?: string;
  /** The same as a tree. */
  tree?: Root;
  /** Whether it has a formula. */
  math: boolean;
  /** Pictures of this site that it shows, relative to the note. */
  pictures: NeededFile[];
  /** What it imports, as written. */
  imports: NeededFile[];
}

/** A file that a note needs, and the line that names it. */
export interface NeededFile {
  name: string;
  line: number | undefined;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(remarkMath);

/**
 * Reads a note's MDX as it will be compiled, and finds what would stop the build, run code that the
 * owner has not allowed, or make a reader's browser ask another host. A picture on another host
 * becomes a link to it.
 */
export function checkNote(note: NoteFile, rules: NoteRules): Staged<CheckedNote> {
  const { kind = "note" } = rules;
  const source = withoutFrontMatter(note.text);
  const place = (line: number | undefined) => ({ file: note.path, ...defined({ line }) });
  const faulty = { math: false, pictures: [], imports: [] };
  let tree: Root;
  try {
    tree = parser.parse(source);
  } catch (error) {
    return { value: faulty, messages: [notMdx(kind, error, place)] };
  }
  const pictures = picturesIn(tree);
  const foreign = pictures.filter(({ url }) => isElsewhere(url));
  const messages = [
    ...faultsIn(tree, rules, place),
    ...foreign.map(({ url, line }) => report(remoteImage, { kind, url }, place(line))),
  ];
  if (messages.some(({ severity }) => severity === "error")) return { value: faulty, messages };
  const value: CheckedNote = {
    mdx: asLinks(source, foreign),
    tree,
    math: hasFormula(tree),
    pictures: pictures
      .filter(({ url }) => !isElsewhere(url))
      .map(({ url, line }) => ({ name: url, line })),
    imports: importsIn(tree),
  };
  return { value, messages };
}

type PlaceAt = (line: number | undefined) => Place;

/**
 * The parts of a text that may not be shown, and formulas that KaTeX refuses, in the order of the
 * text.
 */
function faultsIn(tree: Root, rules: NoteRules, place: PlaceAt): Message[] {
  const messages: Message[] = [];
  visit(tree, (node) => {
    const at = place(node.position?.start.line);
    messages.push(...faultsOfNode(node, rules, at));
    if (node.type !== "inlineMath" && node.type !== "math") return;
    const set = typeset(node.value);
    if ("refused" in set) {
      const params = { kind: rules.kind ?? "note", latex: node.value, reason: set.refused };
      messages.push(report(invalidNoteFormula, params, at));
    }
  });
  return messages;
}

function hasFormula(tree: Root): boolean {
  let found = false;
  visit(tree, ["inlineMath", "math"], () => {
    found = true;
    return EXIT;
  });
  return found;
}

/** The text, each line where it was: empty lines take the place of the front matter. */
function withoutFrontMatter(text: string): string {
  const { yaml, body, bodyLine } = splitFrontMatter(text);
  if (yaml === undefined) return body;
  // The comment keeps three hyphens at the start of the text from being read as front matter again.
  return `{/* */}${"\n".repeat(bodyLine - 1)}${body}`;
}

interface Picture {
  url: string;
  alt: string;
  at: number;
  line: number | undefined;
}

/** The pictures of a text, those whose address is defined elsewhere in it included. */
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

/** The text with links instead of these pictures: a picture's Markdown without its `!` is a link. */
function asLinks(source: string, pictures: Picture[]): string {
  return pictures
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (text, { at, alt }) =>
        `${text.slice(0, at)}[${alt === "" ? "picture" : ""}${text.slice(at + 2)}`,
      source,
    );
}

function importsIn(tree: Root): NeededFile[] {
  const imports: NeededFile[] = [];
  visit(tree, "mdxjsEsm", ({ value, position }) => {
    imports.push(...importsOf(value, position?.start.line));
  });
  return imports;
}

/** What code imports; `first` is the line of the file on which the code begins. */
function importsOf(code: string, first: number | undefined): NeededFile[] {
  return [...code.matchAll(/\bfrom\s*["']([^"']+)["']|\bimport\s*["']([^"']+)["']/g)].map(
    ({ index, 0: all, 1: from, 2: bare }) => {
      const before = code.slice(0, index + all.length).split("\n").length - 1;
      return { name: from ?? bare ?? "", line: first === undefined ? first : first + before };
    },
  );
}

type Kind = NonNullable<NoteRules["kind"]>;

function notMdx(kind: Kind, error: unknown, place: PlaceAt): Message {
  const fault = error instanceof Error ? error : new Error(String(error));
  const line = "line" in fault && typeof fault.line === "number" ? fault.line : undefined;
  const reason =
    "reason" in fault && typeof fault.reason === "string" ? fault.reason : fault.message;
  return report(invalidMdx, { kind, reason }, place(line));
}
