import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import { parseShallow } from "../../schemas/yaml-depth.ts";
import { itemsOf } from "./salvage-yaml.ts";

/** In characters. Nobody writes longer lists by hand, and parsing them as YAML would take long. */
export const longestList = 5_000_000;

/** Fields of which a paper has at least one. */
const names = "title|arxiv|doi|url|authors|published";
const nameOf = new RegExp(`^(?:${names})$`, "i");
const anyName = new RegExp(`\\b(?:${names})["']?\\s*:`, "i");
/** In characters, and in items. The library is slow on texts that are not YAML, and papers come early. */
const longestSample = 20_000;
const mostItems = 50;
// Each of the lines before the first key ends where it began, so that no space can belong to two of them.
const before =
  "^\\uFEFF?(?:[^\\S\\n]*(?:---[^\\S\\n]*|%YAML[^\\n]*|#[^\\n]*)?\\n)*[^\\S\\n]*(?:---[^\\S\\n]+)?";
/** The first key is a field of a paper. */
const plain = new RegExp(
  `${before}(?:papers[^\\S\\n]*:[^\\S\\n]*(?:#[^\\n]*)?\\n\\s*)?(?:-\\s+)?["']?(?:${names})["']?[^\\S\\n]*:(?:\\s|$)`,
  "i",
);
// Other beginnings: a list, brackets with names that JSON does not allow, and anchors, tags or other fields.
const blockList = new RegExp(`${before}-\\s`);
const inBrackets = new RegExp(`${before}[[{][\\s[{]*[A-Za-z&!?]`);
const otherStart = new RegExp(
  `${before}(?:[&!?]|["']?(?:papers|abstract|keywords|venue|code|project|data|listed|annotation|note)["']?[^\\S\\n]*:)`,
  "i",
);

/**
 * Whether a text is a reading list: its first key is a field of a paper, or there is a paper where a
 * list in YAML has one. Each item is parsed by itself, so that a damaged one does not hide the others.
 */
export function isReadingList(text: string): boolean {
  const head = withLineFeeds(text.slice(0, 5000));
  if (plain.test(head)) return true;
  const isBlock = blockList.test(head);
  // Damaged JSON has quotation marks around its names.
  const isFlow = inBrackets.test(head) && !/["']\s*:/.test(head);
  if (!(isBlock || isFlow || otherStart.test(head))) return false;
  if (text.length > longestList || !anyName.test(text)) return false;
  const whole = withLineFeeds(text);
  return (!isBlock && hasPaper(whole)) || (!isFlow && hasPaperItem(whole));
}

/** A text with the line ends of YAML. Old editors end lines with a lone CR, which YAML does not allow. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function hasPaperItem(text: string): boolean {
  return itemsOf(text)
    .filter((item) => anyName.test(item.text))
    .slice(0, mostItems)
    .some((item) => hasPaper(item.text));
}

function hasPaper(text: string): boolean {
  try {
    const options = { schema: "failsafe", prettyErrors: false } as const;
    return yamlItems(parseShallow(text.slice(0, longestSample), options).contents).some(
      (node) =>
        isMap(node) &&
        node.items.some(({ key }) => isScalar(key) && nameOf.test(String(key.value))),
    );
  } catch {
    return false;
  }
}

/** What a reading list has as its papers: the items of a list, also under `papers:`, or one map. */
export function yamlItems(contents: unknown): Node[] {
  const inner = isMap(contents) && contents.has("papers") ? contents.get("papers", true) : contents;
  if (isSeq(inner)) return inner.items.filter(isItem);
  return isMap(inner) ? [inner] : [];
}

/** The names beside `papers:`, which hold no papers. */
export function keysBesidePapers(contents: unknown): { key: string; offset: number }[] {
  if (!(isMap(contents) && contents.has("papers"))) return [];
  return contents.items.flatMap(({ key }) => {
    if (!isScalar(key) || key.value === "papers") return [];
    return [{ key: String(key.value), offset: key.range?.[0] ?? 0 }];
  });
}

/** Whether a short text in YAML repeats parts of itself too many times to be read. */
export function hasTooManyAliases(text: string): boolean {
  if (text.length > longestSample || !(text.includes("&") && text.includes("*"))) return false;
  try {
    const document = parseShallow(withLineFeeds(text), { schema: "failsafe", prettyErrors: false });
    if (document.errors.length === 0) document.toJS();
    return false;
  } catch (error) {
    return error instanceof ReferenceError && !/unresolved/i.test(error.message);
  }
}

/** Anything but an empty item. */
function isItem(node: unknown): node is Node {
  if (isScalar(node)) return node.value !== null && node.value !== "";
  return isMap(node) || isSeq(node) || isAlias(node);
}
