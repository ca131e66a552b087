/** An arXiv id in a text, without and with its version. */
export interface ArxivName {
  id: string;
  version?: number;
}

const modern = String.raw`\d{4}\.\d{4,5}`;
const archives =
  "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con";
const classic = String.raw`(?:${archives})(?:\.[A-Z]{2})?/\d{7}`;
const bare = new RegExp(String.raw`^(?:arxiv:\s*)?(${modern}|${classic})(?:v(\d{1,3}))?$`, "i");
const places = [
  String.raw`(?:arxiv\.org|alphaxiv\.org|ar5iv\.(?:labs\.arxiv\.)?org)/(?:abs|pdf|html|format|src|e-print|overview)/`,
  String.raw`(?:huggingface\.co|hf\.co)/papers/`,
  String.raw`10\.48550/arxiv\.`,
  String.raw`\barxiv[: ]\s*`,
].join("|");
const placed = new RegExp(
  String.raw`(?:${places})(${modern}|${classic})(?:v(\d{1,3}))?(?!\d)`,
  "i",
);

/** The arXiv id in a word, with or without `arXiv:` before it. */
export function arxivWord(word: string): ArxivName | undefined {
  return named(bare.exec(word.trim()));
}

/** The arXiv id in an address, a DOI or a remark such as `arXiv:2510.01171 [cs.CL]`. */
export function arxivIn(text: string): ArxivName | undefined {
  return named(placed.exec(text));
}

function named(match: RegExpExecArray | null): ArxivName | undefined {
  if (!match?.[1]) return undefined;
  const id = match[1].includes("/") ? lowerArchive(match[1]) : match[1];
  return { id, ...(match[2] ? { version: Number(match[2]) } : {}) };
}

/** `Math.gt/0309136` is `math.GT/0309136`, and `math/0309136` to arXiv itself. */
function lowerArchive(id: string): string {
  const [archive = "", number = ""] = id.split("/");
  return `${archive.split(".")[0]?.toLowerCase()}/${number}`;
}

/** The id of a paper at the start of a text: on its own, after its kind, or in an address. */
export function idsIn(text: string): { arxiv?: string; doi?: string } | undefined {
  const word = /^\S{1,300}/.exec(text.trim())?.[0].replace(/(?<![,;.])[,;.]+$/, "") ?? "";
  const isAddress = /^(?:https?:\/\/|www\.|arxiv\.org|doi\.org|(?:doi|arxiv):|10\.\d)/i.test(word);
  const arxiv = arxivWord(word) ?? (isAddress ? arxivIn(word) : undefined);
  if (arxiv) return { arxiv: arxiv.id };
  const spaced = /^arxiv:?\s+(\S+)/i.exec(text)?.[1];
  const other = spaced === undefined ? undefined : arxivWord(spaced);
  if (other) return { arxiv: other.id };
  const doi = isAddress ? doiIn(word) : undefined;
  return doi === undefined ? undefined : { doi };
}

const doiCharacters = /10\.\d{4,9}\/[^\s"<>{}|\\^`]+/;

/** The DOI in a text or an address, without delimiters. */
export function doiIn(text: string): string | undefined {
  const found = doiCharacters.exec(decoded(text))?.[0];
  if (found === undefined) return undefined;
  const doi = found.replace(/[?#].*$/s, "").replace(/(?<![.,;:'\]])[.,;:'\]]+$/, "");
  const unbalanced = doi.endsWith(")") && !doi.includes("(");
  return unbalanced ? doi.slice(0, -1) : doi;
}

function decoded(text: string): string {
  try {
    return text.includes("%") ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}
