import { hasCode, type PaperGroup } from "../archive/archive.ts";
import { dates } from "../archive/dates.ts";
import { movedTopics } from "../archive/moved-topics.ts";
import { type FormerAddresses, formerAddresses } from "../archive/published-papers.ts";
import { type Redirect, redirectsOf } from "../archive/redirects.ts";
import {
  authorsPage,
  datesPage,
  everyPage,
  organizationsPage,
  undatedPage,
} from "../i18n/strings.ts";
import type { OtherLine, PageLine, TopicLine } from "../schemas/address.ts";
import { aliasTaken, report } from "../schemas/rules.ts";
import { publishedAddresses } from "../workspace/read-addresses.ts";
import { readRemoved } from "../workspace/read-removed.ts";
import { archive } from "./archive.ts";
import { addressOfAuthor } from "./authors.ts";
import { reportMessages } from "./integrations/build-report.ts";
import { madeOnce } from "./made-once.ts";
import { owners } from "./notes.ts";
import { isEnginesAddress, ownPages } from "./own-pages.ts";
import { site, taxonomy, to, topicName, workspace } from "./settings.ts";

type Ledger = ReturnType<typeof publishedAddresses>["value"];

/** The ledger of addresses, with what has become of those of papers. */
interface FollowedLedger extends FormerAddresses, Pick<Ledger, "byAddress"> {
  others: readonly OtherLine[];
}

/** What has become of the addresses in the ledger. */
export const former = madeOnce(["papers", "addresses"], async (): Promise<FollowedLedger> => {
  const papers = await archive();
  const { value, messages } = publishedAddresses(workspace);
  reportMessages(messages);
  const removed = readRemoved(workspace).value;
  const { byAddress, others } = value;
  return { ...formerAddresses(value.papers, papers, removed), byAddress, others };
});

/** The redirects from old addresses of this site. */
export async function redirects(): Promise<Redirect[]> {
  const { moved, others } = await former();
  const lists = others.flatMap(({ kind, address }) => (kind === "list" ? [address] : []));
  const topics = topicLines(others);
  const names = await listNames();
  const whole = await archive();
  const parts = new Map(
    whole.authors
      .filter(({ shared }) => shared !== undefined)
      .map(({ name, ...author }) => [
        `authors/${author.key}`,
        { to: addressOfAuthor(author), name },
      ]),
  );
  const known = { moved, topics, lists, names, parts };
  const found = redirectsOf(whole, taxonomy, to, known);
  return [...found, ...pageRedirects()];
}

/** A topic that may have been published and has no page now, and the one that has its papers. */
export interface FormerTopic {
  id: string;
  name: string;
  target: PaperGroup | undefined;
}

/** The topics whose feeds and citations are at former addresses. */
export async function formerTopics(): Promise<FormerTopic[]> {
  const papers = await archive();
  const published = topicLines((await former()).others);
  const groups = new Map(papers.topics.map((group) => [group.key, group]));
  const names = new Map(published.map(({ address, name }) => [String(address), name]));
  return movedTopics(papers, taxonomy, published).map(({ id, target }) => {
    const known = topicName(id);
    const name = known === id ? (names.get(id) ?? id) : known;
    return { id, name, target: target === undefined ? undefined : groups.get(target) };
  });
}

/** The days that had papers when the site was published before, and have none now. */
export async function formerDays(): Promise<string[]> {
  const shown = new Set<string>((await archive()).days.map(({ key }) => key));
  const { others } = await former();
  const days = others.flatMap(({ kind, address }) =>
    kind === "list" ? (/^days\/(\d{4}-\d{2}-\d{2})$/.exec(address)?.[1] ?? []) : [],
  );
  return [...new Set(days)].filter((day) => !shown.has(day));
}

function topicLines(lines: readonly OtherLine[]): TopicLine[] {
  return lines.flatMap((line) => (line.kind === "topic" ? [line] : []));
}

/** Addresses of pages of the owner's that no page has now. */
export async function gonePages(): Promise<PageLine[]> {
  const { others } = await former();
  const known = new Set(
    ownPages()
      .flatMap(({ path, aliases }) => [path, ...aliases])
      .map((path) => path.toLowerCase()),
  );
  return others.flatMap((line): PageLine[] => {
    const key = line.address.toLowerCase();
    if (line.kind !== "page" || known.has(key) || isEnginesAddress(key)) return [];
    known.add(key);
    return [line];
  });
}

/** Redirects from the former addresses that the owner's pages name. */
function pageRedirects(): Redirect[] {
  const taken = new Set(ownPages().map(({ path }) => path.toLowerCase()));
  return ownPages().flatMap(({ path, title, aliases, file }) =>
    aliases.flatMap((alias): Redirect[] => {
      const key = alias.toLowerCase();
      if (taken.has(key) || isEnginesAddress(alias)) {
        reportMessages([report(aliasTaken, { alias }, { file })]);
        return [];
      }
      taken.add(key);
      return [{ from: to.ownPage(alias), to: to.ownPage(path), name: title }];
    }),
  );
}

/** The names of the lists and overviews that have a page, by their paths. */
async function listNames(): Promise<ReadonlyMap<string, string>> {
  const { papers, days, weeks, months, years, organizations, authors, unsorted } = await archive();
  const { all, statuses, noted, tags, ratings } = await owners();
  const reading = [
    ...statuses.map(({ key }) => key),
    ...(noted.length > 0 ? ["notes"] : []),
    ...tags.map(({ key }) => `tags/${key}`),
    ...ratings.map(({ key }) => `rated/${key}`),
  ].map((list) => `reading-list/${list}`);
  return new Map([
    ["", site.title],
    ["years", datesPage.title],
    ["days/undated", undatedPage.title],
    ["topics", everyPage.topics],
    ["organizations", organizationsPage.title],
    ["authors", authorsPage.title],
    ...days.map(({ key }) => [`days/${key}`, dates.day(key)] as const),
    ...weeks.map(({ key }) => [`weeks/${key}`, key] as const),
    ...months.map(({ key }) => [`months/${key}`, dates.month(key)] as const),
    ...years.map(({ key }) => [`years/${key}`, key] as const),
    ...organizations.map(({ key, name }) => [`organizations/${key}`, name] as const),
    ...authors.map(({ key, name, shared }) =>
      shared === undefined
        ? ([`authors/${key}`, name] as const)
        : ([`authors/few/part-${shared}`, authorsPage.title] as const),
    ),
    ...authors.map(({ letter }) => [`authors/letter/${letter}`, authorsPage.title] as const),
    ...(papers.some(hasCode) ? [["with-code", ""] as const] : []),
    ...(unsorted.length > 0 ? [["topics/unsorted", ""] as const] : []),
    ...(all.length > 0 ? [["reading-list", everyPage.readingList] as const] : []),
    ...reading.map((path) => [path, ""] as const),
  ]);
}
