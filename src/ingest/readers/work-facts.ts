import { defined } from "../../schemas/defined.ts";
import { plainRange } from "../../schemas/paper.ts";
import type { ReferenceFacts } from "../../schemas/reference-facts.ts";

/** The facts of a reference as a reader finds them: absent, empty or blank is the same. */
export type RawWork = { [fact in keyof ReferenceFacts]?: ReferenceFacts[fact] | undefined };

/** The facts that a reference has; undefined if it has none. */
export function workFacts(work: RawWork) {
  const {
    type,
    authorsCut,
    editors,
    editorsCut,
    translators,
    bookAuthors,
    families = {},
    properNames = [],
    ...texts
  } = work;
  const names = namesIn(editors);
  const facts: ReferenceFacts = {
    ...defined({
      type,
      authorsCut: authorsCut || undefined,
      editors: names,
      editorsCut: (names && editorsCut) || undefined,
      translators: namesIn(translators),
      bookAuthors: namesIn(bookAuthors),
      families: Object.keys(families).length > 0 ? families : undefined,
      properNames: properNames.length > 0 ? properNames : undefined,
    }),
    ...defined({
      entryType: given(texts.entryType),
      genre: given(texts.genre),
      publisher: given(texts.publisher),
      institution: given(texts.institution),
      place: given(texts.place),
      titleAddon: given(texts.titleAddon),
      chapter: given(texts.chapter),
      mainTitle: given(texts.mainTitle),
      series: given(texts.series),
      edition: given(texts.edition),
      version: given(texts.version),
      number: given(texts.number),
      volume: given(texts.volume),
      pages: given(texts.pages) && plainRange(texts.pages ?? ""),
      isbn: given(texts.isbn),
      issn: given(texts.issn),
      howPublished: given(texts.howPublished),
      note: given(texts.note),
    }),
  };
  return Object.keys(facts).length > 0 ? facts : undefined;
}

function given(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

function namesIn(written: readonly string[] = []): string[] | undefined {
  const names = written.map((name) => name.trim()).filter((name) => name !== "");
  return names.length > 0 ? names : undefined;
}
