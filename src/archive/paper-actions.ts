import type { PaperEntry, PaperLink } from "../schemas/paper.ts";
import { isSafeScheme, schemeOf } from "../text/safe-address.ts";
import { doiAddress } from "./citations/citation.ts";

/** Where a paper can be read, or what belongs to it, in the order of the page. */
const actionKinds = [
  "pdf",
  "arxiv",
  "doi",
  "acl",
  "openreview",
  "huggingface",
  "code",
  "project",
  "data",
] as const;
/** What a link of the row of actions leads to. */
export type ActionKind = (typeof actionKinds)[number];

/** A link of the row of actions under a paper's title. */
export interface PaperAction {
  kind: ActionKind;
  url: string;
}

/** The links of a paper: those of the row of actions, one of a kind, and all others. */
export interface PaperActions {
  actions: PaperAction[];
  others: PaperLink[];
  /** Whether one of them leads to the paper itself. */
  leadsToPaper: boolean;
}

/**
 * The links of a paper. Addresses that follow from its ids are made from them. What an address of
 * another kind in the abstract leads to is not known: it may be another paper.
 */
export function paperActions(
  paper: Pick<PaperEntry, "ids" | "links" | "sources">,
  abstract = "",
): PaperActions {
  const links = paper.links.filter(({ url }) => isWebAddress(url));
  const found = [...idActions(paper), ...links.flatMap((link) => linkActions(link, abstract))];
  const actions = actionKinds.flatMap((kind) => found.find((one) => one.kind === kind) ?? []);
  const shown = new Set(actions.map(({ url }) => url));
  const others = links.filter((link) => {
    const made = linkActions(link, abstract);
    return !shown.has(link.url) && !made.some(({ url }) => shown.has(url));
  });
  const leadsToPaper = actions.some(({ kind }) => !besidePaper.has(kind));
  return { actions, others, leadsToPaper };
}

const besidePaper: ReadonlySet<ActionKind> = new Set(["code", "project", "data"]);

function isWebAddress(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme !== undefined && scheme !== "mailto" && isSafeScheme(scheme);
}

function idActions({
  ids: { arxiv, doi },
  sources,
}: Pick<PaperEntry, "ids" | "sources">): PaperAction[] {
  // Hugging Face has a page of each paper that Daily Papers listed, and not of each on arXiv.
  const isDaily = sources.some(({ format }) => format.startsWith("daily-papers"));
  const anthology = doi === undefined ? undefined : anthologyIdOfDoi(doi);
  return [
    ...(arxiv === undefined ? [] : arxivActions(arxiv, isDaily)),
    ...(doi === undefined ? [] : [{ kind: "doi" as const, url: doiAddress(doi) }]),
    ...(anthology === undefined ? [] : anthologyActions(anthology)),
  ];
}

function arxivActions(id: string, isDaily: boolean): PaperAction[] {
  return [
    { kind: "pdf", url: `https://arxiv.org/pdf/${id}` },
    { kind: "arxiv", url: `https://arxiv.org/abs/${id}` },
    ...(isDaily
      ? [{ kind: "huggingface" as const, url: `https://huggingface.co/papers/${id}` }]
      : []),
  ];
}

const anthologyId = String.raw`\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+|[A-Z]\d\d-\d{4,5}`;

/** The id of a paper in the ACL Anthology, which is the end of most DOIs of its publisher. */
function anthologyIdOfDoi(doi: string): string | undefined {
  const id = /^10\.(?:18653|3115)\/v1\/(.+)$/i.exec(doi)?.[1];
  return id === undefined ? undefined : realAnthologyId(id);
}

function realAnthologyId(id: string): string | undefined {
  const written = /^[a-z]\d/i.test(id) ? id.toUpperCase() : id.toLowerCase();
  return new RegExp(`^(?:${anthologyId})$`).test(written) ? written : undefined;
}

function anthologyActions(id: string): PaperAction[] {
  return [
    { kind: "pdf", url: `https://aclanthology.org/${id}.pdf` },
    { kind: "acl", url: `https://aclanthology.org/${id}/` },
  ];
}

/** What a link of a source leads to; nothing if that is not known. */
function linkActions({ kind, url }: PaperLink, abstract: string): PaperAction[] {
  if (kind !== "other") return [{ kind, url }];
  const { hostname, pathname, searchParams } = new URL(url);
  if (abstract.includes(url.replace(/^https?:\/\//, ""))) return [];
  const host = hostname.replace(/^www\./, "");
  const id = searchParams.get("id");
  if (host === "openreview.net" && id !== null && /^\/(?:forum|pdf)$/.test(pathname)) {
    const query = `id=${encodeURIComponent(id)}`;
    return [
      { kind: "pdf", url: `https://openreview.net/pdf?${query}` },
      { kind: "openreview", url: `https://openreview.net/forum?${query}` },
    ];
  }
  if (host === "aclanthology.org" || (host === "aclweb.org" && /^\/anthology\//.test(pathname))) {
    const name = pathname.replace(/\/$/, "").replace(/^.*\//, "");
    const known = realAnthologyId(name.replace(/(?:v\d+)?\.pdf$/, ""));
    if (known !== undefined) return anthologyActions(known);
  }
  if (host === "huggingface.co" && /^\/papers\/[\w.-]+\/?$/.test(pathname)) {
    return [{ kind: "huggingface", url }];
  }
  return /\.pdf$/i.test(pathname) ? [{ kind: "pdf", url }] : [];
}

/** Sites on which a paper can be searched by its title. */
const searches = {
  arXiv: (title: string) => `https://arxiv.org/search/?searchtype=title&query=${title}`,
  "Google Scholar": (title: string) => `https://scholar.google.com/scholar?q=${title}`,
  "Semantic Scholar": (title: string) => `https://www.semanticscholar.org/search?q=${title}`,
  "Hugging Face": (title: string) => `https://huggingface.co/papers?q=${title}`,
};

/** A search for a paper on another site. */
export interface TitleSearch {
  site: string;
  url: string;
}

/** Searches for a paper by its title, which may or may not find it. */
export function titleSearches(title: string): TitleSearch[] {
  const words = encodeURIComponent(cut(title.toWellFormed().replace(/\s+/g, " ").trim()));
  return Object.entries(searches).map(([site, address]) => ({ site, url: address(words) }));
}

// Sites refuse addresses that are too long, and the first words of a title are enough.
const longestQuery = 250;

function cut(title: string): string {
  if (title.length <= longestQuery) return title;
  const part = title.slice(0, longestQuery + 1);
  return part
    .slice(0, part.lastIndexOf(" ") > 0 ? part.lastIndexOf(" ") : longestQuery)
    .toWellFormed();
}
