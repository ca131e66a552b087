import type { Message, Staged } from "../schemas/message.ts";
import type { RawPaper, SeedContext, SeedFile } from "./raw-paper.ts";
import { arxivAtom } from "./readers/arxiv-atom.ts";
import { bibtex, bibtexAnywhere } from "./readers/bibtex/index.ts";
import { cslJson } from "./readers/csl-json.ts";
import { dailyPapersApi } from "./readers/daily-papers-api/index.ts";
import { dailyPapersText } from "./readers/daily-papers-text/index.ts";
import { idList } from "./readers/id-list.ts";
import { offprintJson } from "./readers/offprint-json.ts";
import type { Reader } from "./readers/reader.ts";
import { readingListYaml } from "./readers/reading-list-yaml.ts";
import { ris } from "./readers/ris.ts";
import { semanticScholar } from "./readers/semantic-scholar.ts";
import { zoteroJson } from "./readers/zotero-json.ts";
import { decode } from "./text/decode.ts";

/** Every format that seeds may have; the first that recognises a file reads it. */
const readers: Reader[] = [
  offprintJson,
  arxivAtom,
  dailyPapersApi,
  semanticScholar,
  zoteroJson,
  cslJson,
  ris,
  bibtex,
  dailyPapersText,
  bibtexAnywhere,
  idList,
  readingListYaml,
];

const formats = [...new Set(readers.map(({ format }) => format))];

/** The longest text that fits into one string of the JavaScript engine, with room to spare. */
const mostBytes = 400_000_000;

/** The papers of one seed file, as the file tells them. */
export function readSeed(seed: SeedFile, context: SeedContext): Staged<RawPaper[]> {
  if (seed.bytes.length > mostBytes) return { value: [], messages: [tooLarge(seed.path)] };
  const { text, messages: decoding } = decode(seed.path, seed.bytes);
  const messages = [...(seed.messages ?? []), ...decoding];
  const file = { path: seed.path, text };
  const reader = readers.find((candidate) => candidate.recognises(file));
  if (!reader) return { value: [], messages: [...messages, unknownFormat(seed.path, text)] };
  const read = reader.read(file, context);
  return { value: read.value, messages: [...messages, ...read.messages] };
}

function unknownFormat(file: string, text: string): Message {
  return {
    rule: "unknown-format",
    severity: "error",
    reason:
      text.trim() === ""
        ? "The file is empty."
        : "No reader recognises this file, so no paper was read from it.",
    place: { file },
    hint: `Formats that can be read: ${formats.join(", ")}. Move other files out of seeds/.`,
  };
}

function tooLarge(file: string): Message {
  return {
    rule: "too-large",
    severity: "error",
    reason: `The file is larger than ${mostBytes / 1_000_000} MB and was not read.`,
    place: { file },
    hint: "Part it into several files.",
  };
}
