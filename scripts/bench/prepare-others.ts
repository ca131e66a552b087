import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { buildArchive } from "../../src/archive/archive.ts";
import type { WholePaper } from "../../src/archive/export-archive.ts";
import { allOf, type Period } from "../../src/archive/periods.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readArchive } from "../../src/workspace/read-archive.ts";

const source = join(import.meta.dirname, "others");

/** Installs Eleventy and what a bare script needs in a folder, unless they are there. */
export function installOthers(folder: string): void {
  const lock = readFileSync(join(source, "package-lock.json"));
  const digest = createHash("sha256").update(lock).digest("hex");
  const mark = join(folder, "node_modules/.installed");
  const isThere = existsSync(mark) && readFileSync(mark, "utf8") === digest;
  if (!isThere) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  cpSync(source, folder, { recursive: true });
  if (isThere) return;
  console.log(`Installing Eleventy in ${folder}`);
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("Eleventy could not be installed; what npm printed is above.");
  writeFileSync(mark, digest);
}

/**
 * Writes the papers of a built archive as other site generators read them: a Markdown file each. They will make
 * the files of citations that Offprint made beside papers and lists.
 */
export async function writeInput(archive: string, folder: string): Promise<void> {
  const { value: papers } = await readArchive(workspaceAt(archive));
  const { days, months } = buildArchive(papers.map(({ entry }) => entry));
  const [daysOf, monthsOf] = [keysByPaper(days), keysByPaper(months)];
  const input = join(folder, "input");
  for (const path of globSync("papers/*.md", { cwd: input })) rmSync(join(input, path));
  for (const paper of papers) {
    const lists = {
      days: daysOf.get(paper.entry.id) ?? [],
      months: monthsOf.get(paper.entry.id) ?? [],
    };
    writeFileSync(join(input, "papers", `${paper.entry.id}.md`), markdownOf(paper, lists));
  }
  const kindsAt = (place: string) => {
    const files = globSync(place, { cwd: join(archive, "dist") });
    const endings = new Set(files.map((path) => path.slice(path.lastIndexOf(".") + 1)));
    return ["bib", "ris", "json"].filter((extension) => endings.has(extension));
  };
  mkdirSync(join(input, "_data"), { recursive: true });
  const kinds = { papers: kindsAt("papers/*/paper.*"), lists: kindsAt("days/*/papers.*") };
  writeFileSync(join(input, "_data/kinds.json"), JSON.stringify(kinds));
}

function keysByPaper(periods: readonly Period[]): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const period of periods) {
    for (const { id } of allOf(period)) {
      const known = keys.get(id);
      if (known) known.push(period.key);
      else keys.set(id, [period.key]);
    }
  }
  return keys;
}

function markdownOf(
  { entry, abstract }: WholePaper,
  lists: { days: readonly string[]; months: readonly string[] },
): string {
  const { id, title, titleText, authors, topics, links, published, publishedIn, listed } = entry;
  const paper = {
    id,
    title,
    titleText,
    authors: authors.map(({ name }) => name),
    published: published ?? publishedIn ?? listed[0] ?? "",
    ...lists,
    topics: topics.map((topic) => topic.id),
    links: links.map(({ url }) => url),
  };
  // In quotes, or else a date would be read as one.
  const head = stringify({ paper }, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" });
  return `---\n${head}---\n\n${abstract}\n`;
}
