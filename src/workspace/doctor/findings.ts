import type { TopicPaper } from "../../ingest/paper.ts";
import type { Message } from "../../schemas/message.ts";
import { notFetched, possibleDuplicate, sourcesDiffer } from "../../schemas/rules.ts";

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

const fetchMore = "`npm run add -- ID` fetches what arXiv or the DOI's registry knows.";
const checks: Check[] = [
  {
    kind: "missing",
    severity: "info",
    title: "have no arXiv id and no DOI",
    hint: "Add a source that knows it, or give it in the paper's note.",
    applies: ({ ids }) => ids.arxiv === undefined && ids.doi === undefined,
  },
  {
    kind: "missing",
    severity: "info",
    title: "have no authors",
    hint: fetchMore,
    applies: ({ authors }) => authors.length === 0,
  },
  {
    kind: "missing",
    severity: "info",
    title: "have no abstract",
    hint: fetchMore,
    applies: ({ abstract }) => abstract.length === 0,
  },
  {
    kind: "missing",
    severity: "info",
    title: "have no date",
    hint: fetchMore,
    applies: ({ published, publishedIn }) => (published ?? publishedIn) === undefined,
  },
  {
    kind: "inferred",
    severity: "info",
    title: "have a year that was inferred",
    hint: "Add a source that prints it, or give the page's year in content/site.yaml under seedYears.",
    applies: ({ inferred }) => inferred.includes("published.year"),
  },
  {
    kind: "inferred",
    severity: "info",
    title: "have formulas restored from damage",
    hint: `A source with whole LaTeX is better: ${fetchMore}`,
    applies: ({ math }) => math.restored > 0,
  },
  {
    kind: "unsorted",
    severity: "info",
    title: "have no topic",
    hint: "Add a topic or a phrase in content/topics.yaml, or the topic in the paper's note.",
    applies: ({ topics }) => topics.length === 0,
  },
];

/** What is worth fixing in the papers and by the messages of ingest, the most severe first. */
export function findingsOf(papers: readonly TopicPaper[], messages: readonly Message[]): Finding[] {
  const ofPapers = checks.map(({ applies, ...check }) => ({
    ...check,
    items: papers.filter(applies).map(({ id }) => String(id)),
  }));
  const of = ({ name }: { name: string }) => messages.filter(({ rule }) => rule === name);
  const broken = messages.filter(({ severity }) => severity === "error");
  const doubtful = messages.filter(
    ({ severity, rule }) =>
      severity === "warning" && ![possibleDuplicate.name, notFetched.name].includes(rule),
  );
  const findings: Finding[] = [
    {
      kind: "broken",
      severity: "error",
      title: "faults in seeds, notes or settings",
      items: broken.map(line),
      hint: "`npm run ingest` says what to do about each.",
    },
    {
      kind: "broken",
      severity: "warning",
      title: "doubtful places",
      items: doubtful.map(line),
      hint: "`npm run ingest` says what to do about each.",
    },
    {
      kind: "missing",
      severity: "warning",
      title: "papers of which only the id is known",
      items: of(notFetched).map(line),
      hint: "`npm run add -- FILE` fetches all papers of a list.",
    },
    {
      kind: "duplicate",
      severity: "warning",
      title: "papers that may be one work",
      items: of(possibleDuplicate).map(line),
      hint: "Join or part them in a note, by sameAs or differentFrom.",
    },
    {
      kind: "duplicate",
      severity: "info",
      title: "facts on which sources differ",
      items: of(sourcesDiffer).map(line),
      hint: "Correct the paper in its note where the wrong one stands.",
    },
    ...ofPapers,
  ];
  return findings.filter(({ items }) => items.length > 0);
}

function line({ reason, place }: Message): string {
  const where = place ? `${place.file}${place.line === undefined ? "" : `:${place.line}`}  ` : "";
  return `${where}${reason}`;
}
