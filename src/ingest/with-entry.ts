import { entryPath } from "../archive/entry-path.ts";
import type { Staged } from "../schemas/message.ts";
import { checkFormulas } from "./check-formulas.ts";
import type { FilesOnDisk } from "./entry-file.ts";
import { digestOf, digestOfBytes, type Memory } from "./memory.ts";
import type { TopicPaper } from "./paper.ts";
import { type Entry, knownEntry, toMdx } from "./to-mdx.ts";

/**
 * A paper with its entry, and messages about its formulas. An entry that was made from the same is not made
 * again if it is still on disk.
 */
export function withEntry(
  paper: TopicPaper,
  disk: FilesOnDisk,
  { entries }: Pick<Memory, "entries">,
): Staged<{ paper: TopicPaper; entry: Entry }> {
  const key = keyOf(paper);
  const known = entries.get(key);
  const text = known && disk.get(entryPath(paper));
  if (known && text !== undefined && digestOfBytes(text) === known.digest) {
    return {
      value: { paper, entry: knownEntry(paper, text, known.digest) },
      messages: known.messages,
    };
  }
  const entry = toMdx(paper);
  const messages = checkFormulas(paper);
  entries.set(key, { digest: entry.digest, messages });
  return { value: { paper, entry }, messages };
}

/** A digest of all that an entry and the messages about it are made from. */
function keyOf({ note: _, textSources, ...facts }: TopicPaper): string {
  const { title, abstract, annotation } = textSources;
  return digestOf(facts, title.source, abstract.source, annotation);
}
