import { type ArxivName, arxivIn, arxivWord } from "./arxiv-id.ts";
import { doiField, doiIn } from "./doi.ts";
import { withoutEscapes } from "./id-escapes.ts";

/** What a paper is known by anywhere. */
export interface KnownIds {
  arxiv?: string;
  doi?: string;
}

/** The id of a paper at the start of a text: on its own, after its kind, or in an address. */
export function idsIn(text: string): KnownIds | undefined {
  const start = withoutEscapes(text.trim().slice(0, 4000));
  const arxiv = arxivAtStart(start);
  if (arxiv) return { arxiv: arxiv.id };
  const doi = doiAtStart(start);
  if (doi === undefined) return undefined;
  const own = arxivIn(doi);
  return own && /^10\.48550\//.test(doi) ? { arxiv: own.id } : { doi };
}

const isAddress =
  /^[<([{]?(?:https?:\/\/|\/\/|www\.|(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?::\d+)?\/)/i;
const label = /^[<([{]?(?:(?:info:|urn:)?doi(?:\.org)?[\s:=./~]{1,3})?(?=10(?:\.\d{4,9}|\/))/i;

/** The host of the address at the start of a text, as of a page that names no id; else undefined. */
export function hostIn(text: string): string | undefined {
  const word = firstWord(text.trim().slice(0, 4000)).replace(/^[<([{]/, "");
  return /^(?:https?:\/\/|www\.)([\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:\/|$)/i
    .exec(word)?.[1]
    ?.toLowerCase();
}

function arxivAtStart(text: string): ArxivName | undefined {
  const word = firstWord(text).replace(/(?<![,;.])[,;.]+$/, "");
  const alone = arxivWord(word);
  if (alone) return alone;
  if (isAddress.test(word)) return arxivIn(word);
  const spaced = /^arxiv:?\s+(\S{1,40})/i.exec(text)?.[1];
  return spaced === undefined ? undefined : arxivWord(spaced);
}

function doiAtStart(text: string): string | undefined {
  const word = firstWord(text);
  if (isAddress.test(word)) return acl(word) ?? doiIn(word);
  if (!label.test(text)) return undefined;
  const [, kind = "", name = ""] =
    /^([<([{]?(?:(?:info:|urn:)?doi[^\d]{0,9})?)(\S+)/i.exec(text) ?? [];
  // A number such as 10/2019 is no short DOI without its kind.
  if (/^10\/\d+$/.test(name) && kind === "") return undefined;
  const read = doiField(name);
  return read && "doi" in read ? (doiIn(name) ?? read.doi) : undefined;
}

function firstWord(text: string): string {
  return /^[^\s"“”„«»]+/.exec(text)?.[0] ?? "";
}

// Papers of the ACL Anthology by their ids: those of 2014 and 2015 have DOIs of another prefix,
// earlier ones have none that follows from the id. LREC, COLING, RANLP and the journals have their own.
const anthology =
  /^(?:https?:\/\/)?(?:www\.)?(?:aclanthology\.(?:org|info)(?:\/papers)?|aclweb\.org\/anthology(?:\/papers)?|anthology\.aclweb\.org)\/(?:[A-Z]\/[A-Z]\d\d\/)?((?:20[2-9]\d)\.[a-z0-9_]+-[a-z0-9_]+\.\d+|[A-Z]\d\d-\d{4})(?:v\d+)?(?:\.pdf|\.bib)?\/?(?:[?#].*)?$/i;

/** The DOI of a paper in the ACL Anthology that follows from its address. */
function acl(address: string): string | undefined {
  const id = anthology.exec(address.replace(/[.,;)\]>]+$/, ""))?.[1];
  if (id === undefined) return undefined;
  if (/^20/.test(id)) {
    return /^\d+\.(?:lrec|tacl|cl|ranlp|jep)-/i.test(id)
      ? undefined
      : `10.18653/v1/${id.toLowerCase()}`;
  }
  const name = id.toUpperCase();
  if (!/^[DEKNPSW]/.test(name)) return undefined;
  const year = Number(name.slice(1, 3));
  const isEarlier = year === 14 || (year === 15 && /^[NS]/.test(name));
  if (isEarlier) return `10.3115/v1/${name}`;
  return year >= 15 && year < 21 ? `10.18653/v1/${name}` : undefined;
}
