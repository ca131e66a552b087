import { existsSync, readFileSync } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, relative, resolve, sep } from "node:path";
import { stringify } from "yaml";
import { type Links, links } from "../schemas/links.ts";
import { type Parsed, parseYaml } from "../schemas/parse-yaml.ts";
import { makeFolder } from "./make-folder.ts";
import type { Workspace } from "./paths.ts";
import { readText } from "./read-text.ts";
import { whyUnread } from "./why-unread.ts";
import { writeFileAtomic } from "./write-file.ts";

const head = `# Files that each ingest copies into seeds/. \`npm run add -- --unlink PATH\` removes one.
`;

/** The linked files of a workspace. Empty if there is no such file, or if it lists nothing. */
export function readLinks({ root, linksFile }: Workspace): Parsed<Links> {
  if (!existsSync(linksFile)) return { value: [], messages: [], lineOf: () => 1 };
  const { file, text, messages } = readText(root, linksFile);
  if (messages.length > 0) return { messages, lineOf: () => 1 };
  const listsNothing = text.split(/\r?\n/).every((line) => /^\s*(?:#.*|---\s*)?$/.test(line));
  return listsNothing ? { value: [], messages: [], lineOf: () => 1 } : parseYaml(file, text, links);
}

/** Replaces the list of linked files. Comments above the list stay. */
export async function writeLinks({ linksFile }: Workspace, list: Links): Promise<void> {
  const old = existsSync(linksFile) ? readFileSync(linksFile, "utf8") : head;
  const comments = old.split(/(?<=\n)/).filter((line) => line.startsWith("#"));
  await makeFolder(dirname(linksFile));
  await writeFileAtomic(linksFile, `${comments.join("")}${list.length > 0 ? stringify(list) : ""}`);
}

/** The absolute path of a linked file. */
export function pathOfLink({ root }: Pick<Workspace, "root">, from: string): string {
  return /^~(?:[/\\]|$)/.test(from) ? resolve(homedir(), from.slice(2)) : resolve(root, from);
}

/** The bytes of a linked file, or why it cannot be read, as the end of a sentence. */
export async function readLinked(path: string): Promise<Uint8Array | string> {
  try {
    const bytes = await readFile(path);
    return bytes.length > 0 ? bytes : "it is empty";
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const isLink = isMissing && (await lstat(path).catch(() => undefined))?.isSymbolicLink();
    return isMissing && !isLink ? "there is no such file" : whyUnread(error);
  }
}

/** A path as a link names it: within the archive, from the home folder, or absolute. */
export function linkTo({ root }: Pick<Workspace, "root">, path: string): string {
  const below = (folder: string) => {
    const way = relative(folder, path);
    return /^\.\.|^[/\\]|^\w:/.test(way) ? undefined : way.split(sep).join("/");
  };
  const home = below(homedir());
  return below(root) ?? (home === undefined ? path : `~/${home}`);
}
