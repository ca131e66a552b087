import { atomFeed, type FeedItem, jsonFeed, newestFirst } from "../archive/feeds.ts";
import { renderPlain } from "../archive/render-markdown.ts";
import { noteForFeed } from "../notes/note-for-feed.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { absolute } from "./absolute.ts";
import { abstractSource } from "./abstracts.ts";
import { noteOf, noteTitle } from "./notes.ts";
import { site, to, topicName } from "./settings.ts";

/** The list of papers behind a feed. */
export interface FeedList {
  title: string;
  description: string;
  /** The address of the list's page. */
  page: string;
  papers: PaperEntry[];
  /** The number of papers in the feed. */
  length: number;
}

/** The feed formats by file extension. */
const formats = {
  xml: { mediaType: "application/atom+xml", write: atomFeed },
  json: { mediaType: "application/feed+json", write: jsonFeed },
} as const;
type Extension = keyof typeof formats;

/** Astro's static paths for feeds. Items need absolute URLs, so without `address` there are no feeds. */
export function feedPaths<L extends FeedList>(
  lists: readonly L[],
  params: (list: L) => object = () => ({}),
) {
  const extensions: Extension[] = site.address === undefined ? [] : ["xml", "json"];
  return lists.flatMap((list) =>
    extensions.map((extension) => ({
      params: { ...params(list), extension },
      props: { list, extension },
    })),
  );
}

/** The response with a feed. */
export async function feedFile({ props }: { props: { list: FeedList; extension: Extension } }) {
  const { list, extension } = props;
  const page = absolute(list.page) ?? list.page;
  const info = {
    title: list.title,
    description: list.description,
    language: site.language,
    owner: site.author ?? site.title,
    page,
    self: to.feed(extension, page),
  };
  const items = await Promise.all(newestFirst(list.papers, list.length).map(itemOf));
  const { mediaType, write } = formats[extension];
  return new Response(write(info, items), {
    headers: { "content-type": `${mediaType}; charset=utf-8` },
  });
}

const items = new Map<string, Promise<FeedItem>>();

/** A paper is in the feeds of the archive and of its topics, so its item is made once and kept. */
function itemOf(paper: PaperEntry): Promise<FeedItem> {
  const known = items.get(paper.id) ?? makeItem(paper);
  items.set(paper.id, known);
  return known;
}

async function makeItem(paper: PaperEntry): Promise<FeedItem> {
  const address = to.paper(paper.id);
  const note = await noteOf(paper);
  return {
    paper,
    address: absolute(address) ?? address,
    html:
      // A reader of feeds shows papers in many languages in one list.
      renderPlain(await abstractSource(paper)).replaceAll("<p>", '<p dir="auto">') +
      (note ? noteForFeed(note, site.notes.feeds, noteTitle) : ""),
    topics: paper.topics.map(({ id }) => topicName(id)),
  };
}
