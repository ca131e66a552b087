import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import { parseShallow } from "../../schemas/yaml-depth.ts";
import { itemsOf } from "./salvage-yaml.ts";

/** In characters. Nobody writes longer lists by hand, and parsing them as YAML would take long. */
export const longestList = 5_000_000;

/** Fields of which a paper has at least one. */
const names = "title|arxiv|doi|url|authors|published";
const nameOf = new RegExp(`^(?:${names})$`, "i");
const anyName = new RegExp(`\\b(?:${names})\\b`, "i");
// Each of the lines before the first key ends where it began, so that no space can belong to two of them.
const before =
  "^\\uFEFF?(?:[^\\S\\n]*(?:---[^\\S\\n]*|%YAML[^\\n]*|#[^\\n]*)?\\n)*[^\\S\\n]*(?:---[^\\S\\n]+)?";
/** The first key is a field of a paper. */
const plain = new RegExp(
  `${before}(?:papers[^\\S\\n]*:[^\\S\\n]*(?:#[^\\n]*)?\\n\\s*)?(?:-\\s+)?["']?(?:${names})["']?[^\\S\\n]*:(?:\\s|$)`,
  "i",
);
/** A list, a list or a map in brackets with names as only YAML has them, a map, or an anchor. */
const blockList = new RegExp(`${before}-\\s`);
const inBrackets = new RegExp(`${before}[[{][\\s[{]*[A-Za-z&!?]`);
const otherStart = new RegExp(
  `${before}(?:[&!?]|["']?(?:papers|abstract|keywords|venue|code|project|data|listed)["']?[^\\S\\n]*:)`,
  "i",
);

/**
 * Whether a text with `\n` as line ends is a reading list: its first key is a field of a paper, or
 * there is a paper where a list in YAML has one. Each item is parsed by itself, so that a damaged one
 * does not hide the others.
 */
export function isReadingList(text: string): boolean {
  const head = text.slice(0, 5000);
  if (plain.test(head)) return true;
  if (text.length > longestList || !anyName.test(text)) return false;
  if (blockList.test(head)) return itemsOf(text).some((item) => hasPaper(item.text));
  // Damaged JSON has quotation marks around its names.
  if (inBrackets.test(head)) return !/["']\s*:/.test(head) && hasPaper(text);
  return (
    otherStart.test(head) && (hasPaper(text) || itemsOf(text).some((item) => hasPaper(item.text)))
  );
}

function hasPaper(text: string): boolean {
  try {
    const options = { schema: "failsafe", prettyErrors: false } as const;
    return yamlItems(parseShallow(text, options).contents).some(
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

/** Anything but an empty item. */
function isItem(node: unknown): node is Node {
  if (isScalar(node)) return node.value !== null && node.value !== "";
  return isMap(node) || isSeq(node) || isAlias(node);
}
