import { dirname, join } from "node:path";
import { makeFolder } from "../src/workspace/make-folder.ts";
import { writeFileAtomic } from "../src/workspace/write-file.ts";
import { exit, readArguments, run } from "./command.ts";

/** A command that writes files of the repository from the source. */
interface DocumentCommand {
  /** How it is run, such as `npm run docs:rules`. */
  name: string;
  /** What it writes, for `--help`. */
  summary: string;
  /** The texts by their paths in the repository. */
  make: () => Record<string, string>;
}

/** Runs a command that writes files of the repository. */
export async function writeDocuments({ name, summary, make }: DocumentCommand): Promise<void> {
  const help = `\n${name}\n\n${summary}\n\nOptions:\n  -h, --help      show this help\n`;
  readArguments({ name, help, options: {} });
  await run(name, async () => {
    for (const [path, text] of Object.entries(make())) {
      await makeFolder(dirname(join(process.cwd(), path)));
      await writeFileAtomic(join(process.cwd(), path), text);
    }
    return exit.done;
  });
}
