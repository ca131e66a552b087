import { z } from "zod";
import type { Message } from "../../schemas/message.ts";
import { paper } from "../../schemas/paper.ts";
import { type RawPaper, rawPaper } from "../raw-paper.ts";
import { isObject, records, seedJson } from "./json/seed-json.ts";
import type { Reader } from "./reader.ts";
import { atMost, jsonFault, unknownRecord } from "./reports.ts";

const format = "offprint-json";

/** A paper of an archive that `npm run export` wrote: its entry, with the abstract as Markdown. */
const exportedPaper = paper.extend({ abstract: z.string() });

/** An exported archive, one paper a line. Its texts are finished: they are taken as they are. */
export const offprintJson: Reader = {
  format,
  recognises: (seed) => {
    const json = seedJson(seed);
    return json ? [...records(json, [])].slice(0, 20).some(({ value }) => isOurs(value)) : false;
  },
  read: (seed) => {
    const json = seedJson(seed);
    const file = seed.path;
    const messages: Message[] = json?.faults.map((fault) => jsonFault(file, fault)) ?? [];
    const value = (json ? [...records(json, [])] : []).flatMap((placed): RawPaper[] => {
      const { data, error } = exportedPaper.safeParse(placed.value);
      const { line } = placed;
      if (!isOurs(placed.value)) messages.push(unknownRecord(file, line, "an exported archive"));
      else if (!data) messages.push(badRecord(file, line, error));
      if (!data) return [];
      const { abstract, ...entry } = data;
      const source = { format, file, line };
      return [rawPaper({ title: entry.title, abstract, source, archived: entry })];
    });
    return { value, messages: atMost(file, messages) };
  },
};

function isOurs(value: unknown): boolean {
  return isObject(value) && ["schemaVersion", "titleText", "sources"].every((key) => key in value);
}

function badRecord(file: string, line: number, error: z.ZodError): Message {
  const [issue] = error.issues;
  return {
    rule: "bad-field",
    severity: "error",
    reason: `This paper of an exported archive is left out: ${issue?.path.join(".")}: ${issue?.message}.`,
    place: { file, line },
    hint: "Export the archive again, or mend the field.",
  };
}
