import { stripVTControlCharacters } from "node:util";
import { conflictIn } from "../../schemas/git-conflict.ts";
import { kindOfPart, ownCode, partsWith, pathIn } from "../../workspace/own-parts.ts";
import type { Workspace } from "../../workspace/paths.ts";
import { reportFailedPart } from "../code-failed.ts";

const key = Symbol.for("offprint.left-out-parts");

/**
 * The owner's overrides, components, pages, notes and theme that the site is built without, because they cannot be
 * bundled. Relative to the workspace.
 */
export function leftOutParts(): Set<string> {
  // The configuration is in another bundle than the commands, so they would not share a module's variable.
  const known: Set<string> | undefined = Reflect.get(globalThis, key);
  if (known) return known;
  const made = new Set<string>();
  Reflect.set(globalThis, key, made);
  return made;
}

/** A fault in a file of the owner's that ended a build. */
interface BundleFault {
  file: string;
  line?: number;
  reason: string;
}

/**
 * Leaves out the parts of the owner's that an error of a build is about, and reports them. False if the error
 * is about none that was still in use, so that another build would fail, too.
 */
export function leaveOutFaulty(workspace: Pick<Workspace, "root">, error: unknown): boolean {
  const leftOut = leftOutParts();
  const before = leftOut.size;
  for (const fault of faultsOf(workspace, error)) {
    for (const part of partsWith(workspace, fault.file)) {
      const kind = kindOfPart(part);
      if (kind === undefined || leftOut.has(part)) continue;
      leftOut.add(part);
      reportFailedPart(workspace.root, { kind, ...fault, part });
    }
  }
  return leftOut.size > before;
}

/**
 * Leaves out the parts in which git left a conflict, and reports them. Markup and styles with one may well be
 * bundled, and show it to readers.
 */
export function leaveOutConflicts(workspace: Pick<Workspace, "root">): void {
  const leftOut = leftOutParts();
  for (const { file, text } of ownCode(workspace)) {
    if (!conflictIn(text)) continue;
    const parts = partsWith(workspace, file).filter((part) => !leftOut.has(part));
    for (const part of parts) leftOut.add(part);
    const kind = kindOfPart(parts[0] ?? "");
    if (kind !== undefined) reportFailedPart(workspace.root, { kind, file, reason: "conflict" });
  }
}

/** The faults in files of the owner's that an error of a bundler names. */
export function faultsOf(workspace: Pick<Workspace, "root">, error: unknown): BundleFault[] {
  const errors = listOf(error, "errors");
  return (errors.length > 0 ? errors : [error]).flatMap((one) => faultOf(workspace, one) ?? []);
}

function faultOf(workspace: Pick<Workspace, "root">, error: unknown): BundleFault | undefined {
  if (!(error instanceof Error)) return undefined;
  const text = stripVTControlCharacters(error.message);
  const inText = /(?:^|[\s[/\\'"])(content[\\/][^:'"\n]+\.\w+):(\d+)/.exec(text);
  const id = [
    Reflect.get(error, "id"),
    Reflect.get(Object(Reflect.get(error, "loc")), "file"),
  ].find((value) => typeof value === "string");
  const named = typeof id === "string" ? pathIn(workspace, id.replace(/\?.*$/, "")) : undefined;
  const inMessage = inText?.[1]?.replaceAll("\\", "/").replace(/\?.*$/, "");
  const file = [named, inMessage].find((path) => path?.startsWith("content/"));
  if (file === undefined) return faultInStyles(workspace, text);
  const line = Number(inText?.[2]);
  return { file, reason: reasonOf(text), ...(line > 0 ? { line } : {}) };
}

/**
 * The fault that an error about the styles of all files together shows in an excerpt. The file is the owner's that has
 * the line; without one, it can only be the theme.
 */
function faultInStyles(workspace: Pick<Workspace, "root">, text: string): BundleFault | undefined {
  const [, reason, excerpt] = /\[lightningcss[^\]]*\] ([^\n]+)\n([\s\S]*)/.exec(text) ?? [];
  if (reason === undefined || excerpt === undefined) return undefined;
  const marked = /^\d+ *\| *(.*)\n *\| *\^/m.exec(excerpt)?.[1]?.trim() ?? "";
  const leftOut = leftOutParts();
  const files = ownCode(workspace).filter(({ file }) => !leftOut.has(file));
  for (const { file, text: source } of marked.length > 2 ? files : []) {
    const at = source.split(/\r?\n/).findIndex((line) => line.trim() === marked);
    if (at >= 0) return { file, line: at + 1, reason };
  }
  const theme = files.find(({ file }) => kindOfPart(file) === "theme");
  return theme && { file: theme.file, reason };
}

/** The sentence in the message of a bundler: without its codes, its excerpt and its path. */
function reasonOf(text: string): string {
  const lines = text.split("\n").map((line) =>
    line
      .replace(/^Build failed with .*$/, "")
      .replace(/^\s*\[(?:plugin [^\]]*|[A-Z_]+)\]\s*/, "")
      .replace(/ in content\/\S+$/, "")
      .replace(/^\w*Error: /, "")
      .replace(/^\[\w+\] \S+:\d+:\d+: /, "")
      .trim(),
  );
  const isSentence = (line: string) => /\p{L}/u.test(line) && !/^\S*[\\/]\S*:\d+:\d+$/.test(line);
  return lines.find(isSentence) ?? text.trim();
}

function listOf(value: unknown, name: string): unknown[] {
  const list: unknown = Reflect.get(Object(value), name);
  return Array.isArray(list) ? list : [];
}
