import {
  type AddressLine,
  type ChangeLine,
  ledgerLine,
  type OtherLine,
} from "../../schemas/address.ts";
import { conflictIn } from "../../schemas/git-conflict.ts";
import type { PaperId } from "../../schemas/identifiers.ts";
import type { Message, Staged } from "../../schemas/message.ts";
import { damagedAddress, gitConflict, report } from "../../schemas/rules.ts";

/** A paper that was published before: everything that the ledger says about it. */
export interface FormerPaper {
  /** Its first address. */
  paper: PaperId;
  lines: AddressLine[];
}

/** The addresses that were ever published. */
export interface Ledger {
  /** The lines as they are in the file, also those that cannot be read. */
  texts: readonly string[];
  /** The paper of each address. */
  byAddress: ReadonlyMap<string, FormerPaper>;
  papers: readonly FormerPaper[];
  /** The addresses of topics, other lists and pages of the owner's. */
  others: readonly OtherLine[];
  /** When entries changed. */
  changes: readonly ChangeLine[];
}

/** For an archive that was never published. */
export const noLedger: Ledger = {
  texts: [],
  byAddress: new Map(),
  papers: [],
  others: [],
  changes: [],
};

/** The ledger that was read last, and the one before: an ingest compares two, and asks for each several times. */
let latest: { file: string; text: string; read: Staged<Ledger> }[] = [];

/** Reads a ledger. A line that cannot be read is reported, and stays as it is. */
export function readLedger(file: string, text: string): Staged<Ledger> {
  const known = latest.find((one) => one.text === text && one.file === file);
  const read = known?.read ?? readLines(file, text);
  latest = [{ file, text, read }, ...latest.filter((one) => one !== known)].slice(0, 2);
  return read;
}

function readLines(file: string, text: string): Staged<Ledger> {
  const conflict = conflictIn(text);
  const messages: Message[] = conflict
    ? [report(gitConflict, {}, { file, line: conflict.line })]
    : [];
  const lines: AddressLine[] = [];
  const others: OtherLine[] = [];
  const changes: ChangeLine[] = [];
  const texts: string[] = [];
  const numbered = text
    .split(/\r?\n/)
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.trim() !== "");
  const all = parseLines(numbered.map(({ line }) => line));
  for (const [index, { line, at }] of numbered.entries()) {
    texts.push(line);
    const parsed = all[index];
    if (parsed?.kind === "paper") lines.push(parsed);
    else if (parsed?.kind === "changed") changes.push(parsed);
    else if (parsed) others.push(parsed);
    else if (!conflict) messages.push(report(damagedAddress, {}, { file, line: at + 1 }));
  }
  return { value: { texts, others, changes, ...papersOf(lines) }, messages };
}

type Line = AddressLine | ChangeLine | OtherLine;

/** The lines that were parsed for the last ledger, which differs from this one in a few lines. */
let known: ReadonlyMap<string, Line | undefined> = new Map();

/** Parses each line, unless it was parsed for the last ledger. */
function parseLines(lines: readonly string[]): (Line | undefined)[] {
  const parsed = new Map<string, Line | undefined>();
  const found = lines.map((line) => {
    const value = known.has(line) ? known.get(line) : parseLine(line);
    parsed.set(line, value);
    return value;
  });
  // An empty ledger, as of an archive that was never published, is followed by whole ones.
  if (lines.length > 0) known = parsed;
  return found;
}

function parseLine(line: string): Line | undefined {
  try {
    return ledgerLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/**
 * Lines that share an address are about one paper, also after a merge of branches. A shared id is not
 * enough: a seed may have given a paper the id of another one, and corrected it.
 */
function papersOf(lines: readonly AddressLine[]): Pick<Ledger, "byAddress" | "papers"> {
  const byName = new Map<string, FormerPaper>();
  const papers = new Set<FormerPaper>();
  for (const line of lines) {
    const names = namesOf(line);
    const known = [...new Set(names.flatMap((name) => byName.get(name) ?? []))];
    const paper: FormerPaper = {
      paper: known[0]?.paper ?? line.paper,
      lines: [...known.flatMap((one) => one.lines), line],
    };
    for (const one of known) papers.delete(one);
    papers.add(paper);
    for (const name of paper.lines.flatMap(namesOf)) byName.set(name, paper);
  }
  const byAddress = new Map(
    [...papers].flatMap((paper) =>
      paper.lines.flatMap(({ address, paper: first }) => [
        [address, paper] as const,
        [first, paper] as const,
      ]),
    ),
  );
  return { byAddress, papers: [...papers] };
}

function namesOf({ address, paper }: AddressLine): string[] {
  return [address, paper];
}
