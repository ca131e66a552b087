import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { exit, readArguments, run } from "./command.ts";

const command = {
  name: "npm run --silent sbom",
  help: `
npm run --silent sbom [-- options]

Prints a software bill of materials (SBOM) in CycloneDX format: every package of package-lock.json that is
installed without development dependencies, with its version, license and hash. The same lock file and
npm give the same bytes.

Options:
  --dev           include the development dependencies
  --out FILE      write to this file instead of printing
  -h, --help      show this help
`,
  options: { dev: { type: "boolean", default: false }, out: { type: "string" } },
} as const;

const bill = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  serialNumber: z.string().optional(),
  metadata: z.looseObject({
    timestamp: z.string().optional(),
    component: z.looseObject({ name: z.string() }),
  }),
});

const { values } = readArguments(command);

/** npm is a script where npm started this command, and a program otherwise. */
function runNpm(parameters: string[]): string {
  const script = process.env["npm_execpath"];
  const [program, first] = script?.endsWith(".js") ? [process.execPath, [script]] : ["npm", []];
  return execFileSync(program, [...first, ...parameters], {
    encoding: "utf8",
    maxBuffer: 100_000_000,
    shell: program === "npm" && process.platform === "win32",
  });
}

// The program that reads the output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

await run(command.name, async () => {
  const omitted = values.dev ? [] : ["--omit=dev"];
  const made = runNpm([
    "sbom",
    "--sbom-format=cyclonedx",
    "--sbom-type=application",
    "--package-lock-only",
    ...omitted,
  ]);
  // The time and the random number would make each file another one; the name is that of the folder.
  const { serialNumber: _, metadata, ...rest } = bill.parse(JSON.parse(made));
  const { timestamp: __, component, ...about } = metadata;
  const named = { ...about, component: { ...component, name: "offprint" } };
  const text = `${JSON.stringify({ ...rest, metadata: named }, undefined, 2)}\n`;
  if (values.out === undefined) process.stdout.write(text);
  else writeFileSync(values.out, text);
  return exit.done;
});
