import type { LinkKind, PaperLink } from "../../schemas/paper.ts";

/** A web address in a text: where it stands, what it shows, where it leads. */
export interface FoundLink {
  start: number;
  end: number;
  url: string;
}

// RFC 3986's characters, without those that delimit an address in prose.
const address =
  /https?:\/\/[A-Za-z0-9\-._~:/?#@!$&()*+,;=%[\]']+|(?<![\p{L}\p{N}@/._-])(?:www\.[a-z0-9-]+\.[a-z]{2,}|github\.com\/|gitlab\.com\/|huggingface\.co\/)[A-Za-z0-9\-._~:/?#@!$&()*+,;=%']*/gu;

// A sentence that was glued to the address: `…/repo.Our code`. Only words that open sentences.
const gluedSentence =
  /\.(?:A|All|An|And|As|Code|Data|For|Further|In|It|Moreover|More|Our|Project|The|These|This|To|We|Website|With)$/;

/** The web addresses of a text, in order. Text that ran into one is not part of it. */
export function findLinks(text: string): FoundLink[] {
  const links: FoundLink[] = [];
  for (const match of text.matchAll(address)) {
    let start = match.index;
    for (const piece of match[0].split(/(?=https?:\/\/)/)) {
      const shown = withoutTail(piece);
      const url = toUrl(shown);
      if (url) links.push({ start, end: start + shown.length, url });
      start += piece.length;
    }
  }
  return links;
}

function withoutTail(piece: string): string {
  let shown = piece;
  for (;;) {
    const glued = gluedSentence.exec(shown);
    if (glued) shown = shown.slice(0, glued.index);
    const last = shown.at(-1) ?? "";
    const opens = shown.split("(").length;
    const unbalanced = last === ")" && shown.split(")").length > opens;
    const closes = last === "]" && !shown.includes("[");
    if (!glued && !unbalanced && !closes && !/[.,;:!?'*_~&#($=+]/.test(last)) return shown;
    if (!glued) shown = shown.slice(0, -1);
  }
}

function toUrl(shown: string): string | undefined {
  const candidate = shown.startsWith("http") ? shown : `https://${shown}`;
  if (!URL.canParse(candidate)) return undefined;
  const { protocol, hostname } = new URL(candidate);
  const web = protocol === "http:" || protocol === "https:";
  return web && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(hostname) ? candidate : undefined;
}

const kinds: [LinkKind, RegExp][] = [
  [
    "data",
    /^(?:www\.)?(?:huggingface\.co\/datasets\/|hf\.co\/datasets\/|kaggle\.com\/(?:datasets|competitions)\/|zenodo\.org|doi\.org\/10\.5281\/zenodo|figshare\.com|osf\.io|dataverse\.|data\.mendeley\.com|openml\.org|archive\.ics\.uci\.edu|physionet\.org)/i,
  ],
  [
    "code",
    /^(?:www\.)?(?:github\.com|gitlab\.com|[\w-]*gitlab[\w.-]*\/|bitbucket\.org|codeberg\.org|gitee\.com|sourceforge\.net|anonymous\.4open\.science|git\.[\w.-]+)/i,
  ],
  [
    "project",
    /^(?:[\w-]+\.(?:github\.io|gitlab\.io|netlify\.app|vercel\.app|pages\.dev|web\.app|notion\.site|readthedocs\.io)|sites\.google\.com|huggingface\.co\/spaces\/)/i,
  ],
];

/** What a link leads to, by its host. */
export function linkKind(url: string): LinkKind {
  const rest = url.replace(/^https?:\/\//i, "");
  return kinds.find(([, hosts]) => hosts.test(rest))?.[0] ?? "other";
}

/** Links of a paper, typed, each once. */
export function paperLinks(urls: string[]): PaperLink[] {
  return [...new Set(urls)].map((url) => ({ kind: linkKind(url), url }));
}
