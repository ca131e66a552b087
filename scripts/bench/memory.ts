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
    const used = residentOf(root);
    if (used === undefined) return;
    const together = used.reduce((sum, bytes) => sum + bytes, 0);
    peak = {
      together: Math.max(peak?.together ?? 0, together),
      largest: used.reduce((a, b) => Math.max(a, b), peak?.largest ?? 0),
    };
  };
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function residentOf(root: number): number[] | undefined {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  try {
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const status = readStatus(name);
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      resident.set(Number(name), 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    }
  } catch {
    return undefined;
  }
  const belongs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at; at = parents.get(at)) if (at === root) return true;
    return false;
  };
  return [...resident].flatMap(([pid, bytes]) => (belongs(pid) ? [bytes] : []));
}

/** A process may end between two measurements. */
function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
