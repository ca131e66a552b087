import { percentDecoded, withoutEscapes } from "./id-escapes.ts";

/** An arXiv id in a text, without and with its version. */
export interface ArxivName {
  id: string;
  version?: number;
}

const archives =
  "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con";
const month = "(?:0[1-9]|1[0-2])";
// Four digits until 2014, five since then.
const modern = String.raw`(?:(?:0[7-9]|1[0-4])${month}\.\d{4}|(?:1[5-9]|[2-9]\d)${month}\.\d{5})`;
const number = String.raw`\d\d${month}\d{3}`;
const classic = String.raw`(?:${archives})(?:\.[A-Za-z-]{2,8})?/${number}`;
const anyId = String.raw`(${modern}|${classic})(?:v(\d{1,3}))?`;
// `[cs.CL]`, `(math.GT)`
const inClass = String.raw`(?:\s{0,5}[[({]{1,2}[a-z-]+(?:\.[A-Za-z-]+)?[\])}]{1,2})?`;
const bare = new RegExp(
  String.raw`^[[(<{]?(?:arxiv(?:\.org)?[\s:]*)?(?:abs/)?${anyId}(?:\.pdf)?[\])>}]?${inClass}[.,;]?$`,
  "i",
);

const hosts = [
  String.raw`(?:arxiv[.-]org|alphaxiv[.-]org|ar5iv[.-](?:labs[.-]arxiv[.-])?org|arxiv-vanity\.com|xxx\.lanl\.gov)[\w.-]{0,100}(?::\d{1,5})?/(?:abs|pdf|html|format|ps|src|e-print|overview|paper|papers|resources|audio)/`,
  String.raw`(?:huggingface\.co|hf\.co|emergentmind\.com|hyper\.ai)/papers/`,
  String.raw`(?:scirate\.com|papers\.cool|paperswithcode\.com|catalyzex\.com|connectedpapers\.com)/arxiv/`,
].join("|");
const words = [
  // `arXiv:…`, `arXiv preprint …`, `ArXiv, abs/…`, `arXiv (Cornell University)`
  String.raw`(?<![a-z])arxiv(?:\.org)?(?:\s{1,3}(?:e-?prints?|preprints?|identifier|id|no\.?|number))?[\s:,;.#/]{1,4}(?:vol(?:ume|\.)\s?)?(?:abs/|pdf/)?`,
  String.raw`\bcorr[\s:,;]{1,3}(?:vol(?:ume|\.)\s?)?(?:abs/)?`,
  String.raw`(?<![\w/.-])abs/`,
].join("|");
const placed = new RegExp(
  String.raw`(?:${hosts}|10\.48550/arxiv\.|${words})${anyId}(?!\d|\.\d)`,
  "i",
);
const classicAlone = new RegExp(
  String.raw`(?<![\w/.%-])(${classic})(?:v(\d{1,3}))?(?![\w/-]|\.\d)`,
  "i",
);
// DBLP's key of a paper: `journals/corr/abs-1706-00001`.
const dblp = /\bjournals\/corr\/abs-(\d{4})-(\d{4,5})(?!\d)/i;

/** The arXiv id in a word, with or without `arXiv:` before it and its class behind it. */
export function arxivWord(word: string): ArxivName | undefined {
  return named(bare.exec(withoutEscapes(word).trim()));
}

/** The arXiv id in an address, a DOI or a remark such as `arXiv preprint arXiv:2510.01171`. */
export function arxivIn(written: string): ArxivName | undefined {
  const text = percentDecoded(withoutEscapes(written));
  const found = placed.exec(text) ?? classicAlone.exec(text);
  if (found) return named(found);
  const [, start, end] = dblp.exec(text) ?? [];
  return start === undefined ? undefined : arxivWord(`${start}.${end}`);
}

/** The fields of a reference that may have an arXiv id together. */
export interface EprintFields {
  eprint: string;
  /** `archivePrefix` or `eprinttype`: arXiv, another archive, or the archive of an old id. */
  type?: string | undefined;
  /** `primaryClass` or `eprintclass`, such as `math.GT`. */
  primaryClass?: string | undefined;
}

const archive = new RegExp(String.raw`^(?:${archives})(?=$|[.\s,;])`, "i");
const oldNumber = new RegExp(String.raw`^(${number}(?:v\d{1,3})?)(?:\s*[[(]([^\])]+)[\])])?$`);

/**
 * The arXiv id of an eprint, in any form: an id, an address, a DOI, or the number of an old id whose
 * archive is in another field. Eprints of other archives may look the same, so they have none.
 */
export function arxivEprint({ eprint, type, primaryClass }: EprintFields): ArxivName | undefined {
  const value = withoutEscapes(eprint).trim();
  const kind = withoutEscapes(type ?? "").trim();
  const explicit = arxivIn(value);
  if (explicit) return explicit;
  if (!isArxivType(kind)) return undefined;
  const [, old, ownClass] = oldNumber.exec(value.replace(/^arxiv[\s:]*/i, "")) ?? [];
  if (old === undefined) return arxivWord(value);
  const of = [ownClass, kind, primaryClass].map((name) => archive.exec(name?.trim() ?? "")?.[0]);
  const home = of.find((name) => name !== undefined);
  return home === undefined ? undefined : arxivWord(`${home}/${old}`);
}

/** Whether such a type of eprint means arXiv; without any, it is assumed. */
export function isArxivType(type: string): boolean {
  const kind = type.trim();
  return kind === "" || /arxiv/i.test(kind) || archive.test(kind);
}

function named(match: RegExpExecArray | null): ArxivName | undefined {
  if (!match?.[1]) return undefined;
  const id = match[1].includes("/") ? withoutClass(match[1]) : match[1];
  return { id, ...(match[2] ? { version: Number(match[2]) } : {}) };
}

/** `Math.gt/0309136` is `math.GT/0309136`, and `math/0309136` to arXiv itself. */
function withoutClass(id: string): string {
  const [home = "", digits = ""] = id.split("/");
  return `${home.split(".")[0]?.toLowerCase()}/${digits}`;
}
