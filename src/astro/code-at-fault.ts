import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const chain = /[\w$]+(?:\??\.[\w$]+)*/g;

/**
 * The names at which an error was thrown, such as `paper.dates.map`, as the code that runs has them.
 * Undefined if the error does not say where it is from, or that code cannot be read.
 */
export function codeAtFault(error: unknown): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const [, url = "", line = "", column = ""] =
    /\(?(file:\/\/[^\s)]+):(\d+):(\d+)\)?/.exec(stack) ?? [];
  if (url === "") return undefined;
  try {
    const code = readFileSync(fileURLToPath(url), "utf8").split("\n")[Number(line) - 1] ?? "";
    const at = Number(column) - 1;
    const around = [...code.matchAll(chain)].find(
      ({ index, 0: names }) => index <= at && at <= index + names.length,
    );
    return around?.[0];
  } catch {
    return undefined;
  }
}
