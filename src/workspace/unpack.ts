import { constants, gunzipSync } from "node:zlib";
import type { SeedFile } from "../ingest/raw-paper.ts";
import type { Message } from "../schemas/message.ts";

/** Larger files are not unpacked: a small file can be made to unpack to any size. */
const mostBytes = 400_000_000;

/** A seed for its reader: unpacked if it begins as a gzip file does, whatever its name. */
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

/** What can be unpacked of a truncated file. */
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
