import type { LinkKind, PaperLink } from "../schemas/paper.ts";
import { plainAddress } from "../schemas/plain-address.ts";

/** A web address in a text: its offsets, its text and its target. */
export interface FoundLink {
  start: number;
  end: number;
  url: string;
}

// RFC 3986's characters, without those that delimit an address in prose.
const urlCharacter = String.raw`[A-Za-z0-9\-._~:/?#@!$&()*+,;=%[\]']`;
// Hosts that authors write without `https://`. Other hosts without it are too often names.
const bareHosts = [
  String.raw`www\.[A-Za-z0-9-]{1,63}\.[a-z]{2,}`,
  String.raw`[A-Za-z0-9-]{1,63}\.(?:github|gitlab)\.io\b`,
  String.raw`(?:github|gitlab|bitbucket|kaggle|sites\.google|youtube)\.(?:com|org)/`,
  String.raw`(?:huggingface\.co|hf\.co|zenodo\.org|arxiv\.org|doi\.org|youtu\.be|bit\.ly|aka\.ms)/`,
  String.raw`anonymous\.4open\.science/`,
].join("|");
const address = new RegExp(
  String.raw`https?://${urlCharacter}+|(?<![\p{L}\p{N}@/._-])(?:${bareHosts})${urlCharacter}*`,
  "gu",
);

// Most texts have no address, which is seen faster than none is found. Each address has one of these.
const mayHaveAddress = /:\/\/|www\.|\.(?:io|co|org|be|ly|ms|4open)/;

// A sentence without a space after the address: `…/repo.Our code`. Only words that often start
// sentences.
const gluedSentence =
  /\.(?:A|All|An|And|As|Code|Data|For|Further|In|It|Moreover|More|Our|Project|The|These|This|To|We|Website|With)$/;
const longestGlued = ".Moreover".length;

/** The web addresses of a text, in order, without text that follows them without a space. */
export function findLinks(text: string): FoundLink[] {
  if (!mayHaveAddress.test(text)) return [];
  const links: FoundLink[] = [];
  for (const match of text.matchAll(address)) {
    let start = match.index;
    for (const piece of match[0].split(/(?=https?:\/\/)/)) {
      const rest = restOfSici(text, start, start + piece.length);
      const shown = rest === "" ? withoutTail(piece) : piece + rest;
      const url = toUrl(shown);
      if (url) links.push({ start, end: start + shown.length, url });
      start += piece.length;
    }
  }
  return links;
}

/**
 * What follows the title code of a SICI in the address of a DOI, with that code: its angle brackets
 * are no characters of addresses.
 */
function restOfSici(text: string, start: number, end: number): string {
  if (text.charAt(end) !== "<" || !/\/10\.\d{4,9}\//.test(text.slice(start, end))) return "";
  const code = /<[^<>\s"]{1,80}>\d\.\d\.[A-Z]{2};\d(?:-[A-Z0-9#])?/iy;
  code.lastIndex = end;
  return code.exec(text)?.[0] ?? "";
}

/** An address without the punctuation and the sentence that follow it. */
function withoutTail(piece: string): string {
  const firstSquare = piece.indexOf("[");
  let open = piece.split("(").length - piece.split(")").length;
  let end = piece.length;
  for (;;) {
    const glued = gluedSentence.exec(piece.slice(Math.max(0, end - longestGlued), end));
    if (glued) {
      end -= glued[0].length;
      continue;
    }
    const last = piece.charAt(end - 1);
    const unbalanced = last === ")" && open < 0;
    const closes = last === "]" && (firstSquare < 0 || firstSquare >= end);
    if (!unbalanced && !closes && !/[.,;:!?'*_~&#($=+]/.test(last)) return piece.slice(0, end);
    if (last === ")") open += 1;
    if (last === "(") open -= 1;
    end -= 1;
  }
}

function toUrl(shown: string): string | undefined {
  const candidate = shown.startsWith("http") ? shown : `https://${shown}`;
  // Not `canParse`: it accepts some long hosts for which the constructor throws.
  const parsed = URL.parse(candidate);
  if (!parsed) return undefined;
  const { protocol, hostname } = parsed;
  const web = protocol === "http:" || protocol === "https:";
  if (!web || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(hostname)) return undefined;
  return plainAddress(candidate.replaceAll("<", "%3C").replaceAll(">", "%3E").replace(/#$/, "%23"));
}

const kinds: [LinkKind, RegExp][] = [
  [
    "data",
    /^(?:www\.)?(?:huggingface\.co\/datasets\/|hf\.co\/datasets\/|modelscope\.cn\/datasets\/|kaggle\.com\/(?:datasets|competitions)\/|zenodo\.org|doi\.org\/10\.5281\/zenodo|figshare\.com|osf\.io|dataverse\.|data\.mendeley\.com|openml\.org|archive\.ics\.uci\.edu|physionet\.org)/i,
  ],
  [
    "code",
    /^(?:www\.|gist\.)?(?:github\.com|gitlab\.com|[\w-]*gitlab[\w.-]*\/|bitbucket\.org|codeberg\.org|gitee\.com|sourceforge\.net|anonymous\.4open\.science|colab\.research\.google\.com|pypi\.org|git\.[\w.-]+)/i,
  ],
  [
    "project",
    /^(?:[\w-]+\.(?:github\.io|gitlab\.io|netlify\.app|vercel\.app|pages\.dev|web\.app|notion\.site|readthedocs\.io|hf\.space|streamlit\.app)|sites\.google\.com|huggingface\.co\/spaces\/)/i,
  ],
];

/** What a link leads to, by its host. */
export function linkKind(url: string): LinkKind {
  const rest = url.replace(/^https?:\/\//i, "");
  return kinds.find(([, hosts]) => hosts.test(rest))?.[0] ?? "other";
}

/** Links of a paper with their kinds, each once. */
export function paperLinks(urls: string[]): PaperLink[] {
  return [...new Set(urls)].map((url) => ({ kind: linkKind(url), url }));
}

/** A link from a source, as a list of one; an empty list if it is not a web address. */
export function sourceLinks(kind: LinkKind | undefined, address: string | undefined): PaperLink[] {
  const url = toUrl(address?.trim() ?? "");
  return url === undefined ? [] : [{ kind: kind ?? linkKind(url), url }];
}
