import { statSync } from "node:fs";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { explainArguments } from "./explain-arguments.ts";

/** Exit codes of every command. */
export const exit = { done: 0, notAll: 1, usage: 2 } as const;

/** What a command is called, and what `--help` prints. */
export interface Command<O extends ParseArgsOptionsConfig> {
  name: string;
  help: string;
  options: O;
  /** Whether words that are no options may follow. */
  positionals?: boolean;
}

const helpOption = { help: { type: "boolean", short: "h" } } as const;

/**
 * Reads a command's arguments; prints help and ends when asked, and explains wrong usage with exit
 * code 2.
 */
export function readArguments<O extends ParseArgsOptionsConfig>(command: Command<O>) {
  const options = { ...command.options, ...helpOption };
  const allowPositionals = command.positionals ?? false;
  try {
    const parsed = parseArgs({ options, allowPositionals });
    if ("help" in parsed.values && parsed.values.help) {
      console.log(command.help.trim());
      process.exit(exit.done);
    }
    const root = "root" in parsed.values ? parsed.values.root : undefined;
    if (typeof root === "string" && !statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
      fail(command, `--root is "${root}", and there is no such folder`);
    }
    return parsed;
  } catch (error) {
    const given = process.argv.slice(2);
    const why = explainArguments(given, { options, allowPositionals, help: command.help });
    fail(command, why ?? (error instanceof Error ? error.message : String(error)));
  }
}

/** Ends a command that was called wrongly: why, how it is called, and where to read more. */
export function fail({ name, help }: { name: string; help: string }, reason: string): never {
  const called = help.trim().split("\n\n")[0];
  console.error(`${name}: ${reason}\n\n${called}\n\n\`${name} -- --help\` tells more.`);
  tellProgram(reason);
  process.exit(exit.usage);
}

/** With --json, stdout holds one object also where nothing could be done. */
export function tellProgram(error: string, more: object = {}): void {
  if (process.argv.includes("--json")) console.log(JSON.stringify({ error, ...more }));
}

/** A number option, or its default; wrong usage where it is no number, or not in its range. */
export function numberOption(
  command: { name: string; help: string },
  [option, given]: readonly [name: string, given: string | undefined],
  otherwise: number,
  { least = -Infinity, most = Infinity, whole = false } = {},
): number {
  const value = given === undefined ? otherwise : given.trim() === "" ? Number.NaN : Number(given);
  const isSound = value >= least && value <= most && (!whole || Number.isInteger(value));
  if (Number.isFinite(value) && (given === undefined || isSound)) return value;
  const kind = whole ? "a whole number" : "a number";
  const range =
    most < Infinity
      ? ` from ${least} to ${most}`
      : least > -Infinity
        ? ` of at least ${least}`
        : "";
  fail(command, `--${option} is "${given}", but must be ${kind}${range}`);
}

/** `1 paper`, `2 papers`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** Runs a command's work; a failure that was not foreseen is said in one line, with its cause. */
export async function run(name: string, work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    const reason = error instanceof Error ? describeFault(error) : String(error);
    console.error(`${name}: ${reason}`);
    if (process.env["DEBUG"] && error instanceof Error) console.error(error.stack);
    tellProgram(reason);
    process.exitCode = exit.notAll;
  }
}

const faultsOfDisk: Record<string, string> = {
  EACCES: "may not be read or written by you",
  EPERM: "may not be read or written by you",
  EROFS: "lies on a disk that cannot be written",
  ENOSPC: "cannot be written: the disk is full",
  ENOTDIR: "lies under something that is a file, not a folder",
  EEXIST: "is there already, and is no folder",
  EISDIR: "is a folder, not a file",
};

/** A fault of the disk in plain words; any other as it says itself. */
function describeFault(error: Error): string {
  if (!("code" in error) || !("path" in error)) return error.message;
  const plain = faultsOfDisk[String(error.code)];
  return plain === undefined ? error.message : `${error.path} ${plain} (${error.code})`;
}
