import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lineOfFault } from "../notes/line-of-fault.ts";
import { defined } from "../schemas/defined.ts";
import { conflictIn } from "../schemas/git-conflict.ts";
import type { Message, Place } from "../schemas/message.ts";
import {
  codeFailed,
  componentFailed,
  gitConflict,
  overrideFailed,
  report,
  themeFailed,
} from "../schemas/rules.ts";
import type { PartKind } from "../workspace/own-parts.ts";
import { codeAtFault } from "./code-at-fault.ts";
import { reportMessages } from "./integrations/build-report.ts";
import { markUntraceable } from "./integrations/page-trace.ts";

/** A part of the owner's that failed. */
interface FailedPart {
  kind: PartKind;
  /** The file with the fault, relative to the workspace. */
  file: string;
  /** Its line in the code that was bundled. */
  line?: number;
  reason: string;
  /** The part, if it is another file. */
  part?: string;
}

/**
 * Reports that code of an override, component, note or page failed. `file` is relative to the workspace.
 */
export function reportFailedCode(
  root: string,
  kind: PartKind,
  file: string,
  error: unknown,
): undefined {
  markUntraceable();
  const reason = error instanceof Error ? error.message : String(error);
  const source = textOf(root, file);
  const line = lineWith(source, codeAtFault(error)) ?? lineOfFault(source, reason);
  reportMessages([messageAbout(root, { kind, file, reason }, line)]);
}

/** Reports that a part cannot be bundled, and so is left out. */
export function reportFailedPart(root: string, failed: FailedPart): void {
  const { file, reason } = failed;
  // The bundler sees the code that MDX and TypeScript became, which may have other lines.
  const line = lineOfFault(textOf(root, file), reason) ?? failed.line;
  reportMessages([messageAbout(root, failed, line)]);
}

/** What a failed part is reported as: a conflict that git left in the file, or else what the error says. */
function messageAbout(root: string, failed: FailedPart, line: number | undefined): Message {
  const conflict = conflictIn(textOf(root, failed.file));
  const { file } = failed;
  if (conflict) return report(gitConflict, {}, { file, line: conflict.line });
  return messageFor(failed, { file, ...defined({ line }) });
}

function messageFor({ kind, file, part = file, reason }: FailedPart, place: Place): Message {
  const name = part.replace(/^.*\/|\.astro$/g, "");
  if (kind === "override") return report(overrideFailed, { name, reason }, place);
  if (kind === "theme") return report(themeFailed, { reason }, place);
  if (kind === "component") return report(componentFailed, { reason }, place);
  return report(codeFailed, { kind, reason }, place);
}

function textOf(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The 1-based line of a source that has a piece of code. */
function lineWith(source: string, code: string | undefined): number | undefined {
  if (code === undefined) return undefined;
  const at = source.split(/\r\n?|\n/).findIndex((line) => line.includes(code));
  return at < 0 ? undefined : at + 1;
}
