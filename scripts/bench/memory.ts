import { readdirSync, readFileSync } from "node:fs";

/**
 * Watches the memory of a process and of all that it starts, by /proc, and gives the peak of their
 * sum in bytes. Undefined where there is no /proc.
 */
export function watchMemory(root: number): () => number | undefined {
  let peak: number | undefined;
  const look = () => {
    const used = residentOf(root);
    if (used !== undefined) peak = Math.max(peak ?? 0, used);
  };
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function residentOf(root: number): number | undefined {
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
  return [...resident].reduce((sum, [pid, bytes]) => (belongs(pid) ? sum + bytes : sum), 0);
}

/** A process may end between two looks. */
function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
