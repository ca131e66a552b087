import type { RawPaper } from "../../../src/ingest/raw-paper.ts";
import { bandits, bridges } from "../../fixtures/records.ts";

/** Some facts of a record. */
export type Facts = Partial<RawPaper>;

/** The row that must decide about two records, and the number of papers that they are. */
export type Case = [row: string, what: string, first: Facts, second: Facts, papers: number];

/** The place of a record. */
export const at = (line: number): Pick<RawPaper, "source"> => ({
  source: { format: "bibtex", file: "seeds/refs.bib", line },
});
/** A record without other facts. */
export const bare = { abstract: "", authors: [] };
/** Authors by name. */
export const by = (...names: string[]) => ({ authors: names.map((name) => ({ name })) });
/** Authors of papers. */
export const ada = by("Ada Abbott");
/** Authors of papers. */
export const bo = by("Bo Cheng");
/** Authors of papers. */
export const both = by("Ada Abbott", "Bo Cheng");
/** An id that several records may have. */
export const arxiv = { ids: { arxiv: "1011.1669" } };
/** An id that several records may have. */
export const doi = { ids: { doi: "10.5000/3457" } };
/** An article in a journal. */
export const journal = (pages: string, volume: string, name = "J. Bandits"): Facts => ({
  venue: { kind: "journal", name, ...(pages ? { pages } : {}), ...(volume ? { volume } : {}) },
});
/** A paper at a conference. */
export const meeting = (name: string): Facts => ({ venue: { kind: "conference", name } });
/** A part of a book. */
export const book = (name: string): Facts => ({ venue: { kind: "book", name } });
/** A title that few papers have. */
export const crystals = "Growth of crystals in gels";
/** A title that few papers have. */
export const zones = "Special points in zone integrals";
/** An abstract that is long enough to be told from another one that shares some sentences. */
export const long = `${bandits} ${bridges} Our method needs few samples and reaches low regret on four benchmarks.`;
