import { totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";
import type { MachineMemory } from "./memory-need.ts";

/** The memory of this machine; in a container, as much of it as the container may use. */
export function machineMemory(): MachineMemory {
  const all = totalmem();
  // Zero or more than there is, where nothing limits it.
  const limit = process.constrainedMemory();
  const total = limit > 0 ? Math.min(all, limit) : all;
  const { heap_size_limit: heap } = getHeapStatistics();
  return { total, free: Math.min(total, process.availableMemory()), heap };
}

/** The objects of one process may take this share of a machine's memory. */
const shareOfMachine = 0.75;

/** In bytes: what Node gives a process of a machine with enough memory, and what a paper takes at most. */
const usualHeap = 4 * 2 ** 30;
const heapOfPaper = 45_000;

/**
 * Parameters with which Node starts a process for so many papers, if it may need more memory than Node would give it: about
 * 4 GB, or a quarter of a small machine. Not more than it may need, because a process with much uses more. None if the owner
 * has said how much processes may have.
 */
export function heapOption(
  papers: number,
  given: readonly string[] = [...process.execArgv, process.env["NODE_OPTIONS"] ?? ""],
  { total, heap }: Pick<MachineMemory, "total" | "heap"> = machineMemory(),
): string[] {
  if (given.some((option) => /--max[-_](?:old[-_]space|heap)[-_]size/.test(option))) return [];
  const most = Math.min(total * shareOfMachine, Math.max(usualHeap, papers * heapOfPaper));
  return most > heap ? [`--max-old-space-size=${Math.floor(most / 2 ** 20)}`] : [];
}

/** In bytes, of a process that makes pages: of any archive, and for each paper. Measured with 10,000 to 40,000 papers. */
const makerMemory = { least: 500 * 2 ** 20, eachPaper: 25_000 };

/** How many processes can make pages of so many papers in a machine's memory, beside the one that makes what is not pages. */
export function makersThatFit(
  papers: number,
  { total }: Pick<MachineMemory, "total"> = machineMemory(),
): number {
  const each = makerMemory.least + papers * makerMemory.eachPaper;
  return Math.max(1, Math.floor((total * shareOfMachine) / each) - 1);
}
