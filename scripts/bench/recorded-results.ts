import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type RecordedResults, recordedResults } from "./results.ts";

/** The file of the recorded results. */
export const recordedFile = join(import.meta.dirname, "recorded.json");

/** The results that were recorded; undefined if none were. */
export function readRecorded(): RecordedResults | undefined {
  if (!existsSync(recordedFile)) return undefined;
  return recordedResults.parse(JSON.parse(readFileSync(recordedFile, "utf8")));
}
