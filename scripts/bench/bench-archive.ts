import { globSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { copyEngine } from "../copy-engine.ts";
import { measureStep, megabytes, tableOfSteps } from "./measure-step.ts";

/** A seed: its name and its text. */
export interface SeedText {
  name: string;
  text: string;
}

/**
 * Makes an archive in a folder, builds it as owners do over the days, and measures each step. The lines of the
 * report. `day` is a seed with further papers.
 */
export async function benchArchive(
  root: string,
  folder: string,
  { seeds, day }: { seeds: readonly SeedText[] | ((folder: string) => void); day: SeedText },
): Promise<string[]> {
  copyEngine(root, folder);
  const add = ({ name, text }: SeedText) => writeFileSync(join(folder, "seeds", name), text);
  if (typeof seeds === "function") seeds(join(folder, "seeds"));
  else for (const seed of seeds) add(seed);
  const build = (name: string) => measureStep(name, folder, ["scripts/build.ts"]);
  const first = [
    await measureStep("read and write the entries", folder, ["scripts/ingest.ts"]),
    await build("build and index the site"),
  ];
  const size = sizeOf(folder);
  const unchanged = await build("build with nothing changed");
  const [entry = ""] = globSync("content/papers/**/*.mdx", { cwd: folder }).sort();
  mkdirSync(join(folder, "content/notes"), { recursive: true });
  writeFileSync(
    join(folder, "content/notes", basename(entry)),
    "---\nstatus: read\n---\n\nGood.\n",
  );
  const note = await build("build with a note edited");
  add(day);
  const more = await build("build with a day of 40 papers added");
  return ["", tableOfSteps([...first, unchanged, note, more], first), "", size];
}

/** How large a site is, and how large for each of its papers. */
function sizeOf(folder: string): string {
  const papers = globSync("content/papers/**/*.mdx", { cwd: folder }).length;
  const files = globSync("dist/**/*", { cwd: folder })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
  const pages = files.filter((path) => path.endsWith(".html")).length;
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
  const each = `${(bytes / papers / 1000).toFixed(1)} kB and ${(files.length / papers).toFixed(2)} files a paper`;
  return `${papers} papers: ${pages} pages in ${files.length} files, ${megabytes(bytes)}; ${each}`;
}
