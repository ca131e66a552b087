import type { Finding } from "./findings.ts";

/** A finding of each reason why a build of the archive may end early; none if there are none. */
export function tooMuchMemory(faults: readonly { reason: string; hint: string }[]): Finding[] {
  return faults.map(({ reason, hint }) => ({
    kind: "too large",
    severity: "warning",
    title: "more memory than there is for a build",
    items: [reason],
    hint,
  }));
}
