import { exit, readArguments, run } from "./command.ts";
import { runChecks } from "./run-checks.ts";

const command = {
  name: "npm run check",
  help: `
npm run check

Format and lint (Biome), types (TypeScript and Astro), and code that nobody uses (Knip).
\`npm run format\` mends what can be mended by a program.

Options:
  -h, --help      show this help
`,
  options: {},
} as const;

readArguments(command);

await run(command.name, async () =>
  (await runChecks()).every(({ passed }) => passed) ? exit.done : exit.notAll,
);
