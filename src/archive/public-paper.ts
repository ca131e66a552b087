import { z } from "zod";
import { type PaperEntry, paper } from "../schemas/paper.ts";

/**
 * A line of the site's `data/papers.jsonl`: what pages show of a paper. What its owner may mean for nobody else is
 * not there: keywords, collections, annotations, the day of adding, and where the paper's seeds are.
 */
export const publicPaper = paper
  .pick({
    id: true,
    title: true,
    titleText: true,
    published: true,
    publishedIn: true,
    listed: true,
    authors: true,
    authorsCount: true,
    organization: true,
    venue: true,
    reference: true,
    comments: true,
    upvotes: true,
    links: true,
    ids: true,
    aliases: true,
    schemaVersion: true,
  })
  .extend({
    topics: z.array(z.object({ id: z.string(), name: z.string(), score: z.number() })),
    /** In Markdown, formulas as `$…$`. */
    abstract: z.string(),
    /** The address of the paper's page: absolute if the archive has an address. */
    page: z.string(),
  });

/** What a line has besides the facts of the entry. */
interface More {
  abstract: string;
  page: string;
  topicName: (id: string) => string;
}

/** A paper as a line of JSON. */
export function publicLine(entry: PaperEntry, { abstract, page, topicName }: More): string {
  const topics = entry.topics.map(({ id, score }) => ({ id, name: topicName(id), score }));
  return `${JSON.stringify(publicPaper.parse({ ...entry, topics, abstract, page }))}\n`;
}

/** The JSON Schema of such a line. */
export function publicPaperSchema(): string {
  const schema = z.toJSONSchema(publicPaper, { io: "output", unrepresentable: "any" });
  return `${JSON.stringify({ title: "A paper of an Offprint archive", ...schema }, null, 2)}\n`;
}
