import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesUnder } from "../../src/workspace/files-under.ts";
import { copyEngine } from "../copy-engine.ts";
import type { Chance } from "./chance.ts";

/** A paper as its owner knows it. */
export interface MadePaper {
  title: string;
  /** Its record in BibTeX. */
  record: string;
}

/** Makes an archive with an owner's settings and a few seeds, and returns the papers. */
export function makeArchive(engine: string, folder: string, chance: Chance): MadePaper[] {
  copyEngine(engine, folder);
  write(folder, "content/site.yaml", "title: A test of reliability\n");
  write(folder, "content/pages/mine.mdx", "---\ntitle: Mine\n---\n\nA page of my own.\n");
  const papers = Array.from({ length: 8 }, () => makePaper(chance));
  for (const [index, { record }] of papers.entries()) write(folder, `seeds/${index}.bib`, record);
  return papers;
}

/** Writes a file of an archive. */
export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Makes a paper that no other one resembles. */
export function makePaper(chance: Chance): MadePaper {
  const word = () => {
    const syllables = [
      "ba",
      "di",
      "fo",
      "gu",
      "ke",
      "la",
      "mi",
      "no",
      "pu",
      "re",
      "si",
      "ta",
      "vo",
    ];
    return Array.from({ length: 3 + chance.below(2) }, () => chance.of(syllables)).join("");
  };
  const words = (count: number) => Array.from({ length: count }, word).join(" ");
  const title = `The ${words(4)}`;
  const key = word() + chance.below(1000);
  const record = `@article{${key},
  title = {${title}},
  author = {Author, ${word()}},
  year = {${2020 + chance.below(5)}},
  abstract = {We study ${words(30)}.}
}
`;
  return { title, record };
}

/** The note on a paper. */
export function noteOn(title: string): string {
  return `content/notes/${title.toLowerCase().replaceAll(" ", "-")}.mdx`;
}

/** The title of the paper in a record. */
export function titleIn(record: string): string {
  return /title = \{(.*)\}/.exec(record)?.[1] ?? "";
}

const ownersFolders = ["seeds", "content/notes", "content/pages"];
const ownersFiles = ["content/site.yaml", "content/removed.yaml"];

/** Whether this is a file that a command is writing, which the next command removes. */
function isTemporary(path: string): boolean {
  return /(?:^|\/)\.offprint-[^/]*\.tmp$/.test(path);
}

/** Everything in an archive that is the owner's, by path; also what should not be there. */
export function ownersFilesIn(folder: string): Map<string, string> {
  const paths = ownersFolders.flatMap((name) =>
    filesUnder(join(folder, name)).map((path) => `${name}/${path}`),
  );
  const owners = paths.filter((path) => !isTemporary(path));
  const all = [...owners, ...ownersFiles.filter((path) => existsSync(join(folder, path)))];
  return new Map(all.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Temporary files, folders of builds and locks. */
export function leftoversIn(folder: string): string[] {
  const inside = ["seeds", "content", ".cache/derived", "dist"].flatMap((name) =>
    filesUnder(join(folder, name)).map((path) => `${name}/${path}`),
  );
  const cache = join(folder, ".cache");
  return [
    ...inside.filter((path) => /(?:^|\/)\.offprint|\.tmp$/.test(path)),
    ...readdirSync(folder).filter((name) => /^\.dist/.test(name)),
    ...(existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith("lock")) : []),
  ];
}

/** A digest of all files of a folder; undefined if there is no such folder. */
export function digestOf(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const hash = createHash("sha256");
  for (const path of filesUnder(folder)) hash.update(path).update(readFileSync(join(folder, path)));
  return hash.digest("hex");
}
