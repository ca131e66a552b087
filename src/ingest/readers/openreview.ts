import { z } from "zod";
import { defined } from "../../schemas/defined.ts";
import { flatMapStaged, type Staged } from "../../schemas/message.ts";
import { noTitle, report, unknownRecord } from "../../schemas/rules.ts";
import { type RawPaper, rawPaper } from "../raw-paper.ts";
import { bibtex } from "./bibtex/index.ts";
import type { Placed } from "./json/parse-json.ts";
import { isObject, records, seedJson } from "./json/seed-json.ts";
import { optional, readFields } from "./read-fields.ts";
import type { Reader } from "./reader.ts";
import { atMost, badFields, jsonFault } from "./reports.ts";

const format = "openreview";

/** A field of a note: its value, or since version 2 of the API an object with it. */
const field = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (given) => (isObject(given) && "value" in given ? given["value"] : given),
    optional(schema),
  );
const submission = z.object({
  id: z.string(),
  forum: optional(z.string()),
  /** When it was published, in milliseconds. */
  pdate: optional(z.number()),
  content: z.object({
    title: field(z.string()),
    abstract: field(z.string()),
    authors: field(z.array(z.string())),
    keywords: field(z.array(z.string())),
    _bibtex: field(z.string()),
  }),
});

/** Reads responses of the OpenReview API: submissions, whose replies are left out. */
export const openreview: Reader = {
  format,
  recognises: (seed) => {
    const json = seedJson(seed);
    return json ? [...records(json, ["notes"])].slice(0, 20).some(isSubmission) : false;
  },
  read: (seed) => {
    const json = seedJson(seed);
    const damage = json?.faults.map((fault) => jsonFault(seed.path, fault)) ?? [];
    const notes = json ? [...records(json, ["notes"])] : [];
    const { value, messages } = flatMapStaged(notes, (note) => readNote(seed.path, note));
    return { value, messages: atMost(seed.path, [...damage, ...messages]) };
  },
};

function isSubmission({ value }: Placed): boolean {
  return (
    isObject(value) &&
    isObject(value["content"]) &&
    "title" in value["content"] &&
    ["forum", "invitation", "invitations"].some((name) => name in value)
  );
}

function readNote(file: string, note: Placed): Staged<RawPaper[]> {
  const place = { file, line: note.line };
  const { value } = note;
  if (!isSubmission(note)) {
    const isReply = isObject(value) && isObject(value["content"]);
    const unknown = report(unknownRecord, { format: "the OpenReview API" }, place);
    return { value: [], messages: isReply ? [] : [unknown] };
  }
  const { value: read, faults } = readFields(submission, value);
  const title = read?.content.title?.trim() ?? "";
  if (!read || title === "") {
    return { value: [], messages: [report(noTitle, { record: "This submission" }, place)] };
  }
  const { content, pdate, forum = read.id } = read;
  const cited = bibtex.read({ path: file, text: content._bibtex ?? "" }, { seedYears: {} })
    .value[0];
  const authors = content.authors?.map((name) => ({ name }));
  const published = pdate === undefined ? undefined : dayOf(pdate);
  const paper = rawPaper({
    ...cited,
    title,
    abstract: content.abstract?.trim() ?? "",
    ...(authors ? { authors, authorsCount: authors.length } : {}),
    ...defined({ published }),
    links: [{ kind: "other", url: `https://openreview.net/forum?id=${encodeURIComponent(forum)}` }],
    keywords: content.keywords ?? [],
    source: { format, ...place },
  });
  return { value: [paper], messages: badFields(place, title, faults) };
}

function dayOf(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
