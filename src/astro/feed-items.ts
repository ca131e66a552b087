import { dates as formats } from "../archive/dates.ts";
import type { FeedDates, FeedItem } from "../archive/feeds/feed.ts";
import { renderForFeed } from "../archive/render-feed.ts";
import { paperLabels } from "../i18n/strings.ts";
import { type FeedNote, noteForFeed } from "../notes/note-for-feed.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { absolute } from "./absolute.ts";
import { abstractSource } from "./abstracts.ts";
import { archive } from "./archive.ts";
import { noteOf, noteTitle } from "./notes.ts";
import { former } from "./redirects.ts";
import { site, to, topicName } from "./settings.ts";
import { keptByPaper, lookup } from "./traced.ts";

/** An item, and whether its text differs from what readers with MathML see. */
export interface MadeItem {
  item: FeedItem & { text: string };
  math: boolean;
}

const items = keptByPaper<Promise<MadeItem>>({
  sources: ["papers", "notes", "addresses"],
  most: 3000,
});

/**
 * A paper is in the feeds of the archive, its topics and authors, so its item is made once and kept. One that is brief has
 * the first sentence of the abstract.
 */
export async function itemOf(
  paper: PaperEntry,
  dates: FeedDates,
  brief = false,
): Promise<MadeItem> {
  // Each of the feeds is made from these, and not only the one that is made first.
  await Promise.all([abstractSource(paper), noteOf(paper), firstIdOf(paper)]);
  return items(brief ? `brief ${paper.id}` : paper.id, () => makeItem(paper, dates, brief));
}

async function makeItem(paper: PaperEntry, dates: FeedDates, brief: boolean): Promise<MadeItem> {
  const facts = await factsOf(paper, dates);
  const parts = [...(await textsOf(paper, dates, brief)), await noteTexts(paper)];
  return joined(facts, parts);
}

/** The owner's note about a paper as an item of its own; undefined where it has nothing to show. */
export async function noteItemOf(
  paper: PaperEntry,
  dates: FeedDates,
): Promise<MadeItem | undefined> {
  const note = await noteTexts(paper);
  if (!note) return undefined;
  const facts = await factsOf(paper, dates);
  const parts = [note, { xhtml: "<hr />", html: "<hr />", text: "" }];
  return joined({ ...facts, id: `${facts.id}#note` }, [...parts, ...(await textsOf(paper, dates))]);
}

interface Part {
  xhtml: string;
  html: string;
  text: string;
  math?: boolean;
}

function joined(
  facts: Omit<FeedItem, "xhtml" | "html" | "text">,
  parts: readonly (Part | undefined)[],
): MadeItem {
  const all = parts.filter((part) => part !== undefined);
  const join = (key: "xhtml" | "html" | "text", separator: string) =>
    all
      .map((part) => part[key])
      .filter(Boolean)
      .join(separator);
  return {
    item: {
      ...facts,
      xhtml: join("xhtml", "\n"),
      html: join("html", "\n"),
      text: join("text", "\n\n"),
    },
    math: all.some((part) => part.math),
  };
}

async function factsOf(paper: PaperEntry, dates: FeedDates) {
  const at = (id: string) => absolute(to.paper(id)) ?? to.paper(id);
  return {
    id: at(await firstIdOf(paper)),
    title: paper.titleText,
    address: at(paper.id),
    dates,
    issued: paper.published ?? paper.publishedIn,
    authors: paper.authors,
    topics: paper.topics.map(({ id }) => topicName(id)),
  };
}

/** The abstract, and the date of publication where the item has another or nothing else to show. */
async function textsOf(paper: PaperEntry, dates: FeedDates, brief = false): Promise<Part[]> {
  const abstract = renderForFeed(await abstractSource(paper), { brief });
  const issued = paper.published ?? paper.publishedIn;
  const isNews = issued !== undefined && !dates.published.toISOString().startsWith(issued);
  if (!isNews && abstract.text !== "") return [abstract];
  const line = issued ? paperLabels.publishedOn(formats.short(issued)) : paperLabels.undated;
  const html = `<p>${line}</p>`;
  return [abstract, { xhtml: html, html, text: line }];
}

async function noteTexts(paper: PaperEntry): Promise<FeedNote | undefined> {
  const note = await noteOf(paper);
  return note && noteForFeed(note, site.notes.feeds, noteTitle);
}

/** The id under which a paper was published first, so that items keep their ids when papers get others. */
async function firstIdOf({ id }: PaperEntry): Promise<string> {
  return (await firstIds())(id);
}

const firstIds = lookup("first id of a paper", ["papers", "addresses"], async () => {
  const { papers, byId } = await archive();
  const { byAddress } = await former();
  const taken = new Set<string>();
  const found = new Map<string, string>(
    papers.map((paper) => {
      const id = byAddress.get(paper.id)?.paper ?? paper.id;
      const isFree = !taken.has(id) && (byId.get(id) ?? paper) === paper;
      const own = isFree ? id : paper.id;
      taken.add(own);
      return [paper.id, own] as const;
    }),
  );
  return (id) => found.get(id) ?? id;
});
