import { doiStart, type UnreadDoi, wholeDoi } from "./doi-syntax.ts";
import { decodedOnce, percentDecoded } from "./id-escapes.ts";

// Resolvers of DOIs, also behind a library's proxy (`doi-org.proxy.lib.edu`): whatever follows is
// the DOI. `www.doi.org` has pages of its own, too.
const resolver =
  /^(?:[a-z]+:)?\/{0,2}(?:[\w-]+\.)*?(?:(?:(?:www|dx)[.-])?(?:short)?doi[.-]org(?:[.-][\w.-]*)?|doi\.acm\.org|hdl\.handle\.net|api\.crossref\.org|data\.crossref\.org|api\.datacite\.org|data\.datacite\.org|sci-hub\.[a-z]+)(?::\d+)?\//i;
const short =
  /^(?:[a-z]+:)?\/{0,2}(?:(?:www\.|dx\.)?doi[.-]org|(?:www\.)?shortdoi\.org)[\w.-]*\/(?:10\/)?([a-z0-9]{3,12})\/?$/i;

// What publishers add to the DOI in the addresses of their pages.
const view =
  /\/(?:full(?:-?text)?(?:\/(?:html|pdf))?|e?pdf|pdfdirect|pdfplus|epub|abstract|abs|html?|meta|summary|references|citations?|figures?(?:\/\d+)?|tables?(?:\/\d+)?|metrics|cited-by|related|peer-review|supp(?:l|lementary)?[\w-]*(?:\/.*)?|suppl_file\/.*|asset\/.*|download|issuetoc|standard|viewer|export|bibtex)$/i;
const file =
  /(?:\.full)?(?:\.pdf\+html|\.pdf|\.html?|\.xml|\.epub|\.full-text|\.full|\.abstract|\.short)$/i;
const byHost: readonly (readonly [RegExp, RegExp])[] = [
  // The number of the article in its journal.
  [/(?:^|[/.])academic[.-]oup[.-]com/i, /\/\d{4,}$/],
  // A version of the preprint.
  [/(?:^|[/.])(?:bio|med)rxiv[.-]org/i, /v\d{1,3}$/],
  [/(?:^|[/.])(?:researchsquare|preprints|chemrxiv)[.-](?:com|org)/i, /\/v\d{1,3}$/],
];

const mostNested = 3;

/**
 * The DOI in a web address, in its path or in a parameter; undefined if it has none. In a text,
 * `before` is what precedes the address there.
 */
export function doiInAddress(
  address: string,
  before?: string,
  depth = 0,
): { doi: string } | UnreadDoi | undefined {
  const alone = before === undefined;
  const whole = alone ? address : withoutLabel(address);
  const { path, query } = parted(whole);
  const plain = withoutSession(percentDecoded(path));
  const place = { before: before ?? "", inField: alone };
  const start = doiStart(plain);
  if (start !== undefined) {
    const [word = ""] = plain.slice(start).split(/\s/);
    if (resolver.test(plain)) return wholeDoi(word, place);
    const read = wholeDoi(withoutView(word, plain), place);
    return "fault" in read ? read : wholeDoi(withoutView(read.doi, plain), place);
  }
  const brief = short.exec(plain.replace(/[.,;:)\]}>]+$/, ""))?.[1];
  if (brief !== undefined) return { doi: `10/${brief.toLowerCase()}` };
  return doiInQuery(query, place.before, depth);
}

function doiInQuery(
  query: string,
  before: string,
  depth: number,
): { doi: string } | UnreadDoi | undefined {
  for (const parameter of query.split("&").slice(0, 30)) {
    const value = parameter.slice(parameter.indexOf("=") + 1);
    // ACM's former addresses leave out the prefix.
    const acm = /^doid=(\d{4,9}\.\d{4,9})/i.exec(parameter)?.[1];
    if (acm !== undefined) return { doi: `10.1145/${acm}` };
    const nested = decodedOnce(value);
    if (/^https?:\/\//i.test(nested) && depth < mostNested) {
      const inner = doiInAddress(nested, before, depth + 1);
      if (inner) return inner;
      continue;
    }
    const plain = percentDecoded(value);
    const start = doiStart(plain);
    if (start === undefined) continue;
    const [word = ""] = plain.slice(start).split(/\s/);
    return wholeDoi(word, { before, inField: false });
  }
  return undefined;
}

/** The path and the query of an address. The check character of a SICI may be `#`. */
function parted(address: string): { path: string; query: string } {
  const checked = /;\d-#$/.test(address);
  const [start = ""] = checked ? [address] : address.split("#", 1);
  const at = start.search(/\?(?!$)/);
  return at < 0
    ? { path: start, query: "" }
    : { path: start.slice(0, at), query: start.slice(at + 1) };
}

function withoutSession(path: string): string {
  return path.replace(/;jsessionid=.*$/is, "");
}

/** `https://…{text}` is an address and its label. */
function withoutLabel(address: string): string {
  const at = address.search(/\{[^{}]*\}?$/);
  return at < 0 ? address : address.slice(0, at);
}

/** A DOI without what its publisher adds to it in addresses. */
function withoutView(doi: string, address: string): string {
  const endings = [
    view,
    file,
    ...byHost.flatMap(([host, end]) => (host.test(address) ? [end] : [])),
  ];
  let name = doi;
  for (let round = 0; round < 4; round += 1) {
    const next = endings.reduce((rest, end) => rest.replace(end, ""), name);
    if (next === name || doiStart(next) === undefined || next.endsWith("/")) return name;
    name = next;
  }
  return name;
}
