import { defined } from "../schemas/defined.ts";
import type { Message } from "../schemas/message.ts";
import type { Note } from "../schemas/note.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { topicsFrom } from "./assign-topics.ts";
import { checkEntry } from "./check-entry.ts";
import { checkLengths } from "./check-lengths.ts";
import type { CleanPaper } from "./clean-paper.ts";
import { abstractWords } from "./identity/same-work.ts";
import type { IngestContext } from "./ingest.ts";
import { noMemory } from "./memory.ts";
import { mergePapers } from "./merge/merge-papers.ts";
import { bestTitle } from "./merge/texts.ts";
import { byTrust } from "./merge/trust.ts";
import { noNotes } from "./owners-notes.ts";
import type { TopicPaper } from "./paper.ts";
import type { Entry } from "./to-mdx.ts";
import { isUndated } from "./undated-papers.ts";
import { withEntry } from "./with-entry.ts";

/** A paper that was made before: what it is made from, and its entry on disk. */
export interface MadePaper extends Pick<PaperEntry, "id" | "aliases"> {
  records: readonly CleanPaper[];
  entry: string;
  /** Whether what is said of other papers may name its title. */
  isNamed: boolean;
}

/** Its note before and after an edit of the owner's, neither of which says which papers are the same. */
interface EditedNote {
  before: Note | undefined;
  after: Note | undefined;
}

type Context = Pick<IngestContext, "matcher" | "notes">;

/**
 * The paper and the entry that an ingest makes after an edit of its note. Undefined unless that is all that is other in
 * the archive: it makes the entry before the edit, too, which must be the one on disk, and all that is said of either
 * must be the same.
 */
export function remakePaper(
  made: MadePaper,
  { before, after }: EditedNote,
  context: Context,
): { paper: TopicPaper; entry: Entry } | undefined {
  try {
    const [old, now] = [before, after].map((note) => makeWith(made, note, context));
    if (!old || !now || old.entry.text !== made.entry || now.entry.path !== old.entry.path) {
      return undefined;
    }
    const isSame = isSameTo(old.paper, now.paper) && isAlike(old.messages, now.messages);
    const isRenamed = old.paper.titleText !== now.paper.titleText;
    if (!isSame || (made.isNamed && isRenamed)) return undefined;
    return checkEntry(now.entry, now.paper).length === 0 ? now : undefined;
  } catch {
    // A whole ingest says what is wrong.
    return undefined;
  }
}

function makeWith(
  { id, aliases, records }: MadePaper,
  note: Note | undefined,
  { matcher, notes = noNotes }: Context,
) {
  const inOrder = records.toSorted(byTrust);
  const { titleText } = bestTitle(inOrder);
  const group = { id, aliases, titleText, records: inOrder, ...defined({ note }) };
  const [merged] = mergePapers([group]).value;
  if (!merged) return undefined;
  const noted = notes.correct(merged);
  const known = matcher.topics.map((topic) => topic.id);
  const topical = notes.correctTopics(topicsFrom(matcher, noMemory)(noted.value), known);
  const written = withEntry(topical.value, new Map(), noMemory);
  const { paper, entry } = written.value;
  const said = [noted, topical, written].flatMap(({ messages }) => messages);
  const messages: Message[] = [...said, ...checkLengths(paper)];
  return { paper, entry, messages };
}

/** Whether everything that concerns other papers is the same: they are compared by abstracts, and listed by authors. */
function isSameTo(old: TopicPaper, now: TopicPaper): boolean {
  return (
    !isUndated(old) &&
    !isUndated(now) &&
    abstractWords(old) === abstractWords(now) &&
    isAlike(old.textSources.abstract.source, now.textSources.abstract.source) &&
    isAlike(old.authors, now.authors)
  );
}

function isAlike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
