import type { TopicPaper } from "../../ingest/paper.ts";
import type { Message } from "../../schemas/message.ts";
import {
  invalidFormula,
  invalidNoteFormula,
  notFetched,
  possibleDuplicate,
  sourcesDiffer,
} from "../../schemas/rules.ts";

/** Something that the owner may want to fix, and the papers or files that it applies to. */
export interface Finding {
  kind: "missing" | "inferred" | "unsorted" | "duplicate" | "broken" | "too large";
  /** Errors need fixing; the owner may leave the rest as it is. */
  severity: "error" | "warning" | "info";
  title: string;
  /** Ids of papers, or messages with their file and line. */
  items: string[];
  hint: string;
}

type Check = Pick<Finding, "kind" | "severity" | "title" | "hint"> & {
  applies: (paper: TopicPaper) => boolean;
};

const seeEach =
  "To see what to do about each, run `npm run ingest`; `npm run build` says it of the texts of notes.";
const fetchMore = "To get it from arXiv or the DOI registry, run `npm run add -- ID`.";
const checks: Check[] = [
  {
    kind: "missing",
    severity: "info",
    title: "papers without an arXiv id or DOI",
    hint: "Add a source that has one, or add it in the paper's note.",
    applies: ({ ids }) => ids.arxiv === undefined && ids.doi === undefined,
  },
  {
    kind: "missing",
    severity: "info",
    title: "papers without authors",
    hint: fetchMore,
    applies: ({ authors }) => authors.length === 0,
  },
  {
    kind: "missing",
    severity: "info",
    title: "papers without an abstract",
    hint: fetchMore,
    applies: ({ abstract }) => abstract.length === 0,
  },
  {
    kind: "missing",
    severity: "info",
    title: "papers without a date",
    hint: fetchMore,
    applies: ({ published, publishedIn }) => (published ?? publishedIn) === undefined,
  },
  {
    kind: "inferred",
    severity: "info",
    title: "papers whose year was inferred",
    hint: "Add a source that has it, or set the year of the page under seedYears in content/site.yaml.",
    applies: ({ inferred }) => inferred.includes("published.year"),
  },
  {
    kind: "inferred",
    severity: "info",
    title: "papers with restored formulas",
    hint: `A source with undamaged LaTeX is better. ${fetchMore}`,
    applies: ({ math }) => math.restored > 0,
  },
  {
    kind: "unsorted",
    severity: "info",
    title: "papers without a topic",
    hint: "Add a topic or a phrase in content/topics.yaml, or set the topic in the paper's note.",
    applies: ({ topics }) => topics.length === 0,
  },
];

/** Problems in the papers and in the messages of ingest, the most severe first. */
export function findingsOf(papers: readonly TopicPaper[], messages: readonly Message[]): Finding[] {
  const ofPapers = checks.map(({ applies, ...check }) => ({
    ...check,
    items: papers.filter(applies).map(({ id }) => String(id)),
  }));
  const of = ({ name }: { name: string }) => messages.filter(({ rule }) => rule === name);
  const broken = messages.filter(({ severity }) => severity === "error");
  const doubtful = messages.filter(
    ({ severity, rule }) =>
      severity === "warning" &&
      ![possibleDuplicate, notFetched, invalidFormula, invalidNoteFormula].some(
        ({ name }) => name === rule,
      ),
  );
  const findings: Finding[] = [
    {
      kind: "broken",
      severity: "error",
      title: "errors in seeds, notes or settings",
      items: broken.map(line),
      hint: seeEach,
    },
    {
      kind: "broken",
      severity: "warning",
      title: "warnings",
      items: doubtful.map(line),
      hint: seeEach,
    },
    {
      kind: "broken",
      severity: "warning",
      title: "formulas that KaTeX cannot typeset, shown as their source",
      items: [...of(invalidFormula), ...of(invalidNoteFormula)].map(line),
      hint: "Define their commands under macros in content/site.yaml, or correct them in notes.",
    },
    {
      kind: "missing",
      severity: "warning",
      title: "papers with only an id",
      items: of(notFetched).map(line),
      hint: "To download all papers of a list, run `npm run add -- FILE`.",
    },
    {
      kind: "duplicate",
      severity: "warning",
      title: "papers that may be duplicates",
      items: of(possibleDuplicate).map(line),
      hint: "Merge them with sameAs in a note, or keep them apart with differentFrom.",
    },
    {
      kind: "duplicate",
      severity: "info",
      title: "facts on which sources disagree",
      items: of(sourcesDiffer).map(line),
      hint: "If the wrong value is used, correct it in the paper's note.",
    },
    ...ofPapers,
  ];
  return findings.filter(({ items }) => items.length > 0);
}

function line({ reason, place }: Message): string {
  const where = place ? `${place.file}${place.line === undefined ? "" : `:${place.line}`}  ` : "";
  return `${where}${reason}`;
}
