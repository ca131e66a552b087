import { spawn } from "node:child_process";
import { z } from "zod";
import { watchMemory } from "./memory.ts";
import { processorTimeOfChildren } from "./processor-time.ts";

/** What a command took, in seconds and bytes. What a system without /proc cannot tell is absent. */
export const measured = z.object({
  /** From its start to its end. */
  wall: z.number(),
  /** Processor time of all its processes. */
  processor: z.number().optional(),
  /** Peak memory of all its processes together. */
  together: z.number().optional(),
  /** Peak memory of its largest process. */
  largest: z.number().optional(),
});
/** What a command took. */
export type Measured = z.infer<typeof measured>;

/** A command to measure: a program of Node's with its parameters, where, and with which further variables. */
export interface MeasuredCommand {
  cwd: string;
  parameters: readonly string[];
  environment?: Readonly<Record<string, string>>;
}

/** A command of Offprint, as `npm run` starts it, so that Node keeps compiled code. */
export function command(script: string, ...options: string[]): Pick<MeasuredCommand, "parameters"> {
  const file = `scripts/${script}.ts`;
  return { parameters: ["--import", "./scripts/require-node.mjs", file, ...options] };
}

/** Runs a command and measures it. If it fails, throws an error with what it printed. */
export function measureStep(
  name: string,
  { cwd, parameters, environment = {} }: MeasuredCommand,
): Promise<Measured> {
  console.log(`… ${name}`);
  const started = performance.now();
  const before = processorTimeOfChildren();
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, parameters, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => printed.push(text));
  }
  const peak = watchMemory(child.pid ?? 0);
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (code) => {
      const wall = (performance.now() - started) / 1000;
      const after = processorTimeOfChildren();
      const memory = peak();
      const processor =
        before === undefined || after === undefined ? {} : { processor: after - before };
      if (code === 0) {
        const measured = { wall, ...processor, ...memory };
        console.log(`  ${described(measured)}`);
        done(measured);
      } else {
        const text = Buffer.concat(printed).toString();
        failed(new Error(`${parameters.join(" ")} ended with exit code ${code}:\n${text}`));
      }
    });
  });
}

/** A line for who waits for the other steps, which may take long. */
function described({ wall, processor, largest }: Measured): string {
  const used = processor === undefined ? "" : `, ${processor.toFixed(1)} s of processor time`;
  const memory = largest === undefined ? "" : `, ${megabytes(largest)} in one process`;
  return `${wall.toFixed(1)} s${used}${memory}`;
}

/** `12 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString("en")} MB`;
}
