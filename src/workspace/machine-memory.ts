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
const shareOfHeap = 0.75;

/**
 * Parameters with which Node starts a process that may need more memory than it would get by itself: about 4 GB, or a quarter
 * of a small machine. None if the owner has said how much it may have.
 */
export function heapOption(
  given: readonly string[] = [...process.execArgv, process.env["NODE_OPTIONS"] ?? ""],
  { total, heap }: Pick<MachineMemory, "total" | "heap"> = machineMemory(),
): string[] {
  if (given.some((option) => /--max[-_](?:old[-_]space|heap)[-_]size/.test(option))) return [];
  const most = total * shareOfHeap;
  return most > heap ? [`--max-old-space-size=${Math.floor(most / 2 ** 20)}`] : [];
}
