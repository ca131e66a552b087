import { constants, gunzipSync } from "node:zlib";
import type { SeedFile } from "../ingest/raw-paper.ts";
import type { Message } from "../schemas/message.ts";

/** A file that unpacks to more is not read: a small one can be made to fill any memory. */
const mostBytes = 400_000_000;

/** A seed as its reader gets it; one packed by gzip, whatever its name, is unpacked. */
export function unpacked(path: string, bytes: Uint8Array): SeedFile {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { path, bytes };
  try {
    return { path, bytes: gunzipSync(bytes, { maxOutputLength: mostBytes }) };
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    return {
      path,
      bytes: tooLarge ? new Uint8Array() : firstPart(bytes),
      messages: [damaged(path, tooLarge)],
    };
  }
}

/** What can be unpacked of a file that was cut off. */
function firstPart(bytes: Uint8Array): Uint8Array {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes };
    return gunzipSync(bytes, options);
  } catch {
    return new Uint8Array();
  }
}

function damaged(file: string, tooLarge: boolean): Message {
  return {
    rule: "packed-file",
    severity: "error",
    reason: tooLarge
      ? `Unpacked, this file is larger than ${mostBytes / 1_000_000} MB; it was not read.`
      : "This file, packed by gzip, is damaged or cut off; it is read as far as it can be unpacked.",
    place: { file },
    hint: tooLarge ? "Part it into several files." : "Copy or fetch the file again.",
  };
}
