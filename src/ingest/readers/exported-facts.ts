import { z } from "zod";
import { type Extras, extraNames, hasInstitution } from "../../archive/citations/extras.ts";
import { readRemarks } from "../../archive/citations/remarks.ts";
import { paperId } from "../../schemas/identifiers.ts";
import { type PaperLink, paperLink } from "../../schemas/paper.ts";
import type { WorkType } from "../../schemas/work-types.ts";
import { workTypes } from "../../schemas/work-types.ts";
import { type DividedNames, namesInFields } from "../../text/person-names.ts";
import type { ExportedIds, RawPaper } from "../raw-paper.ts";
import type { RawVenue } from "./venue.ts";
import type { RawWork } from "./work-facts.ts";

/** The remarks of a reference: what exports wrote there, and other text. */
export interface Remarks extends Pick<RawPaper, "organization"> {
  links: PaperLink[];
  note: string;
}

/** Reads notes and annotations, in which exports have links and the organization. */
export function remarksIn(texts: readonly string[]): Remarks {
  const { organization, links, rest } = readRemarks(texts);
  return {
    ...(organization ? { organization } : {}),
    links: links.flatMap((link) => paperLink.safeParse(link).data ?? []),
    note: rest,
  };
}

/** Extra facts by their names in exports; others have no meaning here. */
export function extrasIn(facts: Readonly<Record<string, unknown>>): Extras {
  const extras: Extras = {};
  for (const name of extraNames) {
    const value = facts[name];
    if (typeof value === "string" && value.trim() !== "") extras[name] = value.trim();
  }
  return extras;
}

const keywordList = z.array(z.string());

/** The keywords of an export that lists them apart. */
export function keywordsIn({ keywords }: Extras): string[] | undefined {
  if (keywords === undefined) return undefined;
  try {
    return keywordList.safeParse(JSON.parse(keywords)).data;
  } catch {
    return undefined;
  }
}

const line = /^([a-z.]+): (\S[\s\S]*)$/;

/** Extra facts in lines such as `tex.howpublished: Online`, and the lines that are something else. */
export function extraLines(lines: readonly string[]): { extras: Extras; rest: string[] } {
  const facts: Record<string, string> = {};
  const rest: string[] = [];
  const names = new Set<string>(extraNames);
  for (const written of lines) {
    const [, name = "", value = ""] = line.exec(written.trim()) ?? [];
    if (names.has(name)) facts[name] = value;
    else rest.push(written);
  }
  return { extras: extrasIn(facts), rest };
}

/** The ids of a paper in the archive that exported it, the current one first. */
export function exportedIds(written = ""): ExportedIds | undefined {
  const [id, ...aliases] = written
    .split(/[\s,]+/)
    .flatMap((name) => paperId.safeParse(name).data ?? []);
  return id === undefined ? undefined : { id, aliases };
}

/** A type of CSL by its name. */
export function workTypeNamed(name: string | undefined): WorkType | undefined {
  return workTypes.find((type) => type === name);
}

/** The facts of a work and its venue with the extra facts of an export, which win over fields. */
export function withExtras(
  work: RawWork,
  venue: RawVenue,
  extras: Extras,
): { work: RawWork; venue: RawVenue } {
  const { publisher, institution } = extras;
  const isNamed = publisher !== undefined || institution !== undefined;
  const kind = venueKindNamed(extras.venue) ?? venue.kind;
  const hasVenue = (venue.name ?? "").trim() !== "" && kind !== undefined;
  return {
    work: {
      ...work,
      ...(isNamed ? { publisher, institution } : hasVenue ? {} : publisherOf(work, venue)),
      type: workTypeNamed(extras.type) ?? work.type,
      genre: extras.genre ?? work.genre,
      entryType: extras["tex.entrytype"] ?? work.entryType,
      howPublished: extras["tex.howpublished"] ?? work.howPublished,
      mainTitle: extras["tex.maintitle"] ?? work.mainTitle,
      titleAddon: extras["tex.titleaddon"] ?? work.titleAddon,
      chapter: extras["tex.chapter"] ?? work.chapter,
      bookAuthors: bookAuthorsIn(extras)?.names ?? work.bookAuthors,
      number: extras.number ?? work.number,
      edition: extras.edition ?? work.edition,
      version: extras.version ?? work.version,
      note: extras.note ?? work.note,
      properNames: extras.names?.split(/\s+/) ?? work.properNames,
      isbn: extras.isbn ?? work.isbn,
      issn: extras.issn ?? work.issn,
    },
    venue: {
      ...venue,
      kind,
      publisher: isNamed && !hasVenue ? undefined : venue.publisher,
    },
  };
}

/** The authors of a book that an export names; undefined if it names none. */
export function bookAuthorsIn(extras: Extras): DividedNames | undefined {
  const names = extras["tex.bookauthor"];
  // Divided first: of "Li Ming; Bee Works GmbH", only the second is a company.
  return names === undefined ? undefined : namesInFields(names.split(/;\s+/));
}

/** A thesis and a report have an institution in the field of the publisher. */
function publisherOf({ type }: RawWork, { publisher }: RawVenue): RawWork {
  if (publisher === undefined || isArxiv(publisher)) return {};
  return hasInstitution(type) ? { institution: publisher } : { publisher };
}

/** Whether a publisher is arXiv, which references name as that of preprints. */
export function isArxiv(publisher: string): boolean {
  return /^\s*arxiv\s*$/i.test(publisher);
}

/** A kind of venue by its name. */
export function venueKindNamed(name: string | undefined): RawVenue["kind"] {
  return name === "journal" || name === "conference" || name === "book" ? name : undefined;
}
