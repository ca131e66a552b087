import { parseArgs } from "node:util";

/** A command's options: name to what `--help` says of it. All take a value except `flag` ones. */
export interface Usage {
  readonly about: string;
  readonly options: Readonly<Record<string, { readonly help: string; readonly flag?: boolean }>>;
}

/**
 * Reads the command line. With `--help` it prints the usage and ends the process with 0; an unknown
 * option ends it with 2.
 */
export function readArguments(usage: Usage): {
  files: string[];
  value: (name: string) => string | undefined;
  flag: (name: string) => boolean;
} {
  const entries = Object.entries({ ...usage.options, help: { help: "show this", flag: true } });
  const text = [
    usage.about.trim(),
    "",
    ...entries.map(([name, { help }]) => `  --${name.padEnd(14)}${help}`),
    "",
  ].join("\n");
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: Object.fromEntries(
        entries.map(([name, { flag }]) => [name, { type: flag === true ? "boolean" : "string" }]),
      ),
    });
    if (values["help"] === true) {
      process.stdout.write(text);
      process.exit(0);
    }
    return {
      files: positionals,
      value: (name) => {
        const given = values[name];
        return typeof given === "string" ? given : undefined;
      },
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${reason}\n\n${text}`);
    process.exit(2);
  }
}

/** A number option, or its default. Ends the process with 2 when it is no number. */
export function numberOf(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (Number.isFinite(value)) return value;
  process.stderr.write(`"${given}" is no number. Give one such as ${otherwise}.\n`);
  process.exit(2);
}
