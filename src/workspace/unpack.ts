import { constants, gunzipSync } from "node:zlib";
import type { SeedFile } from "../ingest/raw-paper.ts";
import { largestSeed } from "../ingest/read-seed.ts";
import { damagedGzip, packedTwice, report, tooLarge } from "../schemas/rules.ts";

/**
 * A seed for its reader: unpacked if it starts like a gzip file, whatever its name. A small file can be
 * made to unpack to any size, so one that unpacks to more than the largest seed is left out.
 */
export function unpacked(path: string, bytes: Uint8Array): SeedFile {
  if (!isGzip(bytes)) return { path, bytes };
  try {
    const inner = gunzipSync(bytes, { maxOutputLength: largestSeed });
    if (!isGzip(inner)) return { path, bytes: inner };
    return { path, bytes: new Uint8Array(), messages: [report(packedTwice, {}, { file: path })] };
  } catch (error) {
    const place = { file: path };
    if (error instanceof RangeError) {
      const params = { what: "The unpacked file", limit: `${largestSeed / 1_000_000} MB` };
      return { path, bytes: new Uint8Array(), messages: [report(tooLarge, params, place)] };
    }
    return { path, bytes: firstPart(bytes), messages: [report(damagedGzip, {}, place)] };
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** What can be unpacked of a truncated file. */
function firstPart(bytes: Uint8Array): Uint8Array {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: largestSeed };
    return gunzipSync(bytes, options);
  } catch {
    return new Uint8Array();
  }
}
