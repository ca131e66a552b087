import { mathOf } from "../ingest/math-facts.ts";
import type { Paper } from "../ingest/paper.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Note } from "../schemas/note.ts";
import { blankTitle, report } from "../schemas/rules.ts";
import { textsOfNote } from "./note-record.ts";
import type { Noted } from "./noted.ts";

/**
 * Gives a paper the title and the abstract of its note's corrections. Where no source has an
 * abstract, the note's own fills in.
 */
export function correctTexts(paper: Paper, note: Note): Staged<Noted> {
  const { corrections } = note.data;
  const lacksAbstract =
    paper.abstract.length === 0 && paper.textSources.abstract.source.file !== note.file;
  const title = corrections.title;
  const abstract = corrections.abstract ?? (lacksAbstract ? note.data.abstract : undefined);
  if (title === undefined && abstract === undefined) {
    return { value: { paper, gave: [] }, messages: [] };
  }
  const own = textsOfNote(note, { title: title ?? "", abstract: abstract ?? "" });
  const hasTitle = title !== undefined && own.titleText !== "";
  const titled = hasTitle ? withTitle(paper, own) : paper;
  const value = {
    paper: abstract === undefined ? titled : withAbstract(titled, own),
    gave: [...(hasTitle ? ["title"] : []), ...(abstract === undefined ? [] : ["abstract"])],
  };
  return { value, messages: title === undefined || hasTitle ? [] : [emptyTitle(note)] };
}

type OwnText = ReturnType<typeof textsOfNote>;

// Nothing is restored in an owner's text, so there is no original text to show.
function withTitle({ originalTitle: _, ...paper }: Paper, own: OwnText): Paper {
  const { title, titleText, source, printed, math } = own;
  const textSources = {
    ...paper.textSources,
    title: { source, printed: printed.title, math: math.title },
  };
  return { ...paper, title, titleText, math: mathOf(textSources, paper.sources), textSources };
}

function withAbstract({ original: _, ...paper }: Paper, own: OwnText): Paper {
  const { abstract, source, printed, math } = own;
  const textSources = {
    ...paper.textSources,
    abstract: { source, printed: printed.abstract, math: math.abstract },
  };
  const known = new Set(paper.links.map(({ url }) => url));
  return {
    ...paper,
    abstract,
    links: [...paper.links, ...own.links.filter(({ url }) => !known.has(url))],
    math: mathOf(textSources, paper.sources),
    textSources,
  };
}

function emptyTitle({ file, lineOf }: Note): Message {
  const params = { what: "The corrected title", effect: "it was ignored" };
  return report(blankTitle, params, { file, line: lineOf(["corrections", "title"]) });
}
