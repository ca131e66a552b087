import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

/** The end of a command that would end this process. */
class Exited extends Error {}

/**
 * Runs commands that only print their help, one after the other in this process, and prints for each its output and
 * exit code as a line of JSON. Each script is loaded as if it were the first, and the modules that they share once.
 */
async function showHelps(commands: readonly (readonly string[])[]): Promise<void> {
  const print = process.stdout.write.bind(process.stdout);
  for (const [number, [script = "", ...parameters]] of commands.entries()) {
    const said: string[] = [];
    let code: number | undefined;
    const say = (line: unknown) => {
      if (code === undefined) said.push(String(line));
    };
    console.log = say;
    console.error = say;
    process.argv = [process.execPath, resolve(script), ...parameters];
    process.exit = (status) => {
      // Only the first end counts: what follows would not have run.
      code ??= Number(status ?? 0);
      throw new Exited();
    };
    try {
      await import(`${pathToFileURL(resolve(script)).href}?${number}`);
    } catch (error) {
      if (!(error instanceof Exited)) say(error);
      code ??= 1;
    }
    print(`${JSON.stringify({ code: code ?? 0, output: said.join("\n") })}\n`);
  }
}

const [given = "[]"] = process.argv.slice(2);
await showHelps(z.array(z.array(z.string())).parse(JSON.parse(given)));
