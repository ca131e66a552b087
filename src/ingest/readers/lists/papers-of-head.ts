import { isMap, isScalar, isSeq, LineCounter } from "yaml";
import { parseShallow } from "../../../schemas/yaml-depth.ts";
import { splitFrontmatter } from "../../../text/frontmatter.ts";
import { paperIn } from "../../../text/paper-target.ts";
import { linksInText } from "./links-in-text.ts";
import type { ListedPaper } from "./listed-paper.ts";

const idKey = /^(?:arxiv|doi|eprint)(?:[_-]?(?:id|url|link))?$/i;
const linkKey = /^(?:url|uri|link|links|source|paper|pdf|openreview|semantic[_-]?scholar)$/i;

/** Whether a text is a note with a head in YAML, as in Obsidian. */
export function hasHead(text: string): boolean {
  const { yaml, body } = splitFrontmatter(text);
  return yaml !== undefined && (body.trim() !== "" || papersOfHead(text).length > 0);
}

/** The papers that the head of a note names. Values are read as text: as a number, an id would lose its last zero. */
export function papersOfHead(text: string): ListedPaper[] {
  const { yaml } = splitFrontmatter(text);
  if (yaml === undefined) return [];
  const lines = new LineCounter();
  const fields: { key: string; value: string; line: number }[] = [];
  try {
    const options = { schema: "failsafe", lineCounter: lines, prettyErrors: false } as const;
    const { contents } = parseShallow(yaml, options);
    for (const { key, value } of isMap(contents) ? contents.items : []) {
      const name = isScalar(key) ? String(key.value) : "";
      for (const one of isSeq(value) ? value.items : [value]) {
        if (!isScalar(one)) continue;
        const line = lines.linePos(one.range?.[0] ?? 0).line + 1;
        fields.push({ key: name, value: String(one.value).trim(), line });
      }
    }
  } catch {
    // A head that is no YAML names nothing; the text of the note is read in its place.
    return [];
  }
  const ofKeys = (keys: RegExp) => fields.filter(({ key }) => keys.test(key));
  const byId = ofKeys(idKey).flatMap((one) => papersIn(one.value, one.line));
  const found =
    byId.length > 0 ? byId : ofKeys(linkKey).flatMap((one) => papersIn(one.value, one.line));
  // An arXiv id and a DOI in one head are of the same paper.
  const ofArxiv = found.filter(({ target }) => target.kind === "arxiv");
  return ofArxiv.length > 0 ? ofArxiv : found;
}

function papersIn(value: string, line: number): ListedPaper[] {
  const whole = paperIn(value);
  if (whole) return [{ target: whole, line }];
  return linksInText(value).flatMap(({ address }) => {
    const target = paperIn(address);
    return target ? [{ target, line }] : [];
  });
}
