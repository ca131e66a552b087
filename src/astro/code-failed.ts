import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lineOfFault } from "../notes/line-of-fault.ts";
import { reportMessages } from "./integrations/build-report.ts";
import { workspace } from "./settings.ts";

/**
 * Reports that code of an owner's file outside of its text, such as an import, fails before anything
 * is shown. The file is named relative to the project.
 */
export function codeFailed(what: "note" | "page", file: string, error: unknown): undefined {
  const reason = error instanceof Error ? error.message : String(error);
  const line = lineOfFault(readFileSync(join(workspace.root, file), "utf8"), reason);
  reportMessages([
    {
      rule: `${what}-code`,
      severity: "error",
      reason: `The ${what}'s code fails, so its source is shown as text: ${reason}`,
      place: { file, ...(line === undefined ? {} : { line }) },
      hint: `Mend the code that stands outside of the ${what}'s text.`,
    },
  ]);
}
