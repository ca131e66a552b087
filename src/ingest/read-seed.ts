import type { Staged } from "../schemas/message.ts";
import type { RawPaper, SeedContext, SeedFile } from "./raw-paper.ts";
import { dailyPapersText } from "./readers/daily-papers-text/index.ts";
import type { Reader } from "./readers/reader.ts";
import { decode } from "./text/decode.ts";

/** Every format that seeds may have; the first that recognises a file reads it. */
const readers: Reader[] = [dailyPapersText];

/** The papers of one seed file, as the file tells them. */
export function readSeed(seed: SeedFile, context: SeedContext): Staged<RawPaper[]> {
  const { text, messages } = decode(seed.path, seed.bytes);
  const reader = readers.find((candidate) => candidate.recognises({ path: seed.path, text }));
  if (!reader) {
    return {
      value: [],
      messages: [
        ...messages,
        {
          rule: "unknown-format",
          severity: "error",
          reason:
            text.trim() === ""
              ? "The file is empty."
              : "No reader recognises this file, so no paper was read from it.",
          place: { file: seed.path },
          hint: `Formats that can be read: ${readers.map(({ format }) => format).join(", ")}. Move other files out of seeds/.`,
        },
      ],
    };
  }
  const read = reader.read({ path: seed.path, text }, context);
  return { value: read.value, messages: [...messages, ...read.messages] };
}
