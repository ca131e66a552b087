import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { EXIT, visit } from "unist-util-visit";
import { expandMacros } from "../math/expand-macros.ts";
import { typeset } from "../math/typeset.ts";
import { defined } from "../schemas/defined.ts";
import { conflictIn } from "../schemas/git-conflict.ts";
import type { Message, Place, Staged } from "../schemas/message.ts";
import type { NoteFile } from "../schemas/note.ts";
import {
  gitConflict,
  invalidImage,
  invalidMdx,
  invalidNoteFormula,
  longNote,
  missingImage,
  missingImport,
  nestedTooDeeply,
  remoteImage,
  report,
} from "../schemas/rules.ts";
import { type SplitFile, splitFrontmatter } from "../text/frontmatter.ts";
import { tooDeepToParse } from "../text/markdown-depth.ts";
import { hasCostlyParagraph } from "../text/markup-limits.ts";
import { faultsOfNode, type NoteRules } from "./faults-of-node.ts";
import { importsIn, type NeededFiles } from "./needed-files.ts";
import { tooDeepToCompile } from "./nesting.ts";
import { picturesIn, type Shown, shownOf, withoutPictures } from "./pictures.ts";
import { splitNote } from "./split-note.ts";

/** A note's text as MDX that can be compiled safely. */
export interface CheckedNote {
  /** The text without frontmatter, with the same line numbers. Absent if the text has a fault. */
  mdx?: string;
  /** The same text as a tree. */
  tree?: Root;
  /** Whether it contains a formula. */
  math: boolean;
}

// In the order of @astrojs/mdx, so that both read every text alike.
/** In characters, which is a book of a hundred pages. A compiler of MDX takes seconds for it. */
const longestNote = 300_000;

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath);

/**
 * Reads a note's MDX as it will be compiled, and finds what would stop the build, run code that the
 * owner has not allowed, or make a reader's browser load something from another host. A picture on
 * another host becomes a link to it. One that `files` has no picture for becomes its alternative text.
 * An import that cannot be resolved is a fault.
 */
export function checkNote(
  note: NoteFile,
  rules: NoteRules,
  files: NeededFiles,
): Staged<CheckedNote> {
  const { kind = "note" } = rules;
  const source = withoutFrontmatter(
    kind === "page" ? splitFrontmatter(note.text) : splitNote(note.text),
  );
  const place = (line: number | undefined) => ({ file: note.path, ...defined({ line }) });
  const faulty = { math: false };
  const deep = (line: number) => ({
    value: faulty,
    messages: [report(nestedTooDeeply, { kind }, place(line))],
  });
  const conflict = conflictIn(note.text);
  if (conflict) {
    // Reading the workspace reports those of notes.
    const found = kind === "page" ? [report(gitConflict, {}, place(conflict.line))] : [];
    return { value: faulty, messages: found };
  }
  const deepLine = tooDeepToParse(source);
  if (deepLine !== undefined) return deep(deepLine);
  if (source.length > longestNote || hasCostlyParagraph(source)) {
    const params = { kind, length: source.length, limit: longestNote };
    return { value: faulty, messages: [report(longNote, params, place(1))] };
  }
  let tree: Root;
  try {
    tree = parser.parse(source);
  } catch (error) {
    return { value: faulty, messages: [notMdx(kind, error, place)] };
  }
  const deepNode = tooDeepToCompile(tree);
  if (deepNode !== undefined) return deep(deepNode);
  const pictures = picturesIn(tree).map((picture) => ({
    picture,
    shown: shownOf(picture, note.path, files),
  }));
  const faults = faultsIn(tree, rules, place);
  // If the note cannot be shown, the modules that it imports do not matter.
  const imports = hasError(faults)
    ? []
    : importsIn(tree)
        .filter(({ name }) => !files.hasModule(note.path, name))
        .map(({ name, line }) => report(missingImport, { kind, name }, place(line)));
  const messages = [
    ...faults,
    ...pictures.flatMap(({ picture: { url, line }, shown }) =>
      pictureMessage(kind, url, shown, place(line)),
    ),
    ...imports,
  ];
  const mdx = withoutPictures(source, pictures);
  if (hasError([...faults, ...imports]) || !isSound(mdx, note, rules, files)) {
    return { value: faulty, messages };
  }
  return { value: { mdx, tree, math: hasFormula(tree) }, messages };
}

function pictureMessage(kind: Kind, image: string, shown: Shown, place: Place): Message[] {
  switch (shown) {
    case "picture":
      return [];
    case "link":
      return [report(remoteImage, { kind, url: image }, place)];
    case "missing":
      return [report(missingImage, { kind, image }, place)];
    default:
      return [report(invalidImage, { kind, image, fault: shown }, place)];
  }
}

/** Whether a text is safe after its pictures were replaced: what it has now was not checked before. */
function isSound(mdx: string, { path }: NoteFile, rules: NoteRules, files: NeededFiles): boolean {
  try {
    const tree = parser.parse(mdx);
    const hasOnlyPictures = picturesIn(tree).every(
      (picture) => shownOf(picture, path, files) === "picture",
    );
    return hasOnlyPictures && !hasError(faultsIn(tree, rules, () => ({ file: path })));
  } catch {
    return false;
  }
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
  const linked = new Set<string>();
  visit(tree, "linkReference", ({ identifier }) => {
    linked.add(identifier);
  });
  visit(tree, (node) => {
    // What only pictures refer to is no link.
    if (node.type === "definition" && !linked.has(node.identifier)) return;
    const at = place(node.position?.start.line);
    messages.push(...faultsOfNode(node, rules, at));
    if (node.type !== "inlineMath" && node.type !== "math") return;
    const isDisplay = node.type === "math";
    const set = typeset(expandMacros(node.value, rules.macros ?? {}), { isDisplay });
    if ("refused" in set && set.isTooLarge) {
      messages.push(report(nestedTooDeeply, { kind: rules.kind ?? "note" }, at));
    } else if ("refused" in set) {
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

/** The text of a file with the same line numbers: empty lines replace the frontmatter. */
function withoutFrontmatter({ yaml, body, bodyLine }: SplitFile): string {
  if (yaml === undefined) return withoutOtherFences(body);
  // The comment prevents three hyphens at the start of the text from being read as frontmatter
  // again.
  return `{/* */}${"\n".repeat(bodyLine - 1)}${body}`;
}

// Astro also takes these as frontmatter: one after empty lines, one in TOML, and one without a line of
// its own for the closing fence. It may name a module as the layout, which the build would run.
const otherFence = /^(\s*)(---|\+\+\+)([^\n]*)(?=[\s\S]*?\n(?:---|\+\+\+))/;

/** The text with its first line changed where Astro would find frontmatter that is not one to us. */
function withoutOtherFences(body: string): string {
  return body.replace(otherFence, (_, before: string, fence: string, rest: string) =>
    fence === "---" && /^-*\s*$/.test(rest) ? `${before}***` : `${before}\\${fence}${rest}`,
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
