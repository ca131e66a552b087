import type { Provenance } from "../../schemas/paper.ts";

/** A key that no two records of the seeds share. */
export function sourceKey({ file, line, record = 1, format }: Provenance): string {
  return `${file}:${line}:${record}:${format}`;
}
