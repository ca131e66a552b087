import type { PaperId } from "../schemas/identifiers.ts";
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
import type { ReferenceFacts } from "../schemas/reference-facts.ts";

/** A file under `seeds/` as it is; `path` is relative to the workspace, with `/`. */
export interface SeedFile {
  path: string;
  bytes: Uint8Array;
  /** What went wrong before the text could be read, such as unpacking a damaged archive. */
  messages?: Message[];
}

/**
 * One record of a source, with its texts as the source prints them. Days are ISO dates. Facts that
 * the source does not have are absent.
 */
export interface RawPaper {
  title: string;
  /** Paragraphs are separated by empty lines. */
  abstract: string;
  published?: string;
  /** The year or month of publication, `2018` or `2018-07`, if the source has no day. */
  publishedIn?: string;
  listed?: string;
  authors: Author[];
  authorsCount?: number;
  organization?: Organization;
  venue?: Venue;
  /** What only references say, such as the type of a work. */
  reference?: ReferenceFacts;
  /** The day on which the owner's reference manager got it. */
  added?: string;
  comments?: number;
  upvotes?: number;
  /** The key by which the source cites it, as in BibTeX. */
  citationKey?: string;
  ids: { arxiv?: string; doi?: string };
  /** The version of an arXiv paper that the texts belong to. */
  version?: number;
  links: PaperLink[];
  keywords: string[];
  categories: string[];
  /** Collections or groups of a reference manager, the outer ones first: `Bees/Wild bees`. */
  collections?: string[];
  /** A short summary that the source had a language model write. */
  aiSummary?: string;
  /** What the owner wrote about it in a reference manager. Empty lines separate paragraphs. */
  annotation?: string;
  inferred: InferredFact[];
  /** Whether the source strips dollars and backslashes from formulas, as Daily Papers does. */
  damaged: boolean;
  source: Provenance;
  /** What an exported archive has of the paper; its texts are Markdown. */
  archived?: ExportedPaper;
  /** The ids that a citation gives the paper, if an archive exported it. */
  exportedAs?: ExportedIds;
}

/** The id of a paper in the archive that exported it, and its former ids there. */
export interface ExportedIds {
  id: PaperId;
  aliases: PaperId[];
}

/** A paper of an exported archive: its entry, as far as it is valid. */
export interface ExportedPaper
  extends Omit<PaperEntry, "id" | "titleText" | "topics" | "schemaVersion"> {
  id?: PaperId;
}

/** A record with only these facts. */
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

/** What a reader knows in addition to the file. */
export interface SeedContext {
  /** The owner's years for pages that do not print theirs, by path under `seeds/`. */
  seedYears: Readonly<Record<string, number>>;
}
