import { join } from "node:path";
import { writeFileAtomic } from "../src/workspace/write-file.ts";
import { exit, readArguments, run } from "./command.ts";

/** A command that writes one file of the documentation from the source. */
interface DocumentCommand {
  /** How it is run, such as `npm run docs:rules`. */
  name: string;
  /** What it writes, for `--help`. */
  summary: string;
  /** The file, relative to the repository. */
  path: string;
  make: () => string;
}

/** Runs a command that writes a document. */
export async function writeDocument({ name, summary, path, make }: DocumentCommand): Promise<void> {
  const help = `\n${name}\n\n${summary}\n\nOptions:\n  -h, --help      show this help\n`;
  readArguments({ name, help, options: {} });
  await run(name, async () => {
    await writeFileAtomic(join(process.cwd(), path), make());
    return exit.done;
  });
}
