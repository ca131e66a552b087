import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

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
  try {
    const parsed = parseArgs({
      options: { ...command.options, ...helpOption },
      allowPositionals: command.positionals ?? false,
    });
    if ("help" in parsed.values && parsed.values.help) {
      console.log(command.help.trim());
      process.exit(exit.done);
    }
    return parsed;
  } catch (error) {
    fail(command, error instanceof Error ? error.message : String(error));
  }
}

/** Ends a command that was called wrongly. */
export function fail({ name, help }: { name: string; help: string }, reason: string): never {
  console.error(`${name}: ${reason}\n\n${help.trim()}`);
  process.exit(exit.usage);
}

/** A number option, or its default; wrong usage where it is no number. */
export function numberOption(
  command: { name: string; help: string },
  given: string | undefined,
  otherwise: number,
): number {
  const value = given === undefined ? otherwise : Number(given);
  if (Number.isFinite(value)) return value;
  fail(command, `"${given}" is no number; give one such as ${otherwise}`);
}

/** Runs a command's work; a failure that was not foreseen is said in one line, with its cause. */
export async function run(name: string, work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env["DEBUG"] && error instanceof Error) console.error(error.stack);
    process.exitCode = exit.notAll;
  }
}
