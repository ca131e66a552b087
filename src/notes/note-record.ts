import { clean } from "../ingest/clean.ts";
import type { CleanPaper } from "../ingest/clean-paper.ts";
import type { PaperRecords } from "../ingest/identity/group-papers.ts";
import { type RawPaper, rawPaper } from "../ingest/raw-paper.ts";
import { restoreMath } from "../ingest/restore-math.ts";
import { defined } from "../schemas/defined.ts";
import { arxivId } from "../schemas/identifiers.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Note, NoteData } from "../schemas/note.ts";
import type { Author, PaperLink } from "../schemas/paper.ts";
import { blankTitle, report } from "../schemas/rules.ts";
import { linkKind } from "../text/links.ts";

/** The papers of notes that are papers of their own. The id of each is the name of its file. */
export function papersOfNotes(notes: readonly Note[]): Staged<PaperRecords[]> {
  const papers = notes.map((note): PaperRecords => {
    const record = recordOfNote(note);
    const { titleText } = record;
    return { id: note.id, aliases: [], titleText, records: [record], note };
  });
  return {
    value: papers.filter(({ titleText }) => titleText !== ""),
    messages: papers.flatMap(({ titleText, note }) =>
      titleText === "" && note ? [noTitle(note)] : [],
    ),
  };
}

/** The owner's title and abstract, cleaned like those of a source. */
export function textsOfNote(note: Note, texts: { title: string; abstract: string }): CleanPaper {
  return cleanNote(rawPaper({ ...texts, source: sourceOf(note) }));
}

function recordOfNote(note: Note): CleanPaper {
  const { title = "", abstract = "", published, organization, venue, ids = {} } = note.data;
  const raw = rawPaper({
    title,
    abstract,
    ...defined({ published, organization, venue }),
    ids: defined({ arxiv: ids.arxiv ?? arxivId.safeParse(note.id).data, doi: ids.doi }),
    authors: authorsOf(note.data.authors),
    links: linksOf(note.data.links),
    source: sourceOf(note),
  });
  return cleanNote(raw);
}

// Nothing in an owner's text is damaged, so there is nothing to restore.
function cleanNote(raw: RawPaper): CleanPaper {
  return clean(restoreMath(raw, { formulaConfidence: 1 }));
}

function sourceOf({ file, lineOf }: Note): RawPaper["source"] {
  return { format: "note", file, line: lineOf(["title"]) };
}

/** Authors as objects, including those given only by name. */
export function authorsOf(authors: NoteData["authors"] = []): Author[] {
  return authors.map((author) => (typeof author === "string" ? { name: author } : author));
}

/** Links with their kinds. The kind of an address without one depends on its host. */
export function linksOf(links: NoteData["links"] = []): PaperLink[] {
  return links.map((link) =>
    typeof link === "string" ? { kind: linkKind(link), url: link } : link,
  );
}

function noTitle({ file, lineOf }: Note): Message {
  const params = { what: "The title of this note", effect: "the note was skipped" };
  return report(blankTitle, params, { file, line: lineOf(["title"]) });
}
