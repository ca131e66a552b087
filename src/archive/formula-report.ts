import type { PhrasingContent } from "mdast";
import { toString as mdastToString } from "mdast-util-to-string";
import type { PaperEntry, RestoredSpan } from "../schemas/paper.ts";
import { inlineParagraphs } from "./inline-content.ts";

/** A restored formula, for a person to check. */
export interface FormulaToCheck extends Pick<RestoredSpan, "where" | "text" | "latex"> {
  /** The paper's id and title. */
  id: string;
  titleText: string;
  confidence: number;
  lossy: boolean;
  /** A few words before and after it. */
  before: PhrasingContent[];
  after: PhrasingContent[];
  /** Where it is in the seed. */
  file: string;
  line: number;
}

/** The restored formulas of one paper in the order of its text. */
export function formulasToCheck(paper: PaperEntry, abstract: string): FormulaToCheck[] {
  const spans = paper.math.spans ?? [];
  if (spans.length === 0) return [];
  const places = {
    title: placesIn(paper.title),
    abstract: placesIn(abstract),
  };
  return spans.map((span) => {
    const { where, text, latex, confidence, lossy = false } = span;
    // Spans are in the order of the text; there may be undamaged formulas between them.
    const open = places[where];
    const at = open.findIndex((place) => sameFormula(place.latex, latex));
    const place = open[at];
    if (place) open.splice(0, at + 1);
    const { file = "", line = 1 } = paper.sources[span.source ?? 0] ?? {};
    const context = { before: place?.before ?? [], after: place?.after ?? [] };
    const { id, titleText } = paper;
    return { id, titleText, where, text, latex, confidence, lossy, ...context, file, line };
  });
}

/** Sorts formulas by confidence, lowest first, then by id and place in the text. */
export function leastSureFirst(formulas: readonly FormulaToCheck[]): FormulaToCheck[] {
  return formulas.toSorted(
    (a, b) => a.confidence - b.confidence || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** What an owner pastes into `content/notes/<id>.mdx` to correct a formula. */
export function correctionSnippet({ text, latex }: Pick<FormulaToCheck, "text" | "latex">): string {
  return [
    "---",
    "corrections:",
    "  formulas:",
    `    - text: ${quoted(text)}`,
    `      latex: ${quoted(latex)}`,
    "---",
  ].join("\n");
}

/** Inline content as plain text, formulas between dollars. */
export function contextText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => (node.type === "inlineMath" ? `$${node.value}$` : mdastToString(node)))
    .join("");
}

// In single quotes YAML takes every character literally, backslashes too.
function quoted(text: string): string {
  return `'${text.replace(/\s+/g, " ").replaceAll("'", "''")}'`;
}

const sameFormula = (a: string, b: string) => a.replace(/\s+/g, "") === b.replace(/\s+/g, "");

interface Place {
  latex: string;
  before: PhrasingContent[];
  after: PhrasingContent[];
}

const charactersAround = 80;

function placesIn(markdown: string): Place[] {
  return inlineParagraphs(markdown).flatMap(({ children }) => {
    const leaves = children.flatMap(flat);
    return leaves.flatMap((leaf, index) =>
      leaf.type === "inlineMath"
        ? [
            {
              latex: leaf.value,
              before: upTo(leaves.slice(0, index).reverse(), "start").reverse(),
              after: upTo(leaves.slice(index + 1), "end"),
            },
          ]
        : [],
    );
  });
}

/** Inline content without the links and emphasis around it. */
function flat(node: PhrasingContent): PhrasingContent[] {
  return "children" in node ? node.children.flatMap(flat) : [node];
}

/** The words nearest to a formula. The far end is cut between words. */
function upTo(leaves: PhrasingContent[], end: "start" | "end"): PhrasingContent[] {
  let left = charactersAround;
  return leaves.flatMap((leaf): PhrasingContent[] => {
    if (left <= 0 || !("value" in leaf)) return [];
    const room = left;
    left -= leaf.value.length;
    if (left >= 0 || leaf.type !== "text") return [leaf];
    const value =
      end === "end"
        ? `${leaf.value.slice(0, room).replace(/\S*$/, "").trimEnd()} …`
        : `… ${leaf.value.slice(-room).replace(/^\S*/, "").trimStart()}`;
    return [{ ...leaf, value }];
  });
}
