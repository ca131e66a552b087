import { library as words } from "../../../i18n/strings.ts";
import { requireElement } from "../../require-element.ts";
import { type Backup, backupVersion, readBackup, type SkippedItem } from "../backup-file.ts";
import { mergeSaved } from "../merge-saved.ts";
import type { SavedPaper } from "../saved-paper.ts";
import type { Report } from "./report.ts";
import { thisLibrary } from "./this-library.ts";

/** The field that imports a backup. Its papers are merged into the library. */
export function startImport(tools: HTMLElement, changed: () => void, report: Report): void {
  const field = requireElement(tools, "#import-file", HTMLInputElement);
  field.addEventListener("change", () => {
    const [file] = field.files ?? [];
    if (!file) return;
    importFile(file, changed, report).catch(() => report(words.unreadableFile(file.name)));
    field.value = "";
  });
}

async function importFile(file: File, changed: () => void, report: Report): Promise<void> {
  const backup = readBackup(await file.text());
  if ("error" in backup) return report(words.nothingImported(file.name), errorLines(backup));
  const { imported, skipped, stopped } = mergeAll(backup.papers);
  changed();
  const total = backup.papers.size + backup.skipped.length;
  const text = words.imported(imported, total, file.name);
  report(stopped === undefined ? text : `${text} ${words.importStopped[stopped]}`, [
    ...backup.skipped.map(skippedLine),
    ...skipped,
  ]);
}

/**
 * Merges papers into the library until the storage is full. `skipped` has a message for each paper.
 */
function mergeAll(papers: ReadonlyMap<string, SavedPaper>) {
  const now = new Date().toISOString();
  const skipped: string[] = [];
  let imported = 0;
  for (const [id, paper] of papers) {
    const result = thisLibrary.change(id, paper, (stored) => mergeSaved(stored, paper), now);
    if (result === "full" || result === "blocked") return { imported, skipped, stopped: result };
    if (result === "stored") imported += 1;
    else skipped.push(words.skipped(id, words.paperErrors["newer-version"]));
  }
  return { imported, skipped, stopped: undefined };
}

function skippedLine({ number, id, error }: SkippedItem): string {
  return words.skipped(words.itemOfFile(number, id?.slice(0, 60)), words.paperErrors[error]);
}

function errorLines(backup: Extract<Backup, { error: string }>): readonly string[] {
  if (backup.error !== "other-version") return words.importErrors[backup.error];
  return words.otherVersion(backup.version, backupVersion);
}
