import { entriesIn } from "../src/workspace/archive-size.ts";
import { machineMemory } from "../src/workspace/machine-memory.ts";
import { type MeasuredBuild, memoryFaults, memoryNeeded } from "../src/workspace/memory-need.ts";
import type { Workspace } from "../src/workspace/paths.ts";
import { readRecorded } from "./bench/recorded-results.ts";
import { counted } from "./command.ts";
import { inColor } from "./say.ts";

/** What the recorded benchmarks say of memory: for each archive, the larger one of its entries and its site. */
function measuredBuilds(): MeasuredBuild[] {
  return (readRecorded()?.archives ?? []).flatMap(({ papers, steps }) => {
    const found = [steps.ingest, steps.build].filter((step) => step !== undefined);
    const most = (of: "together" | "largest") => Math.max(...found.map((step) => step[of] ?? 0));
    return found.length === 0
      ? []
      : [{ papers, together: most("together"), largest: most("largest") }];
  });
}

/** Why a build of so many papers may end early on this machine, and what to do. */
export function memoryFaultsOf(papers: number): { reason: string; hint: string }[] {
  const needed = memoryNeeded(papers, measuredBuilds());
  return needed ? memoryFaults(needed, machineMemory()) : [];
}

/** Says before a build if this machine may have too little memory for it. */
export function warnOfMemory(workspace: Pick<Workspace, "papers">): void {
  const papers = entriesIn(workspace);
  for (const { reason, hint } of memoryFaultsOf(papers)) {
    console.error(
      `${inColor("warning", "warning")}  A build of ${counted(papers, "paper")} may end early: ${reason}.\n    → ${hint}`,
    );
  }
}
