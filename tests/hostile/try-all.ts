import { ingest } from "../../src/ingest/ingest.ts";
import type { Message } from "../../src/schemas/message.ts";
import { moreMessages } from "../../src/schemas/rules.ts";
import { describeMessages } from "../../src/workspace/describe-messages.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { emptyArchive } from "../fixtures/papers.ts";
import { type HostileFormat, hostileFile, type WrittenRecord } from "./formats.ts";
import { leaks } from "./leaks.ts";
import { markersIn } from "./markers.ts";
import { type DiskEntry, pageFaults } from "./page-faults.ts";
import { hostileTexts } from "./texts.ts";

/** What the hostile texts did. All but the first three have to be empty. */
export interface Figures {
  /** Combinations of a text, a format and a field. */
  combinations: number;
  /** Entries that were written, with those of sound records. */
  entries: number;
  fields: number;
  /** What pages would have besides text. */
  canaries: string[];
  /** What exports and feeds have besides the papers. */
  leaked: string[];
  /** Stages that threw an error. */
  crashes: string[];
  /** Records without an entry and without a message. */
  lost: string[];
  /** Sound records without an entry and without a message. */
  lostNeighbours: string[];
  /** Lines of messages that a terminal or a workflow would obey. */
  obeyed: string[];
}

/** The lists of figures that have to be empty. */
export function faultsOf({ combinations: _, entries: __, fields: ___, ...faults }: Figures) {
  return faults;
}

/** Figures as a line. */
export function describeFigures(figures: Figures): string {
  const { combinations, entries, fields } = figures;
  const counts = Object.entries(faultsOf(figures)).map(
    ([name, found]) => `${name} ${found.length}`,
  );
  return `${hostileTexts.length} texts, ${fields} fields, ${combinations} combinations, ${entries} entries; ${counts.join(", ")}`;
}

/** No faults. */
export const none: ReturnType<typeof faultsOf> = {
  canaries: [],
  leaked: [],
  crashes: [],
  lost: [],
  lostNeighbours: [],
  obeyed: [],
};

/** A sound record stands after this many hostile ones. */
const soundEvery = 5;

/**
 * Puts hostile texts into every field of formats, and looks at what comes out of pages, exports and feeds.
 * `isTried` picks the combinations by the numbers of the text and of the field.
 */
export function tryAll(
  formats: readonly HostileFormat[],
  isTried: (text: number, field: number) => boolean = () => true,
): Figures {
  const figures: Figures = {
    combinations: 0,
    entries: 0,
    fields: 0,
    ...structuredClone(none),
  };
  for (const format of formats) {
    for (const field of format.fields) {
      const number = figures.fields;
      const texts = hostileTexts.filter((_, index) => isTried(index, number));
      figures.fields += 1;
      figures.combinations += texts.length;
      tryField(
        format,
        field,
        texts.map(({ text }) => text),
        figures,
      );
    }
  }
  return figures;
}

function tryField(
  format: HostileFormat,
  field: string,
  texts: readonly string[],
  figures: Figures,
): void {
  const where = `${format.name} ${field}`;
  const mixed = texts.flatMap((text, index) =>
    index % soundEvery === soundEvery - 1 ? [text, undefined] : [text],
  );
  const { text, records } = hostileFile(format, field, [undefined, ...mixed]);
  const hostileOf = new Map(
    records.map(({ marker }, index) => [marker, index === 0 ? undefined : mixed[index - 1]]),
  );
  const named = ({ marker }: WrittenRecord) =>
    `${where} ${JSON.stringify(hostileOf.get(marker) ?? "sound").slice(0, 60)}`;
  try {
    const { entries, messages } = ingested(text);
    figures.entries += entries.length;
    figures.canaries.push(
      ...entries.flatMap((one) =>
        pageFaults(one).map((fault) => `${where}: ${fault} in ${one.path}`),
      ),
    );
    figures.leaked.push(...leaks(entries).map((leak) => `${where}: ${leak}`));
    const lost = lostIn(records, entries, messages);
    figures.lost.push(...lost.filter(({ isHostile }) => isHostile).map(named));
    figures.lostNeighbours.push(...lost.filter(({ isHostile }) => !isHostile).map(named));
    figures.obeyed.push(...obeyed(messages).map((line) => `${where}: ${line}`));
  } catch (error) {
    figures.crashes.push(`${where}: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

function ingested(text: string): { entries: DiskEntry[]; messages: Message[] } {
  const seed = { path: "seeds/hostile.x", bytes: new TextEncoder().encode(text) };
  const { value, messages } = ingest([seed], emptyArchive);
  const entries = value.plan.create.map(({ path, text: onDisk }): DiskEntry => {
    const { data, abstract } = parseEntry(
      path,
      new TextDecoder().decode(new TextEncoder().encode(onDisk)),
    );
    return { path, text: onDisk, entry: data, abstract };
  });
  return { entries, messages };
}

/** Records whose marker is in no entry, and about which no message speaks. */
function lostIn(
  records: readonly WrittenRecord[],
  entries: readonly DiskEntry[],
  messages: readonly Message[],
): WrittenRecord[] {
  const found = new Set(
    entries.flatMap(({ entry, abstract }) => markersIn(`${entry.title} ${abstract}`)),
  );
  const speaks = (from: number, to: number) =>
    messages.some(({ rule, place, severity }) => {
      const { line = from } = place ?? {};
      const counts = severity !== "info" || rule === moreMessages.name;
      return counts && line >= from && line <= to;
    });
  return records.filter(({ marker, firstLine, lastLine }, index) => {
    // What breaks out of a record damages the next one.
    const from = records[index - 1]?.firstLine ?? firstLine;
    return !found.has(marker) && !speaks(from, lastLine + 1);
  });
}

function obeyed(messages: readonly Message[]): string[] {
  return describeMessages(messages, { verbose: true })
    .split("\n")
    .filter((line) => /(?!\t)\p{Cc}|^\s*(?:::|##\[)/u.test(line));
}
