import type { Message, Place } from "../../schemas/message.ts";
import { report, unreadableId } from "../../schemas/rules.ts";
import { type ArxivName, arxivEprint, arxivIn } from "../../text/arxiv-id.ts";
import { doiField, doiIn, doiKey, isShortDoi } from "../../text/doi.ts";
import { withoutEscapes } from "../../text/id-escapes.ts";
import { idsIn } from "../../text/paper-ids.ts";

/** The fields of a reference in which ids are, as they are written: escapes are undone here. */
export interface IdFields {
  title: string;
  /** A value that is an arXiv id if it looks like one. */
  eprint?: string | undefined;
  /** The archive of `eprint`: arXiv, another one, or that of an old arXiv id (`math`). */
  eprintType?: string | undefined;
  /** The class of `eprint`, such as `math.GT`. */
  primaryClass?: string | undefined;
  doi?: string | undefined;
  urls?: (string | undefined)[];
  /** Fields in which people and programs write `arXiv:2510.01171` or a DOI. */
  remarks?: (string | undefined)[];
  venue?: {
    name?: string | undefined;
    volume?: string | undefined;
    number?: string | undefined;
    pages?: string | undefined;
  };
}

/** The ids of a reference. */
export interface ReferenceIds {
  arxiv?: ArxivName;
  doi?: string;
}

/** Finds the ids of a reference in whichever field they are. arXiv's own DOIs are arXiv ids. */
export function referenceIds(fields: IdFields): ReferenceIds {
  const arxiv = arxivOf(fields);
  const doi = doiOf(fields);
  return { ...(arxiv && { arxiv }), ...(doi === undefined ? {} : { doi }) };
}

function arxivOf(fields: IdFields): ArxivName | undefined {
  const { eprint, eprintType, primaryClass, doi, urls = [], remarks = [], venue = {} } = fields;
  const own =
    eprint === undefined ? undefined : arxivEprint({ eprint, type: eprintType, primaryClass });
  if (own) return own;
  const { name = "", volume, number, pages } = venue;
  const isArxiv = /arxiv|\bcorr\b/i.test(name);
  const joined = [volume, number, pages].map((text) =>
    isArxiv && text !== undefined ? `${name} ${text}` : text,
  );
  return firstOf([doi, ...urls, ...remarks, name, ...joined], arxivIn);
}

function doiOf({ doi, urls = [], eprint, eprintType, remarks = [] }: IdFields): string | undefined {
  const isDoi = /^\s*doi\s*$/i.test(eprintType ?? "");
  const read = doiField(doi || (isDoi ? eprint : undefined) || "");
  const claimed = read && "doi" in read ? read.doi : undefined;
  const isShort = claimed !== undefined && isShortDoi(claimed);
  if (claimed !== undefined && !isShort) return isOfArxiv(claimed) ? undefined : claimed;
  const isResolver = (url: string | undefined) => /doi[.-]org/i.test(url ?? "");
  const sorted = [...urls.filter(isResolver), ...urls.filter((url) => !isResolver(url))];
  const addresses = [...sorted, isAddress(eprint) ? eprint : undefined];
  const ofArticle = (text: string) => {
    const found = doiIn(text);
    return found !== undefined && isOfArxiv(found) ? undefined : found;
  };
  const found = firstOf(addresses, ofArticle) ?? firstOf(remarks, doiOfRemark);
  // A short DOI stands for another, which the address may have.
  return isShort && (found === undefined || isShortDoi(found)) ? claimed : found;
}

/** The DOI of a remark that begins with it. A short DOI needs its kind: 10/a is also an issue. */
function doiOfRemark(remark: string): string | undefined {
  const doi = idsIn(remark)?.doi;
  return doi !== undefined && isShortDoi(doi) && !/doi/i.test(remark) ? undefined : doi;
}

function isOfArxiv(doi: string): boolean {
  return /^10\.48550\//.test(doi) && arxivIn(doi) !== undefined;
}

function isAddress(text: string | undefined): boolean {
  return /^\s*(?:\\url\{)?https?:\/\//i.test(text ?? "");
}

function firstOf<T>(
  texts: readonly (string | undefined)[],
  read: (text: string) => T | undefined,
): T | undefined {
  for (const text of texts) {
    const found = text === undefined ? undefined : read(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reports fields that claim an id which cannot be read whole. */
export function idMessages(fields: IdFields, place: Place): Message[] {
  const { title, doi = "", eprint = "", eprintType = "", primaryClass } = fields;
  const claimed = doiField(doi);
  const ofDoi =
    claimed && "fault" in claimed && arxivIn(doi) === undefined
      ? [report(unreadableId, { title, kind: "DOI", value: doi.trim(), why: claimed.fault }, place)]
      : [];
  const isClaim = /arxiv/i.test(eprintType) && eprint.trim() !== "" && !isAddress(eprint);
  if (!isClaim || arxivEprint({ eprint, type: eprintType, primaryClass })) return ofDoi;
  const why = "it has neither form of arXiv's ids";
  const params = { title, kind: "arXiv id" as const, value: eprint.trim(), why };
  return [...ofDoi, report(unreadableId, params, place)];
}

/** Whether an address follows from the ids of the paper, so that it need not be a link of its own. */
export function isOfIds(url: string, { arxiv, doi }: ReferenceIds): boolean {
  const plain = withoutEscapes(url);
  if (/^(?:https?:\/\/)?(?:[\w-]+\.)*semanticscholar\.org\//i.test(plain)) return true;
  if (/^(?:https?:\/\/)?(?:[\w-]+\.)*arxiv\.org\//i.test(plain)) {
    return arxivIn(plain)?.id === arxiv?.id;
  }
  if (!/^(?:https?:\/\/)?(?:[\w-]+\.)*doi\.org\//i.test(plain)) return false;
  const own = doiIn(plain);
  if (own !== undefined && isOfArxiv(own)) return arxivIn(own)?.id === arxiv?.id;
  return own === undefined || (doi !== undefined && doiKey(own) === doiKey(doi));
}
