import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { sumsFile } from "../../src/workspace/built-files.ts";
import { command, measureStep } from "./measure-step.ts";
import type { BuiltInParts } from "./results.ts";

/**
 * Builds an archive in partitions, as machines would that have the entries and nothing of earlier builds, and joins
 * them. Throws an error unless the site has the files of the one in dist.
 */
export async function benchParts(folder: string): Promise<BuiltInParts> {
  const sums = () => readFileSync(join(folder, "dist", sumsFile), "utf8");
  const whole = sums();
  for (const path of [".cache", ".astro", "dist"])
    rmSync(join(folder, path), { recursive: true, force: true });
  const build = (name: string, ...options: string[]) =>
    measureStep(name, { ...command("build", ...options), cwd: folder });
  const prepare = await build("partitions, prepared", "--partitions");
  const names = z
    .array(z.string())
    .parse(JSON.parse(readFileSync(join(folder, ".cache/partitions/names.json"), "utf8")));
  const partitions: BuiltInParts["partitions"] = [];
  for (const name of names) {
    const measured = await build(`partition ${name}`, "--partition", name);
    const site = join(folder, ".cache/partitions", name, "site");
    const pages = globSync("**/*.html", { cwd: site }).length;
    partitions.push({ name, pages, ...measured });
  }
  const join_ = await build("partitions, joined", "--join");
  if (sums() !== whole) throw new Error("The joined site has other files than one built at once.");
  return { prepare, partitions, join: join_ };
}
