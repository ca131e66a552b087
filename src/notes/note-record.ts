import { type CleanPaper, clean } from "../ingest/clean.ts";
import { mergePapers } from "../ingest/merge/merge-papers.ts";
import type { Paper } from "../ingest/paper.ts";
import type { RawPaper } from "../ingest/raw-paper.ts";
import { restoreMath } from "../ingest/restore-math.ts";
import { arxivId } from "../schemas/identifiers.ts";
import type { Note, NoteData } from "../schemas/note.ts";
import type { Author, PaperLink } from "../schemas/paper.ts";
import { linkKind } from "../text/links.ts";

/** The paper that a note makes of its own facts, under the id that its file is named by. */
export function paperOfNote(note: Note): { paper: Paper; raw: RawPaper } | undefined {
  const { title = "", abstract = "", published, organization, venue, ids = {} } = note.data;
  const arxiv = ids.arxiv ?? arxivId.safeParse(note.id).data;
  const raw: RawPaper = {
    ...recordOfNote(note, { title, abstract }),
    ...(published === undefined ? {} : { published }),
    ...(organization ? { organization } : {}),
    ...(venue ? { venue } : {}),
    ids: { ...(arxiv ? { arxiv } : {}), ...(ids.doi ? { doi: ids.doi } : {}) },
    authors: authorsOf(note.data.authors),
    links: linksOf(note.data.links),
  };
  const [paper] = mergePapers([clean(restoreMath(raw, undamaged))]).value;
  const aliases = paper?.aliases.filter((id) => id !== note.id) ?? [];
  return paper && { paper: { ...paper, id: note.id, aliases }, raw };
}

/** Texts that the owner wrote, cleaned as a source's are. */
export function textsOfNote(note: Note, texts: { title: string; abstract: string }): CleanPaper {
  return clean(restoreMath(recordOfNote(note, texts), undamaged));
}

const undamaged = { formulaConfidence: 1 };

function recordOfNote(note: Note, texts: { title: string; abstract: string }): RawPaper {
  return {
    ...texts,
    authors: [],
    ids: {},
    links: [],
    keywords: [],
    categories: [],
    inferred: [],
    damaged: false,
    source: { format: "note", file: note.file, line: note.lineOf(["title"]) },
  };
}

export function authorsOf(authors: NoteData["authors"] = []): Author[] {
  return authors.map((author) => (typeof author === "string" ? { name: author } : author));
}

export function linksOf(links: NoteData["links"] = []): PaperLink[] {
  return links.map((link) =>
    typeof link === "string" ? { kind: linkKind(link), url: link } : link,
  );
}
