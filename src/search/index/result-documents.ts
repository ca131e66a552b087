import { keyOf } from "../../archive/citations/citation.ts";
import { smallArchive } from "../../archive/small-archive.ts";
import { defined } from "../../schemas/defined.ts";
import type { PaperEntry } from "../../schemas/paper.ts";
import { fnv1a } from "../../text/fnv1a.ts";
import type { SearchSource } from "./record.ts";
import { splitSteadily } from "./split-steadily.ts";

/** What a result shows of a paper, and what its citation needs. Formulas are as in `paperText`. */
export interface ResultPaper {
  id: string;
  aliases?: string[];
  title: string;
  titleText: string;
  abstract: string;
  /** The day of publication, or the month or year if no more is known. */
  published?: string;
  /** The day on which Daily Papers first listed it. */
  listed?: string;
  authors?: string[];
  authorsCount?: number;
  organization?: string;
  topics?: string[];
  comments?: number;
  upvotes?: number;
  arxiv?: string;
  doi?: string;
  venue?: PaperEntry["venue"];
  /** For citations only, like the organization's handle. */
  work?: PaperEntry["reference"];
  key?: string;
  organizationHandle?: string;
  links?: PaperEntry["links"];
}

/** A file of texts: some papers in the order of their numbers, and MathML by LaTeX. */
export interface ResultBlock {
  papers: ResultPaper[];
  formulas: Record<string, string>;
}

/**
 * How many papers share a file on average: few, so that ten results load little; more in a large archive, since
 * hosts limit the number of files.
 */
function blockSizeFor(total: number): number {
  if (total <= 1000) return 1;
  if (total <= 2000) return 2;
  if (total <= smallArchive) return 4;
  return total <= 50_000 ? 8 : 10;
}

/** How many groups of files of texts there are at most, about. The first file of the index has a digest of each. */
const mostGroups = 400;

/** A file of texts ends early at one of so many papers times its size, which are drawn by their ids. */
const endsEarly = 8;

/**
 * Papers in the files of texts, in groups whose files have a digest together. A paper that is added, removed or
 * edited changes its own group and at most a few after it.
 */
export function textGroups<P extends { paper: Pick<PaperEntry, "id"> }>(
  papers: readonly P[],
): P[][][] {
  const blocks = textBlocks(papers);
  // A power of two, which stays the same while an archive grows.
  const files = 2 ** Math.max(0, Math.ceil(Math.log2(blocks.length / mostGroups)));
  return splitSteadily(blocks, { size: files, nameOf: ([first]) => first?.paper.id ?? "" });
}

/** Nearly all have the same size, so that a result loads little beside it, and yet a new paper does not move all others. */
function textBlocks<P extends { paper: Pick<PaperEntry, "id"> }>(papers: readonly P[]): P[][] {
  const size = blockSizeFor(papers.length);
  const blocks: P[][] = [];
  let block: P[] = [];
  for (const one of papers) {
    block.push(one);
    const isDrawn = fnv1a(one.paper.id) % (endsEarly * size) === 0;
    if (block.length < size && !isDrawn) continue;
    blocks.push(block);
    block = [];
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/** What a result shows of a paper, without what is absent or empty. */
export function resultPaper({ paper, title, abstract }: SearchSource): ResultPaper {
  return {
    id: paper.id,
    title,
    titleText: paper.titleText,
    abstract,
    ...defined({
      aliases: notEmpty(paper.aliases),
      published: paper.published ?? paper.publishedIn,
      listed: paper.listed[0],
      authors: notEmpty(paper.authors.map(({ name }) => name)),
      authorsCount: paper.authorsCount,
      organization: paper.organization?.name,
      organizationHandle: paper.organization?.handle,
      key: keyOf(paper),
      work: paper.reference,
      topics: notEmpty(paper.topics.map(({ id }) => id)),
      comments: paper.comments,
      upvotes: paper.upvotes,
      arxiv: paper.ids.arxiv,
      doi: paper.ids.doi,
      venue: paper.venue,
      links: notEmpty(paper.links),
    }),
  };
}

function notEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
