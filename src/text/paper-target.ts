import { idsIn } from "./paper-ids.ts";

/** A paper by its id. */
export type PaperTarget =
  | { kind: "arxiv"; id: string }
  | { kind: "doi"; doi: string }
  /** The id of a site that has ids of its own. */
  | { kind: "openreview" | "semantic-scholar"; id: string };

/** The paper that a word or an address names; undefined if it names none. */
export function paperIn(word: string): PaperTarget | undefined {
  const { arxiv, doi } = idsIn(word) ?? {};
  if (arxiv !== undefined) return { kind: "arxiv", id: arxiv };
  return doi === undefined ? siteTarget(word.trim()) : { kind: "doi", doi };
}

const openReview =
  /^(?:https?:\/\/)?(?:www\.)?openreview\.net\/(?:forum|pdf|attachment|references\/pdf)\?(?:[^#\s]*&)?id=([\w-]{5,40})(?:[&#].*)?$/i;
const scholarPaper =
  /^(?:https?:\/\/)?(?:www\.)?semanticscholar\.org\/(?:paper|reader)\/(?:[^/?#\s]+\/)?([0-9a-f]{40})(?:[/?#].*)?$/i;
const scholarCorpus =
  /^(?:https?:\/\/)?(?:api\.semanticscholar\.org\/)?CorpusID:(\d{1,12})(?:[?#].*)?$/i;

/** A link of a site whose API says which paper it is. */
function siteTarget(word: string): PaperTarget | undefined {
  const submission = openReview.exec(word)?.[1];
  if (submission !== undefined) return { kind: "openreview", id: submission };
  const paper = scholarPaper.exec(word)?.[1]?.toLowerCase();
  const corpus = scholarCorpus.exec(word)?.[1];
  const id = paper ?? (corpus === undefined ? undefined : `CorpusID:${corpus}`);
  return id === undefined ? undefined : { kind: "semantic-scholar", id };
}
