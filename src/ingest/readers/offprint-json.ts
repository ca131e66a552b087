import { z } from "zod";
import { defined } from "../../schemas/defined.ts";
import { paperId } from "../../schemas/identifiers.ts";
import { flatMapStaged, type Message, type Staged } from "../../schemas/message.ts";
import { paper, paperVersion, provenance } from "../../schemas/paper.ts";
import { invalidExport, laterExport, report, unknownRecord } from "../../schemas/rules.ts";
import { type RawPaper, rawPaper } from "../raw-paper.ts";
import { upgradePaper } from "../upgrade-paper.ts";
import type { Placed } from "./json/parse-json.ts";
import { isObject, records, seedJson } from "./json/seed-json.ts";
import { readFields } from "./read-fields.ts";
import type { Reader } from "./reader.ts";
import { atMost, badFields, jsonFault } from "./reports.ts";

const format = "offprint-json";

/**
 * A paper as `npm run export` writes it: its entry, with the abstract as Markdown. The title's plain
 * form is made again, and the topics are found again.
 */
const exportedPaper = paper.omit({ titleText: true, topics: true }).extend({
  abstract: z.string().default(""),
  id: paperId.optional(),
  sources: z.array(provenance).default([]),
});

/** An exported archive, one paper per line. It is a source like any other: `openArchived` cleans it. */
export const offprintJson: Reader = {
  format,
  recognises: (seed) => {
    const json = seedJson(seed);
    return json ? [...records(json, [])].slice(0, 20).some(({ value }) => isOurs(value)) : false;
  },
  read: (seed) => {
    const json = seedJson(seed);
    const file = seed.path;
    const damage = json?.faults.map((fault) => jsonFault(file, fault)) ?? [];
    const upgraded = (json ? [...records(json, [])] : []).map(({ value, line }) => ({
      line,
      ...upgradePaper(value),
    }));
    const later = upgraded.filter((paper) => "later" in paper);
    const { value, messages } = flatMapStaged(
      upgraded.filter((paper) => "fields" in paper),
      ({ fields, line }) => readRecord(file, { value: fields, line }),
    );
    return { value, messages: atMost(file, [...damage, ...laterPapers(file, later), ...messages]) };
  },
};

/** One message for all papers of a later version, since all need the same update. */
function laterPapers(file: string, papers: { later: number; line: number }[]): Message[] {
  const [first] = papers;
  if (!first) return [];
  const params = { count: papers.length, version: first.later, known: paperVersion };
  return [report(laterExport, params, { file, line: first.line })];
}

function readRecord(file: string, { value, line }: Placed): Staged<RawPaper[]> {
  const place = { file, line };
  if (!isOurs(value)) {
    const message = report(unknownRecord, { format: "an exported archive" }, place);
    return { value: [], messages: [message] };
  }
  const { value: read, faults } = readFields(exportedPaper, value);
  if (!read) {
    const [{ path: field, reason } = { path: "title", reason: "it is missing" }] = faults;
    return { value: [], messages: [report(invalidExport, { field, reason }, place)] };
  }
  const { abstract, schemaVersion: _, id, ...entry } = read;
  const archived = { ...entry, ...defined({ id }) };
  const source = { format, file, line };
  return {
    value: [rawPaper({ title: archived.title, abstract, source, archived })],
    messages: badFields(place, archived.title, faults),
  };
}

/** Whether a value is a paper of an export. Of a later version, only these names are known. */
function isOurs(value: unknown): boolean {
  if (!isObject(value) || !("schemaVersion" in value)) return false;
  if ("later" in upgradePaper(value)) return "id" in value && "title" in value;
  return "titleText" in value && "sources" in value;
}
