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
import {
  invalidMdx,
  invalidNoteFormula,
  missingImage,
  missingImport,
  remoteImage,
  report,
} from "../schemas/rules.ts";
import { splitFrontmatter } from "../text/frontmatter.ts";
import { faultsOfNode, type NoteRules } from "./faults-of-node.ts";
import { asLinks, importsIn, type NeededFiles, picturesIn } from "./needed-files.ts";
import { isElsewhere } from "./safe-markup.ts";

/** A note's text as MDX that can be compiled safely. */
export interface CheckedNote {
  /** The text without frontmatter, with the same line numbers. Absent if the text has a fault. */
  mdx?: string;
  /** The same text as a tree. */
  tree?: Root;
  /** Whether it contains a formula. */
  math: boolean;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(remarkMath);

/**
 * Reads a note's MDX as it will be compiled, and finds what would stop the build, run code that the
 * owner has not allowed, or make a reader's browser load something from another host. A picture on
 * another host becomes a link to it; one that `files` does not have is a fault, as is such an import.
 */
export function checkNote(
  note: NoteFile,
  rules: NoteRules,
  files: NeededFiles,
): Staged<CheckedNote> {
  const { kind = "note" } = rules;
  const source = withoutFrontmatter(note.text);
  const place = (line: number | undefined) => ({ file: note.path, ...defined({ line }) });
  const faulty = { math: false };
  let tree: Root;
  try {
    tree = parser.parse(source);
  } catch (error) {
    return { value: faulty, messages: [notMdx(kind, error, place)] };
  }
  const pictures = picturesIn(tree);
  const foreign = pictures.filter(({ url }) => isElsewhere(url));
  const faults = faultsIn(tree, rules, place);
  const messages = [
    ...faults,
    ...foreign.map(({ url, line }) => report(remoteImage, { kind, url }, place(line))),
    // If the note cannot be shown, the files that it needs do not matter.
    ...(hasError(faults)
      ? []
      : [
          ...pictures
            .filter(({ url }) => !isElsewhere(url) && !files.hasPicture(note.path, url))
            .map(({ url, line }) => report(missingImage, { kind, image: url }, place(line))),
          ...importsIn(tree)
            .filter(({ name }) => !files.hasModule(note.path, name))
            .map(({ name, line }) => report(missingImport, { kind, name }, place(line))),
        ]),
  ];
  if (hasError(messages)) return { value: faulty, messages };
  return { value: { mdx: asLinks(source, foreign), tree, math: hasFormula(tree) }, messages };
}

function hasError(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === "error");
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

/** The text with the same line numbers: empty lines replace the frontmatter. */
function withoutFrontmatter(text: string): string {
  const { yaml, body, bodyLine } = splitFrontmatter(text);
  if (yaml === undefined) return body;
  // The comment prevents three hyphens at the start of the text from being read as frontmatter
  // again.
  return `{/* */}${"\n".repeat(bodyLine - 1)}${body}`;
}

type Kind = NonNullable<NoteRules["kind"]>;

function notMdx(kind: Kind, error: unknown, place: PlaceAt): Message {
  const fault = error instanceof Error ? error : new Error(String(error));
  const line = "line" in fault && typeof fault.line === "number" ? fault.line : undefined;
  const reason =
    "reason" in fault && typeof fault.reason === "string" ? fault.reason : fault.message;
  return report(invalidMdx, { kind, reason }, place(line));
}
