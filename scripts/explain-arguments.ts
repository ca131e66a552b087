import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { distance } from "fastest-levenshtein";

/**
 * Explains what is wrong with the arguments of a command; undefined if nothing is. The names of values
 * come from the help text.
 */
export function explainArguments(
  args: string[],
  {
    options,
    allowPositionals,
    help,
  }: { options: ParseArgsOptionsConfig; allowPositionals: boolean; help: string },
): string | undefined {
  const { tokens } = parseArgs({
    args,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "positional" && !allowPositionals) {
      return `unexpected argument "${token.value}". This command only takes options`;
    }
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const known = options[name];
    if (!known) return unknown(rawName, Object.keys(options));
    if (known.type === "boolean" && value !== undefined) return `--${name} takes no value`;
    if (known.type !== "string") continue;
    const kind = new RegExp(`--${name} ([A-Z]+)`).exec(help)?.[1] ?? "VALUE";
    if (value === undefined) return `--${name} needs a value: --${name} ${kind}`;
    if (!inlineValue && value.startsWith("-")) {
      return `--${name} needs a value, but is followed by "${value}". If that is the value, write --${name}=${value}`;
    }
  }
  return undefined;
}

function unknown(written: string, names: string[]): string {
  const near = closestTo(written.replace(/^-+/, ""), names);
  const meant = near === undefined ? "." : `. Did you mean --${near}?`;
  const all = names.map((one) => `--${one}`).join(", ");
  return `there is no option ${written}${meant}\nOptions: ${all}.`;
}

/** The name that was probably meant; undefined if none is near. */
export function closestTo(written: string, names: readonly string[]): string | undefined {
  const [near] = names
    .map((one) => ({ one, far: one.startsWith(written) ? 0 : distance(one, written) }))
    .filter(({ one, far }) => far <= Math.max(1, Math.min(written.length, one.length) / 2))
    .sort((a, b) => a.far - b.far);
  return near?.one;
}
