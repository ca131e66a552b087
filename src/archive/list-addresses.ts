import type { PaperEntry } from "../schemas/paper.ts";
import { hasCode } from "./archive.ts";
import { authorGroups } from "./authors.ts";
import { archiveDate, type DatedPaper } from "./order.ts";
import { organizationKey } from "./organization-key.ts";
import { weekOf } from "./weeks.ts";

/** What decides which lists a paper is in. */
interface ListedPaper extends DatedPaper {
  organization?: { handle: string } | undefined;
  topics: readonly unknown[];
  authors: PaperEntry["authors"];
  links: PaperEntry["links"];
}

/**
 * The paths of the lists that an archive with these papers has, besides those of topics: days, weeks,
 * months, years, organizations, authors, papers with code, without a date
 * and without a topic.
 */
export function listAddresses(papers: readonly ListedPaper[]): string[] {
  const authors = authorGroups(papers).flatMap(({ key, letter, shared }) => [
    shared === undefined ? `authors/${key}` : `authors/few/part-${shared}`,
    `authors/letter/${letter}`,
  ]);
  return [...new Set([...papers.flatMap(listsWith), ...authors])].sort();
}

function listsWith(paper: ListedPaper): string[] {
  const { published, publishedIn, listed, organization, topics } = paper;
  const date = published ?? publishedIn;
  const dates = [...listed, ...(date === undefined ? [] : [date])];
  const own = archiveDate(paper) ?? "";
  return [
    ...dates.flatMap((day) => (day.length === 10 ? [`days/${day}`] : [])),
    ...(own.length === 10 ? [`weeks/${weekOf(own)}`] : []),
    ...(date === undefined ? ["days/undated"] : []),
    ...dates.flatMap((day) => (day.length >= 7 ? [`months/${day.slice(0, 7)}`] : [])),
    ...dates.map((day) => `years/${day.slice(0, 4)}`),
    ...(organization ? [`organizations/${organizationKey(organization.handle)}`] : []),
    ...(topics.length === 0 ? ["topics/unsorted"] : []),
    ...(hasCode(paper) ? ["with-code"] : []),
  ];
}

/**
 * The path of the list or overview that has the papers of a list, which is empty for the home page;
 * undefined for other paths.
 */
export function listAbove(path: string): string | undefined {
  const [first = "", key = ""] = path.split("/");
  if (first === "days")
    return /^\d{4}-\d\d-\d\d$/.test(key) ? `months/${key.slice(0, 7)}` : "years";
  if (first === "weeks") return "years";
  if (first === "months") return `years/${key.slice(0, 4)}`;
  if (path === "with-code") return "topics";
  if (path === "reading-list") return "";
  const isList =
    ["years", "organizations", "authors", "topics", "reading-list"].includes(first) && key !== "";
  return isList ? first : undefined;
}
