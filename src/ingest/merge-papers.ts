import { createHash } from "node:crypto";
import type { Paragraph, PhrasingContent } from "mdast";
import { paperId } from "../schemas/identifiers.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { PaperEntry, Provenance } from "../schemas/paper.ts";
import type { CleanPaper } from "./clean.ts";
import { mathOf } from "./math-facts.ts";
import { groupSamePapers, type OwnersJoin } from "./same-paper.ts";
import { plainText } from "./text/plain-text.ts";
import { slugOf } from "./text/slug.ts";

/** One paper from all its records: an entry's facts, with its texts still as trees. */
export interface Paper
  extends Omit<PaperEntry, "title" | "topics" | "listed" | "published" | "schemaVersion"> {
  title: PhrasingContent[];
  abstract: Paragraph[];
  published?: string;
  listed: string[];
  keywords: string[];
  categories: string[];
  /** Which of `sources` gave the texts. */
  textSources: { title: Provenance; abstract: Provenance };
}

/** Formats by trust, the most trusted first: whose value stands where sources differ. */
const trust = ["daily-papers-text"];

/** Makes one paper of all records that tell of it, and gives each its id. */
export function mergePapers(
  records: CleanPaper[],
  owners: readonly OwnersJoin[] = [],
): Staged<Paper[]> {
  const messages: Message[] = [];
  const groups = groupSamePapers(titled(records, messages), owners).map((group) =>
    group.toSorted(byTrust),
  );
  const ids = idsOf(groups, messages);
  const value = groups.map((group, index) => unite(group, ids[index] ?? "", messages));
  return { value: value.toSorted((a, b) => (a.id < b.id ? -1 : 1)), messages };
}

/** Records with a title; without one a paper has no name, no address and no valid entry. */
function titled(records: CleanPaper[], messages: Message[]): CleanPaper[] {
  return records.filter(({ titleText, source: { file, line } }) => {
    if (titleText !== "") return true;
    messages.push({
      rule: "no-title",
      severity: "error",
      reason: "The title here has no sign that can be seen; the paper is left out.",
      place: { file, line },
      hint: "Write the paper's title into this line, as the page shows it.",
    });
    return false;
  });
}

function byTrust(a: CleanPaper, b: CleanPaper): number {
  const rank = ({ source }: CleanPaper) => trust.indexOf(source.format) + 1 || trust.length + 1;
  return (
    rank(a) - rank(b) || compare(a.source.file, b.source.file) || a.source.line - b.source.line
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unite(group: CleanPaper[], id: string, messages: Message[]): Paper {
  const best = group[0];
  if (!best) throw new RangeError("A group of records has at least one.");
  const fullest = group.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  // The more trusted text stands, unless another is clearly the whole of a part.
  const text = lengthOf(fullest) > 1.2 * lengthOf(best) ? fullest : best;
  const published = chosen(group, "published", messages);
  const authorsCount = chosen(group, "authorsCount", messages);
  const organization = first(group, ({ organization: value }) => value);
  const comments = largest(group, ({ comments: value }) => value);
  const upvotes = largest(group, ({ upvotes: value }) => value);
  const arxiv = first(group, ({ ids }) => ids.arxiv);
  const doi = first(group, ({ ids }) => ids.doi);
  return {
    id: paperId.parse(id),
    title: best.title,
    titleText: best.titleText,
    abstract: text.abstract,
    ...(published === undefined ? {} : { published }),
    listed: unique(group.flatMap(({ listed }) => (listed ? [listed] : []))).sort(),
    authors: first(group, ({ authors }) => (authors.length > 0 ? authors : undefined)) ?? [],
    ...(authorsCount === undefined ? {} : { authorsCount }),
    ...(organization ? { organization } : {}),
    ...(comments === undefined ? {} : { comments }),
    ...(upvotes === undefined ? {} : { upvotes }),
    links: uniqueBy(
      group.flatMap(({ links }) => links),
      ({ url }) => url,
    ),
    ids: { ...(arxiv ? { arxiv } : {}), ...(doi ? { doi } : {}) },
    aliases: [],
    inferred: yearIsInferred(group, published) ? ["published.year"] : [],
    math: mathOf(best, text, group),
    ...(text.original === undefined ? {} : { original: text.original }),
    sources: group.map(({ source }) => source),
    keywords: unique(group.flatMap(({ keywords }) => keywords)),
    categories: unique(group.flatMap(({ categories }) => categories)),
    textSources: { title: best.source, abstract: text.source },
  };
}

function lengthOf({ abstract }: CleanPaper): number {
  return abstract.reduce((sum, { children }) => sum + plainText(children).length, 0);
}

function yearIsInferred(group: CleanPaper[], published: string | undefined): boolean {
  const tellers = group.filter((record) => record.published === published);
  return (
    published !== undefined && tellers.every(({ inferred }) => inferred.includes("published.year"))
  );
}

/** The most trusted value of a fact that has one right value; a value read beats one inferred. */
function chosen<K extends "published" | "authorsCount">(
  group: CleanPaper[],
  key: K,
  messages: Message[],
): CleanPaper[K] | undefined {
  const told = group
    .filter((record) => record[key] !== undefined)
    .toSorted((a, b) => a.inferred.length - b.inferred.length);
  const stands = told[0];
  const differs = told.find((record) => record[key] !== stands?.[key]);
  if (stands && differs) {
    messages.push({
      rule: "sources-differ",
      severity: "info",
      reason: `Sources differ on ${key} of "${stands.titleText}": ${stands[key]} (${stands.source.file}) stands, not ${differs[key]} (${differs.source.file}).`,
      place: { file: differs.source.file, line: differs.source.line },
      hint: "Correct it in content/notes/ if the wrong one stands.",
    });
  }
  return stands?.[key];
}

function first<T>(group: CleanPaper[], value: (record: CleanPaper) => T | undefined) {
  return group.map(value).find((found) => found !== undefined);
}

function largest(group: CleanPaper[], value: (record: CleanPaper) => number | undefined) {
  const told = group.flatMap((record) => value(record) ?? []);
  return told.length > 0 ? told.reduce((a, b) => Math.max(a, b)) : undefined;
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}

function uniqueBy<T>(values: T[], key: (value: T) => string): T[] {
  return [...new Map(values.toReversed().map((value) => [key(value), value])).values()].reverse();
}

/** The arXiv id or DOI where known, else a slug; papers that share one get a hash of the title. */
function idsOf(groups: CleanPaper[][], messages: Message[]): string[] {
  const wanted = groups.map((group) => {
    const arxiv = first(group, ({ ids }) => ids.arxiv);
    const doi = first(group, ({ ids }) => ids.doi);
    const known = (arxiv ?? doi)?.toLowerCase().replace(/[^a-z0-9._-]+/g, "-");
    return { group, known, id: known ?? slugOf(group[0]?.titleText ?? "") };
  });
  const sharing = Map.groupBy(wanted, ({ id }) => id);
  const titles = Map.groupBy(wanted, ({ group }) => group[0]?.titleText ?? "");
  return wanted.map(({ group, known, id }) => {
    const record = group[0];
    if (!record || (id !== "" && (sharing.get(id)?.length ?? 0) < 2)) return id;
    // Two papers of one title are told apart by their abstracts.
    const same = (titles.get(record.titleText)?.length ?? 0) > 1;
    const seed = same ? `${record.titleText}\n${abstractText(record)}` : record.titleText;
    const hashed = [known ?? (id || "paper"), shortHash(seed)].join("-");
    if (id !== "") {
      messages.push({
        rule: "shared-slug",
        severity: "info",
        reason: `Several papers would lie at "${id}"; "${record.titleText}" lies at "${hashed}".`,
        place: { file: record.source.file, line: record.source.line },
      });
    }
    return hashed;
  });
}

function abstractText({ abstract }: CleanPaper): string {
  return abstract.map(({ children }) => plainText(children)).join("\n");
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}
