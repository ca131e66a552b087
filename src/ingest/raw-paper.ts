import type { Message } from "../schemas/message.ts";
import type {
  Author,
  InferredFact,
  Organization,
  PaperEntry,
  PaperLink,
  Provenance,
  Venue,
} from "../schemas/paper.ts";

/** A file under `seeds/` as it came; `path` is relative to the project, with `/`. */
export interface SeedFile {
  path: string;
  bytes: Uint8Array;
  /** What was wrong with the file before its text could be read, such as a damaged archive. */
  messages?: Message[];
}

/**
 * One record of a source, its texts as the source printed them. Days are ISO dates. What the
 * source does not tell is absent.
 */
export interface RawPaper {
  title: string;
  /** Paragraphs stand apart by an empty line. */
  abstract: string;
  published?: string;
  /** The year or month of publication, `2018` or `2018-07`, where the source tells no day. */
  publishedIn?: string;
  listed?: string;
  authors: Author[];
  authorsCount?: number;
  organization?: Organization;
  venue?: Venue;
  comments?: number;
  upvotes?: number;
  ids: { arxiv?: string; doi?: string };
  /** Which version of an arXiv paper the texts are of. */
  version?: number;
  links: PaperLink[];
  keywords: string[];
  categories: string[];
  inferred: InferredFact[];
  /** Whether the source takes dollars and backslashes from formulas, as Daily Papers does. */
  damaged: boolean;
  source: Provenance;
  /** The whole entry, where the source is an archive that was exported; its texts are Markdown. */
  archived?: PaperEntry;
}

/** A record of which only these facts are known. */
export function rawPaper(
  facts: Pick<RawPaper, "title" | "abstract" | "source"> & Partial<RawPaper>,
): RawPaper {
  return {
    authors: [],
    ids: {},
    links: [],
    keywords: [],
    categories: [],
    inferred: [],
    damaged: false,
    ...facts,
  };
}

/** What a reader may know beside the file. */
export interface SeedContext {
  /** The owner's years for pages that print none, by path under `seeds/`. */
  seedYears: Readonly<Record<string, number>>;
}
