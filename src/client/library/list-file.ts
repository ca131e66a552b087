import { mergeKept } from "./merge-saved.ts";
import { checkKept, isObject, isPaperId } from "./paper-codec.ts";
import type { KeptPaper } from "./saved-paper.ts";

const format = "offprint-lists";
const version = 1;

/** Something in a file that could not be taken over, in words for the visitor. */
export interface Refused {
  place: string;
  reason: string;
}

export type ListFile =
  | { papers: Map<string, KeptPaper>; refused: Refused[] }
  /** Nothing of it can be read. */
  | { fault: string; hint: string };

/** The visitor's lists and notes as a file to keep, in an order that does not change. */
export function writeListFile(papers: ReadonlyMap<string, KeptPaper>, exported: string): string {
  const items = [...papers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { title, ...marks }]) => ({ id, title, ...marks }));
  return `${JSON.stringify({ format, version, exported, papers: items }, null, 2)}\n`;
}

/** Reads such a file. One bad paper is refused by itself; the others are taken. */
export function readListFile(text: string): ListFile {
  const value = parse(text.replace(/^\uFEFF/, ""));
  if (value === undefined) {
    return {
      fault: "The file is not JSON, or it was cut off.",
      hint: "Choose the file that “Export as JSON” on this page made, and check that all of it was copied.",
    };
  }
  if (!isObject(value) || value["format"] !== format || !Array.isArray(value["papers"])) {
    return {
      fault: `The file is JSON, but no list from this kind of site: it has no "format": "${format}" with "papers".`,
      hint: "CSL-JSON and other citations cannot be imported here, only what “Export as JSON” made.",
    };
  }
  if (value["version"] !== version) {
    return {
      fault: `The file is of version ${String(value["version"])}; this page reads version ${version}.`,
      hint: "Export it again where it came from, or open this page on a site as new as that one.",
    };
  }
  return readPapers(value["papers"]);
}

function readPapers(items: readonly unknown[]): ListFile {
  const papers = new Map<string, KeptPaper>();
  const refused: Refused[] = [];
  items.forEach((item, index) => {
    const id = isObject(item) ? item["id"] : undefined;
    const place = `Paper ${index + 1}${typeof id === "string" ? ` (${id.slice(0, 60)})` : ""}`;
    if (!isPaperId(id)) {
      refused.push({ place, reason: "it has no id such as 2510.01171" });
      return;
    }
    const reading = checkKept(item);
    if ("fault" in reading) {
      refused.push({ place, reason: reading.fault });
      return;
    }
    const twin = papers.get(id);
    papers.set(id, twin ? mergeKept(twin, reading.kept) : reading.kept);
  });
  return { papers, refused };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
