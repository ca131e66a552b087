import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withOtherAddresses } from "../../ingest/identity/extend-ledger.ts";
import { listsOfNote } from "../../notes/facts-for-ingest.ts";
import type { Note } from "../../schemas/note.ts";
import { type AboutLedger, aboutLedger } from "../about-ledger.ts";
import { changeWorkspace } from "../change-workspace.ts";
import { knownNote } from "../known-notes.ts";
import type { Workspace } from "../paths.ts";
import { readAddresses } from "../read-addresses.ts";
import { readNoteFile } from "../read-notes.ts";
import { writeFileAtomic } from "../write-file.ts";
import { digestInputs, type Inputs } from "./inputs.ts";
import {
  type IngestSummary,
  inputsOf,
  type LastIngest,
  lastIngest,
  summaryOfLast,
  writeLast,
} from "./last-ingest.ts";

/**
 * What an ingest would do if nothing has changed since the last one but what owners write into notes: their text
 * and their marks, which are in no entry. It adds to the list of addresses what they need, and records the ingest.
 * Undefined if more has changed.
 */
export async function ingestOfNotes(
  ...given: Parameters<typeof ingestMarks>
): Promise<IngestSummary | undefined> {
  const [workspace] = given;
  return changeWorkspace(workspace, () => ingestMarks(...given));
}

async function ingestMarks(
  workspace: Workspace,
  engine: string,
  before: Inputs,
  isPublish = false,
): Promise<IngestSummary | undefined> {
  const last = await lastIngest(workspace, isPublish);
  if (!last || last.inputsButNotes !== before.allButNotes) return undefined;
  const edited = editedNotes(workspace, last, before);
  const former = readAddresses(workspace).value;
  if (!edited || former === undefined) return undefined;
  const ledger = withLists(former, edited.flatMap(listsOfNote));
  if (ledger !== former) await writeFileAtomic(workspace.addressesFile, ledger);
  const after = digestInputs(workspace, engine);
  if (after.given !== before.given) return undefined;
  await writeLast(workspace, { ...last, isPublish, ...inputsOf(after, last.notes) });
  const about: AboutLedger = aboutLedger(former, ledger);
  return { ...summaryOfLast(last), ...about };
}

/** The notes of papers that were edited; undefined if an ingest would take other facts from one or speak of it. */
function editedNotes(
  { root }: Pick<Workspace, "root">,
  { notes, messages }: LastIngest,
  { notes: present }: Inputs,
): Note[] | undefined {
  if (notes.length !== present.size) return undefined;
  const edited: Note[] = [];
  for (const known of notes) {
    const { file, facts, isOfPaper, digest } = known;
    if (present.get(file) === digest) continue;
    if (messages.some(({ place }) => place?.file === file)) return undefined;
    const note = soundNote(root, file, facts);
    if (!note) return undefined;
    if (isOfPaper) edited.push(note);
  }
  return edited;
}

function soundNote(root: string, path: string, facts: string): Note | undefined {
  try {
    const { value, messages } = readNoteFile(path, readFileSync(join(root, path)));
    const isSame = value.note && knownNote(value, value.note, true).facts === facts;
    return isSame && messages.length === 0 ? value.note : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a ledger with the addresses of lists, most of which it has. */
function withLists(ledger: string, addresses: readonly string[]): string {
  const lines = addresses.map((address) => ({ kind: "list", address }) as const);
  const isNew = (line: object) => !ledger.includes(`\n${JSON.stringify(line)}\n`);
  return lines.some(isNew) ? withOtherAddresses(ledger, lines) : ledger;
}
