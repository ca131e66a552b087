import type { Provenance } from "../../schemas/paper.ts";

/** A key that is unique among the records of all seeds. */
export function sourceKey({ file, line, record = 1, format }: Provenance): string {
  return `${file}:${line}:${record}:${format}`;
}
