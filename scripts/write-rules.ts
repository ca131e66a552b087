import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { exit, readArguments, run } from "./command.ts";
import { rulesPage } from "./rules/rules-page.ts";

const command = {
  name: "npm run docs:rules",
  help: `
npm run docs:rules

Writes docs/rules.md, the list of all rules, from the catalogue in src/schemas/rules/.

Options:
  -h, --help      show this help
`,
  options: {},
} as const;

readArguments(command);

await run(command.name, async () => {
  await writeFileAtomic(join(process.cwd(), "docs/rules.md"), rulesPage());
  return exit.done;
});
