import { readFileSync, readlinkSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename } from "node:path";
import { z } from "zod";

const holder = z.object({
  command: z.string(),
  pid: z.number().int().positive(),
  /** The machine, or the container: where the process id means this process. */
  host: z.string(),
  /** When the machine and the process started, where the system says so. */
  boot: z.string().optional(),
  started: z.string().optional(),
  since: z.iso.datetime(),
  /** Tells this lock from all others. */
  nonce: z.string(),
});

/** A process that holds a lock. */
export type Holder = z.infer<typeof holder>;

/** Who holds a lock; undefined if there is no such file, or if it does not say. */
export async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return holder.safeParse(JSON.parse(await readFile(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}

/** What a lock says about this process. */
export function thisProcess(): Omit<Holder, "nonce" | "since"> {
  const { pid } = process;
  return { command: commandName(), pid, host: thisHost(), boot: bootId(), started: startOf(pid) };
}

/** Whether the process that made a lock is running; undefined if only another machine knows. */
export function isRunning({ pid, host, boot, started }: Holder): boolean | undefined {
  if (host !== thisHost()) return undefined;
  if (boot !== bootId() || !isAlive(pid)) return false;
  // The system uses process ids again.
  return started === startOf(pid);
}

/** The command as its user started it. */
function commandName(): string {
  const script = process.env["npm_lifecycle_event"];
  if (script === undefined) return `node ${basename(process.argv[1] ?? "")}`;
  return script === "start" || script === "test" ? `npm ${script}` : `npm run ${script}`;
}

/** The machine, or the container on it, where a process id means this process. */
export function thisHost(): string {
  // A container can have the name of its machine, but numbers processes by itself.
  const processes = linkTarget("/proc/self/ns/pid");
  return processes === undefined ? hostname() : `${hostname()} ${processes}`;
}

function bootId(): string | undefined {
  return textOf("/proc/sys/kernel/random/boot_id")?.trim();
}

/** Whether this machine runs a process with this id. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user cannot be signalled, but is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** When a process started, in the system's own count; "ended" if only its parent still knows it. */
function startOf(pid: number): string | undefined {
  const text = textOf(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  // The name, in parentheses, can have spaces. After it, the fields are numbered from 3.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return /^[ZX]$/.test(fields[0] ?? "") ? "ended" : fields[19];
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
