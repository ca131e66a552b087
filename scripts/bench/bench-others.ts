import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Measured, measureStep } from "./measure-step.ts";
import { installOthers, writeInput } from "./prepare-others.ts";
import type { Benched, SiteSize } from "./results.ts";
import { sizeOfSite } from "./site-size.ts";

/**
 * Builds a site of the same papers with Eleventy and with a bare script, each with Pagefind over it. The pages
 * are those of papers, days, months and topics, with the files of citations that the archive's own site has.
 */
export async function benchOthers(
  archive: string,
  folder: string,
): Promise<Pick<Benched, "steps" | "others">> {
  installOthers(folder);
  await writeInput(archive, folder);
  const site = (name: string) => {
    const output = join(folder, `_${name}`);
    rmSync(output, { recursive: true, force: true });
    mkdirSync(output);
    return output;
  };
  const run = (name: string, ...parameters: string[]) =>
    measureStep(name, { cwd: folder, parameters });
  const search = async (output: string): Promise<[Measured, SiteSize]> => {
    const program = join(folder, "node_modules/pagefind/lib/runner/bin.cjs");
    const found = await run("Pagefind over its site", program, "--site", output, "--silent");
    return [found, sizeOfSite(output)];
  };
  const eleventySite = site("eleventy");
  const eleventy = await run(
    "Eleventy",
    join(folder, "node_modules/@11ty/eleventy/cmd.cjs"),
    "--config=eleventy.config.mjs",
    "--input=input",
    `--output=${eleventySite}`,
    "--quiet",
  );
  const [eleventySearch, eleventySize] = await search(eleventySite);
  const bareSite = site("bare");
  const bare = await run("a bare script", "bare.mjs", "input", bareSite);
  const [bareSearch, bareSize] = await search(bareSite);
  return {
    steps: { eleventy, eleventySearch, bare, bareSearch },
    others: { eleventy: eleventySize, bare: bareSize },
  };
}
