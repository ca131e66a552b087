import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { drawArchitecture } from "./architecture/draw.ts";
import { exit, readArguments, run } from "./command.ts";

const command = {
  name: "npm run docs:architecture",
  help: `
npm run docs:architecture

Draws docs/architecture.svg from the table of rooms in scripts/architecture/rooms.ts.

Options:
  -h, --help      show this help
`,
  options: {},
} as const;

readArguments(command);

await run(command.name, async () => {
  await writeFileAtomic(join(process.cwd(), "docs/architecture.svg"), drawArchitecture());
  return exit.done;
});
