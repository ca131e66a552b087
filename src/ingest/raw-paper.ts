import type {
  Author,
  InferredFact,
  Organization,
  PaperLink,
  Provenance,
} from "../schemas/paper.ts";

/** A file under `seeds/` as it came; `path` is relative to the project, with `/`. */
export interface SeedFile {
  path: string;
  bytes: Uint8Array;
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
  listed?: string;
  authors: Author[];
  authorsCount?: number;
  organization?: Organization;
  comments?: number;
  upvotes?: number;
  ids: { arxiv?: string; doi?: string };
  links: PaperLink[];
  keywords: string[];
  categories: string[];
  inferred: InferredFact[];
  /** Whether the source takes dollars and backslashes from formulas, as Daily Papers does. */
  damaged: boolean;
  source: Provenance;
}

/** What a reader may know beside the file. */
export interface SeedContext {
  /** The owner's years for pages that print none, by path under `seeds/`. */
  seedYears: Readonly<Record<string, number>>;
}
