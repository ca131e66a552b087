import { z } from "zod";
import { flatMapStaged, type Staged } from "../../schemas/message.ts";
import { paper } from "../../schemas/paper.ts";
import { invalidExport, report, unknownRecord } from "../../schemas/rules.ts";
import { type RawPaper, rawPaper } from "../raw-paper.ts";
import type { Placed } from "./json/parse-json.ts";
import { isObject, records, seedJson } from "./json/seed-json.ts";
import type { Reader } from "./reader.ts";
import { atMost, jsonFault } from "./reports.ts";

const format = "offprint-json";

/** A paper as `npm run export` writes it: its entry and the abstract as Markdown. */
const exportedPaper = paper.extend({ abstract: z.string() });

/** An exported archive, one paper per line. Its texts are already clean, so they are used as they are. */
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
    const { value, messages } = flatMapStaged(json ? [...records(json, [])] : [], (placed) =>
      readRecord(file, placed),
    );
    return { value, messages: atMost(file, [...damage, ...messages]) };
  },
};

function readRecord(file: string, { value, line }: Placed): Staged<RawPaper[]> {
  const place = { file, line };
  if (!isOurs(value)) {
    const message = report(unknownRecord, { format: "an exported archive" }, place);
    return { value: [], messages: [message] };
  }
  const { data, error } = exportedPaper.safeParse(value);
  if (!data) {
    const { path = [], message = "" } = error.issues[0] ?? {};
    const params = { field: path.join("."), reason: message };
    return { value: [], messages: [report(invalidExport, params, place)] };
  }
  const { abstract, ...entry } = data;
  const source = { format, file, line };
  return {
    value: [rawPaper({ title: entry.title, abstract, source, archived: entry })],
    messages: [],
  };
}

function isOurs(value: unknown): boolean {
  return isObject(value) && ["schemaVersion", "titleText", "sources"].every((key) => key in value);
}
