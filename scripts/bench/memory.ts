import { readdirSync, readFileSync } from "node:fs";

/** Peak memory in bytes: of all processes together, and of the largest one. */
export interface MemoryPeak {
  together: number;
  largest: number;
}

/**
 * Measures the memory of a process and of its child processes through /proc. Undefined on systems
 * without /proc.
 */
export function watchMemory(root: number): () => MemoryPeak | undefined {
  let peak: MemoryPeak | undefined;
  const look = () => {
    const used = memoryOf(root);
    if (used === undefined) return;
    const together = used.reduce((sum, { now }) => sum + now, 0);
    peak = {
      together: Math.max(peak?.together ?? 0, together),
      largest: used.reduce((a, { most }) => Math.max(a, most), peak?.largest ?? 0),
    };
  };
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** The memory of one process: now, and the most that it has had. */
interface Memory {
  now: number;
  most: number;
}

function memoryOf(root: number): Memory[] | undefined {
  const parents = new Map<number, number>();
  const memory = new Map<number, Memory>();
  try {
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const status = readStatus(name);
      const bytes = (field: RegExp) => 1024 * Number(field.exec(status)?.[1] ?? 0);
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      memory.set(Number(name), {
        now: bytes(/^VmRSS:\s+(\d+)/m),
        most: bytes(/^VmHWM:\s+(\d+)/m),
      });
    }
  } catch {
    return undefined;
  }
  const belongs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at; at = parents.get(at)) if (at === root) return true;
    return false;
  };
  return [...memory].flatMap(([pid, found]) => (belongs(pid) ? [found] : []));
}

/** A process may end between two measurements. */
function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
