import { statSync } from "node:fs";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { describeError } from "../src/workspace/system-error.ts";
import { closestTo, explainArguments } from "./explain-arguments.ts";
import { neighbors } from "./neighbors.ts";
import { inColor } from "./say.ts";

/** Exit codes of every command. */
export const exit = { done: 0, notAll: 1, usage: 2 } as const;

/** A command: its name, its `--help` text and its options. */
export interface Command<O extends ParseArgsOptionsConfig> {
  name: string;
  help: string;
  options: O;
  /** Whether it takes arguments that are not options. */
  positionals?: boolean;
}

const helpOption = { help: { type: "boolean", short: "h" } } as const;

/**
 * Reads the arguments of a command. Prints the help and exits for `--help`; explains wrong arguments, and options
 * that npm took for its own, and exits with code 2.
 */
export function readArguments<O extends ParseArgsOptionsConfig>(command: Command<O>) {
  const options = { ...command.options, ...helpOption };
  const allowPositionals = command.positionals ?? false;
  try {
    const parsed = parseArgs({ options, allowPositionals });
    if ("help" in parsed.values && parsed.values.help) {
      console.log(command.help.trim());
      const others = neighbors[command.name] ?? [];
      if (others.length > 0) console.log(`\nSee also: ${others.join(", ")}.`);
      process.exit(exit.done);
    }
    const taken = takenByNpm(Object.keys(options), process.env);
    if (taken !== undefined) {
      fail(
        command,
        `npm took --${taken} for an option of its own. Write -- before it: ${command.name} -- --${taken}`,
      );
    }
    const root = "root" in parsed.values ? parsed.values.root : undefined;
    if (typeof root === "string" && !statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
      fail(command, `--root is "${root}", but there is no such folder`);
    }
    return parsed;
  } catch (error) {
    const given = process.argv.slice(2);
    const why = explainArguments(given, { options, allowPositionals, help: command.help });
    fail(command, why ?? (error instanceof Error ? error.message : String(error)));
  }
}

/** Options that people set for npm itself, on every command. */
const npmsOwn = new Set(["offline", "yes", "force", "help"]);

/**
 * An option of a command that was written without `--` before it, so that npm did not pass it on: without it, a
 * command would do more than it was asked. Undefined if there is none.
 */
export function takenByNpm(
  names: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (environment["npm_lifecycle_event"] === undefined) return undefined;
  return names.find((name) => {
    const given = environment[`npm_config_${name.replaceAll("-", "_")}`] ?? "";
    return given !== "" && given !== "false" && !npmsOwn.has(name);
  });
}

/** The value of an option that names one of some things. Exits with code 2 if there is no such thing. */
export function checkChoice(
  command: { name: string; help: string },
  [option, given]: readonly [name: string, given: string],
  choices: readonly string[],
): void {
  if (choices.includes(given)) return;
  const near = closestTo(given, choices);
  const meant = near === undefined ? "" : `. Did you mean ${near}?`;
  fail(command, `--${option} is "${given}", but must be one of ${choices.join(", ")}${meant}`);
}

/** Exits because of wrong arguments: says why, how to call the command, and where to read more. */
export function fail({ name, help }: { name: string; help: string }, reason: string): never {
  const called = help.trim().split("\n\n")[0];
  console.error(
    `${inColor("error", `${name}:`)} ${reason}\n\n${called}\n\nFor more help, run \`${name} -- --help\`.`,
  );
  tellProgram(reason);
  process.exit(exit.usage);
}

/** With --json, prints one object for a failure too. */
export function tellProgram(error: string, more: object = {}): void {
  if (process.argv.includes("--json")) console.log(JSON.stringify({ error, ...more }));
}

/** The value of a number option, or its default. Exits with code 2 if it is not in its range. */
export function numberOption(
  command: { name: string; help: string },
  [option, given]: readonly [name: string, given: string | undefined],
  otherwise: number,
  { least = -Infinity, most = Infinity, whole = false } = {},
): number {
  const value = given === undefined ? otherwise : given.trim() === "" ? Number.NaN : Number(given);
  const isSound = value >= least && value <= most && (!whole || Number.isInteger(value));
  if (given === undefined || (Number.isFinite(value) && isSound)) return value;
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

/** Runs the work of a command. An unexpected error is printed in words. */
export async function run(name: string, work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    const reason = describeError(error);
    console.error(`${inColor("error", `${name}:`)} ${reason}`);
    if (process.env["DEBUG"] && error instanceof Error) console.error(error.stack);
    tellProgram(reason);
    process.exitCode = exit.notAll;
  }
}
