import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lineOfFault } from "../notes/line-of-fault.ts";
import { defined } from "../schemas/defined.ts";
import { codeFailed, report } from "../schemas/rules.ts";
import { reportMessages } from "./integrations/build-report.ts";
import { workspace } from "./settings.ts";

/**
 * Reports that code in a note or page, such as an import, failed before the text could be shown.
 * `file` is relative to the workspace.
 */
export function reportFailedCode(what: "note" | "page", file: string, error: unknown): undefined {
  const reason = error instanceof Error ? error.message : String(error);
  const line = lineOfFault(readFileSync(join(workspace.root, file), "utf8"), reason);
  const place = { file, ...defined({ line }) };
  reportMessages([report(codeFailed, { kind: what, reason }, place)]);
}
