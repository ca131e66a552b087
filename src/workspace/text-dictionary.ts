import { readFileSync } from "node:fs";
import { join } from "node:path";
import { constants, deflateRawSync } from "node:zlib";

const file = join(import.meta.dirname, "../search/dictionary/texts.txt");
let texts: Uint8Array | undefined;

/** Ends with a character that no JSON has, so that whoever decompresses finds where the texts begin. */
function dictionary(): Uint8Array {
  texts ??= Buffer.from(`${readFileSync(file, "utf8")}\0`);
  return texts;
}

/** The dictionary compressed, as the beginning of a stream that goes on with what `compressText` returns. */
export function compressDictionary(): Uint8Array {
  return deflateRawSync(dictionary(), { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
}

/** Compresses a text as if it came after the dictionary. */
export function compressText(text: string | Uint8Array): Uint8Array {
  return deflateRawSync(text, { level: 9, dictionary: dictionary() });
}
