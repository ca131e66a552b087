import { flatMapStaged, type Staged } from "../../schemas/message.ts";
import { addressWithoutId, report } from "../../schemas/rules.ts";
import { splitFrontmatter } from "../../text/frontmatter.ts";
import { type RawPaper, rawPaper } from "../raw-paper.ts";
import type { ListedPaper } from "./lists/listed-paper.ts";
import { readLinks, readList } from "./lists/read-list.ts";
import type { SeedText } from "./reader.ts";
import { atMost } from "./reports.ts";

/** Texts of which links are only part: data in a format that nobody knows. */
const isData = /^[\s\uFEFF]*[[{<]/;
const startsWithFence = /^\uFEFF?---\s/;
/** In characters: no list that somebody keeps is longer. */
const longestText = 5_000_000;

/** The papers that a note is about, which has a head in YAML and a text; undefined if it names none. */
export function listInNote(seed: SeedText): Staged<RawPaper[]> | undefined {
  if (!startsWithFence.test(seed.text.slice(0, 100)) || seed.text.length > longestText) {
    return undefined;
  }
  const { yaml, body } = splitFrontmatter(seed.text);
  if (yaml === undefined || body.trim() === "") return undefined;
  return asRecords(seed, readList(seed));
}

/**
 * Reads a file that describes no papers but names them: bookmarks, OPML, a table, or a text of whose lines a third name
 * papers. Undefined if it is none of these. Papers that only such lists name are not shown until they are fetched.
 */
export function listOfPapers(seed: SeedText): Staged<RawPaper[]> | undefined {
  const list = asRecords(seed, readList(seed));
  if (list || isData.test(seed.text) || seed.text.length > longestText) return list;
  const links = readLinks(seed);
  const lines = seed.text.split(/[\r\n]+/).filter((line) => /^(?!\s*#)\s*\S/.test(line));
  const named = new Set(links.value.map(({ line }) => line));
  return named.size * 3 >= lines.length ? asRecords(seed, links) : undefined;
}

/** How many papers a text links to, whatever else it has. */
export function papersLinkedIn(seed: SeedText): number {
  return seed.text.length > longestText ? 0 : readLinks(seed).value.length;
}

function asRecords(
  { path: file }: SeedText,
  list: Staged<ListedPaper[]> | undefined,
): Staged<RawPaper[]> | undefined {
  if (!list || list.value.length === 0) return undefined;
  const { value, messages } = flatMapStaged(list.value, ({ target, line }): Staged<RawPaper[]> => {
    const source = { format: "id-list", file, line };
    if (target.kind === "arxiv" || target.kind === "doi") {
      const ids = target.kind === "arxiv" ? { arxiv: target.id } : { doi: target.doi };
      return { value: [rawPaper({ title: "", abstract: "", ids, source })], messages: [] };
    }
    const host = target.kind === "openreview" ? "openreview.net" : "semanticscholar.org";
    return { value: [], messages: [report(addressWithoutId, { host }, { file, line })] };
  });
  return { value, messages: atMost(file, [...list.messages, ...messages]) };
}
