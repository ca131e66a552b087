import { exit, readArguments, run } from "./command.ts";
import { runChecks } from "./run-checks.ts";

const command = {
  name: "npm run check",
  help: `
npm run check

Checks format and lint (Biome), types (TypeScript and Astro), and unused code (Knip).
\`npm run format\` fixes what can be fixed automatically.

Options:
  -h, --help      show this help
`,
  options: {},
} as const;

readArguments(command);

await run(command.name, async () =>
  (await runChecks()).every(({ passed }) => passed) ? exit.done : exit.notAll,
);
