import type { PaperLink } from "../../../schemas/paper.ts";
import { findLinks, linkKind } from "../../../text/links.ts";

/** Reads a field by its name; undefined where it is empty. */
type Field = (...names: string[]) => string | undefined;

// Fields of al-folio and other sites of persons. What is no web address, such as a file, is no link.
const linkFields: readonly (readonly [string, PaperLink["kind"] | undefined])[] = [
  ["code", "code"],
  ["github", "code"],
  ["repository", "code"],
  ["website", "project"],
  ["project", "project"],
  ["projectpage", "project"],
  ["homepage", "project"],
  ["dataset", "data"],
  ["data", "data"],
  ["demo", undefined],
  ["blog", undefined],
  ["slides", undefined],
  ["poster", undefined],
  ["supp", undefined],
  ["video", undefined],
];

/** The links of an entry to code, websites, slides and the like, with their kinds. */
export function linksIn(field: Field): PaperLink[] {
  return linkFields.flatMap(([name, kind]) =>
    webAddresses(field(name)).map((url) => ({ kind: kind ?? linkKind(url), url })),
  );
}

/** Archives of biblatex, and the addresses of what they have. */
const archives: Readonly<Record<string, string>> = {
  jstor: "https://www.jstor.org/stable/",
  pubmed: "https://pubmed.ncbi.nlm.nih.gov/",
  pmid: "https://pubmed.ncbi.nlm.nih.gov/",
  hdl: "https://hdl.handle.net/",
  hal: "https://hal.science/",
  googlebooks: "https://books.google.com/books?id=",
};

/** The address of an `eprint` in another archive than arXiv. */
function eprintAddress(field: Field): string[] {
  const archive = archives[(field("eprinttype", "archiveprefix") ?? "").toLowerCase()];
  const id = unescaped(field("eprint") ?? "");
  const isId = archive?.includes("pubmed") ? /^\d{1,9}$/ : /^[\w./-]{1,100}$/;
  return archive !== undefined && isId.test(id) ? [`${archive}${id}`] : [];
}

/** The addresses of the paper itself. */
export function addressesIn(field: Field): string[] {
  const own = ["url", "link", "ee", "html", "bdsk-url-1", "bdsk-url-2"].flatMap((name) => {
    const addresses = unescaped(field(name) ?? "").split(/[\s,;]{1,9}(?=https?:\/\/)/);
    return addresses.filter((address) => address !== "" && !isFile(address));
  });
  const printed = [field("howpublished"), field("note")].flatMap((text) => [
    ...commandUrls(text).map(unescaped),
  ]);
  return [
    ...own,
    ...webAddresses(field("pdf")),
    ...eprintAddress(field),
    ...printed,
    ...webAddresses(field("howpublished")),
  ];
}

function webAddresses(text = ""): string[] {
  return findLinks(unescaped(text)).map(({ url }) => url);
}

function isFile(address: string): boolean {
  if (/^file:|^[A-Za-z]:[\\/]|^[/~.]/.test(address)) return true;
  return /^[^/:]+\.(?:pdf|ps|html?|docx?|djvu|epub|pptx?|zip|tex)$/i.test(address);
}

function commandUrls(text = ""): string[] {
  return [...text.matchAll(/\\(?:url|href)\s?\{([^{}\s]+)\}/g)].map(([, url = ""]) => url);
}

/** A tilde in TeX: `{\~{}}`, `\textasciitilde `, `$\sim$`. */
const tilde =
  /\{\\(?:~|textasciitilde)(?:\{\})?\s?\}|\\(?:~|textasciitilde(?![A-Za-z])\s?)(?:\{\})?|\$\\sim\$/g;

function unescaped(url: string): string {
  return url
    .trim()
    .replace(/^\\(?:url|path)\{(.*)\}$/, "$1")
    .replace(tilde, "~")
    .replace(/\{?\\([%&#_])\}?/g, "$1");
}
