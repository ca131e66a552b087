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
