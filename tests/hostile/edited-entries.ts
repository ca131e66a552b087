import { dump } from "js-yaml";
import { parseEntry } from "../../src/workspace/entries.ts";
import type { DiskEntry } from "./page-faults.ts";
import { hostileTexts } from "./texts.ts";

/** Entries as somebody could write them by hand, with a hostile text in each field of each. */
export function editedEntries(): DiskEntry[] {
  // A title of spaces alone is not valid.
  const texts = hostileTexts.filter(({ text }) => /[^\s\p{Cc}]/u.test(text));
  return texts.map(({ text }, index) => {
    const path = `2024/edited-${index}.mdx`;
    const onDisk = `---\n${dump(frontmatterOf(text, index))}---\n\n${text}\n\nA text ${text} in a text\n`;
    const { data, abstract } = parseEntry(path, onDisk.toWellFormed());
    return { path, text: onDisk, entry: data, abstract };
  });
}

function frontmatterOf(text: string, index: number): object {
  return {
    id: `edited-${index}`,
    title: text,
    titleText: text,
    published: "2024-05-06",
    authors: [{ name: text, id: text }],
    organization: { handle: text, name: text },
    venue: {
      kind: "journal",
      name: text,
      volume: text,
      number: text,
      pages: text,
      publisher: text,
    },
    keywords: [text],
    categories: [text],
    // No DOI has spaces, backslashes or braces, so an entry with such a one is not shown.
    ids: { doi: `10.1234/${text.replace(/[\s\\{}]/g, "")}x` },
    original: text,
    originalTitle: text,
    math: {
      restored: 1,
      left: 0,
      lossy: 0,
      spans: [{ where: "title", text, latex: text, confidence: 1 }],
    },
    sources: [{ format: text, file: text, line: 1, gave: [text], differs: { [text]: text } }],
    schemaVersion: 1,
  };
}
