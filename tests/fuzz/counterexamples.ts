import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** A value for which a property did not hold when it was found. */
const counterexample = z.object({
  property: z.string(),
  /** What was wrong. */
  error: z.string(),
  value: z.array(z.string()),
});
export type Counterexample = z.infer<typeof counterexample>;

/** The folder of counterexamples. Each file is a test for good: the core tests try them all. */
export const counterexamplesFolder = join(import.meta.dirname, "counterexamples");

/** Keeps a counterexample in a file, and returns its path. The same one has the same file. */
export function keepCounterexample(found: Counterexample): string {
  const digest = createHash("sha256").update(JSON.stringify(found.value)).digest("hex");
  const name = `${found.property.replaceAll(" ", "-")}-${digest.slice(0, 8)}.json`;
  mkdirSync(counterexamplesFolder, { recursive: true });
  const file = join(counterexamplesFolder, name);
  writeFileSync(file, `${JSON.stringify(found, undefined, 2)}\n`);
  return file;
}

/** Every counterexample, with the name of its file. */
export function keptCounterexamples(): (Counterexample & { name: string })[] {
  return readdirSync(counterexamplesFolder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const text = readFileSync(join(counterexamplesFolder, name), "utf8");
      return { name, ...counterexample.parse(JSON.parse(text)) };
    });
}
