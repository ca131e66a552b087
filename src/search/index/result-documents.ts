import type { PaperEntry } from "../../schemas/paper.ts";
import type { SearchSource } from "./record.ts";

/** What a result shows of a paper, and what its citation needs. Formulas stand between marks. */
export interface ShownPaper {
  id: string;
  aliases?: string[];
  title: string;
  titleText: string;
  abstract: string;
  /** The day of publication, or the month or year where no more is known. */
  published?: string;
  authors?: string[];
  authorsCount?: number;
  organization?: string;
  topics?: string[];
  comments?: number;
  arxiv?: string;
  doi?: string;
  venue?: PaperEntry["venue"];
  links?: PaperEntry["links"];
}

/** A file of texts: some papers in the order of their numbers, and the formulas in them as MathML. */
export interface ShownBlock {
  papers: ShownPaper[];
  formulas: Record<string, string>;
}

/** How many papers share a file: few, so that twenty results load little; more in a large archive. */
export function blockSizeFor(total: number): number {
  if (total <= 12_000) return 3;
  return total <= 50_000 ? 4 : 8;
}

/** What a result shows of a paper, without what is absent. */
export function shownPaper({ paper, title, abstract }: SearchSource): ShownPaper {
  const { arxiv, doi } = paper.ids;
  const published = paper.published ?? paper.publishedIn;
  return {
    id: paper.id,
    title,
    titleText: paper.titleText,
    abstract,
    ...(paper.aliases.length > 0 ? { aliases: paper.aliases } : {}),
    ...(published ? { published } : {}),
    ...(paper.authors.length > 0 ? { authors: paper.authors.map(({ name }) => name) } : {}),
    ...(paper.authorsCount === undefined ? {} : { authorsCount: paper.authorsCount }),
    ...(paper.organization ? { organization: paper.organization.name } : {}),
    ...(paper.topics.length > 0 ? { topics: paper.topics.map(({ id }) => id) } : {}),
    ...(paper.comments === undefined ? {} : { comments: paper.comments }),
    ...(arxiv === undefined ? {} : { arxiv }),
    ...(doi === undefined ? {} : { doi }),
    ...(paper.venue ? { venue: paper.venue } : {}),
    ...(paper.links.length > 0 ? { links: paper.links } : {}),
  };
}
