import { referenceLabels, venueParts, workTypeNames } from "../i18n/strings.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import type { WorkType } from "../schemas/work-types.ts";

/** A fact of a work with its name. */
export interface ReferenceDetail {
  name: string;
  text: string;
}

/** What most papers are, which readers assume. */
const usual: ReadonlySet<WorkType> = new Set(["article", "article-journal", "paper-conference"]);

/**
 * What references say of a work besides its date, authors and venue: that it is a thesis, its publisher,
 * series and the like, in the order of a bibliography.
 */
export function referenceDetails({
  reference = {},
}: Pick<PaperEntry, "reference">): ReferenceDetail[] {
  const { type, genre, editors = [], edition, version, mainTitle, series, pages } = reference;
  const { translators = [], bookAuthors = [], chapter, titleAddon } = reference;
  const { editorsCut, publisher, institution, place, isbn, issn, howPublished, note } = reference;
  const kind = genre ?? (type && !usual.has(type) ? workTypeNames[type] : undefined);
  const volume = reference.volume && venueParts.volume(reference.volume);
  const number = reference.number && venueParts.number(reference.number);
  const ofSeries = mainTitle === undefined ? [volume, number] : [number];
  const labels = referenceLabels;
  const details: [name: string, parts: (string | undefined)[]][] = [
    [labels.type, series === undefined ? [kind, ...ofSeries] : [kind]],
    [labels.edition, [edition]],
    [labels.version, [version]],
    [
      labels.editors(editorsCut ? 2 : editors.length),
      editorsCut ? [...editors, "et al."] : editors,
    ],
    [labels.translators(translators.length), translators],
    [labels.bookAuthors(bookAuthors.length), bookAuthors],
    [labels.chapter, [chapter]],
    [labels.titleAddon, [titleAddon]],
    [labels.mainTitle, mainTitle === undefined ? [] : [mainTitle, volume]],
    [labels.series, series === undefined ? [] : [series, ...ofSeries]],
    [labels.pages, [pages?.replaceAll("-", "–")]],
    // The place is that of the publisher, or else of the institution.
    [
      type === "thesis" ? labels.school : labels.institution,
      institution === undefined ? [] : [institution, publisher === undefined ? place : undefined],
    ],
    [labels.publisher, publisher === undefined ? [] : [publisher, place]],
    [labels.place, (publisher ?? institution) === undefined ? [place] : []],
    ["ISBN", [isbn]],
    ["ISSN", [issn]],
    [labels.howPublished, [howPublished]],
    [labels.note, [note]],
  ];
  return details
    .map(([name, parts]) => ({ name, text: parts.filter(Boolean).join(", ") }))
    .filter(({ text }) => text !== "");
}
