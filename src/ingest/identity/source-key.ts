import type { Provenance } from "../../schemas/paper.ts";

/** What tells one record of the seeds from all others, whatever else is said of it. */
export function sourceKey({ file, line, record = 1, format }: Provenance): string {
  return `${file}:${line}:${record}:${format}`;
}
