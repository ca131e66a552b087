import { existsSync, readFileSync, rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import {
  digestOf,
  leftoversIn,
  makeArchive,
  makePaper,
  noteOn,
  ownersFilesIn,
  titleIn,
  write,
} from "./archive.ts";
import type { Chance, RoundOptions } from "./chance.ts";
import { type MailServer, startMailServer } from "./mail-server.ts";
import { type Kill, runCommand } from "./run-command.ts";

/** What the kills of one command showed. */
export interface Tally {
  kills: number;
  /** It had ended before it could be killed. */
  late: number;
  /** Killed while it held the lock. */
  locked: number;
  /** Killed runs that left temporary files or folders. */
  littered: number;
}

/** The figures of a run, and every fault that was found. */
export interface KillReport {
  tallies: Map<string, Tally>;
  faults: string[];
}

/** What jobs are made with. */
interface Means {
  chance: Chance;
  mails: MailServer;
}

/** A command with its arguments, and the files that it may make, with their contents. */
interface Job {
  command: [string, ...string[]];
  makes: Map<string, string>;
}

/** The commands that are killed. */
export const killed = ["ingest", "add", "note", "digest", "build"] as const;

/** Builds take longest, so they are the fewest. */
const frequencies = [
  "ingest",
  "ingest",
  "ingest",
  "add",
  "add",
  "add",
  "note",
  "note",
  "digest",
  "digest",
  "build",
] satisfies (typeof killed)[number][];

/** About how many changes of files a command makes in the folders that are watched. */
const changesBy = new Map([
  ["ingest", 10],
  ["add", 8],
  ["note", 3],
  ["digest", 6],
  ["build", 14],
]);

/** Kills commands at random moments, and checks each time what they left and that the next run heals. */
export async function killCommands(
  engine: string,
  folder: string,
  { count, chance, log, isEnded, only }: RoundOptions & { only?: (typeof killed)[number] },
): Promise<KillReport> {
  makeArchive(engine, folder, chance);
  const report: KillReport = { tallies: new Map(), faults: [] };
  const mails = await startMailServer();
  const usual = await usualTimes(folder, only ? [only] : killed, { chance, mails });
  const done = () => [...report.tallies.values()].reduce((sum, { kills }) => sum + kills, 0);
  for (let round = 1; done() < count && !isEnded(); round += 1) {
    const name = only ?? chance.of(frequencies);
    const tally = report.tallies.get(name) ?? { kills: 0, late: 0, locked: 0, littered: 0 };
    report.tallies.set(name, tally);
    const kill = chooseKill(chance, {
      usual: usual.get(name) ?? 1000,
      changes: changesBy.get(name) ?? 1,
    });
    const job = jobOf(name, folder, { chance, mails });
    const found = await killOnce(folder, job, { kill, tally, round });
    if (name === "digest") found.push(...mails.faults());
    for (const fault of found) {
      const line = `round ${round}, ${name} killed after ${JSON.stringify(kill.after)}: ${fault}`;
      report.faults.push(line);
      log(line);
    }
    if (round % 10 === 0) log(`${done()} of ${count} kills, ${report.faults.length} faults`);
  }
  mails.close();
  return report;
}

/** How long each command takes when nobody kills it, in milliseconds. */
async function usualTimes(
  folder: string,
  names: readonly string[],
  means: Means,
): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  // Without entries, the others have nothing to do.
  for (const name of new Set(["ingest", ...names])) {
    const { command } = jobOf(name, folder, means);
    const { code, output, milliseconds } = await runCommand(folder, command);
    if (code !== 0) throw new Error(`${name} does not work at all:\n${output}`);
    times.set(name, milliseconds);
  }
  return times;
}

function chooseKill(chance: Chance, { usual, changes }: { usual: number; changes: number }): Kill {
  const withChildren = chance.below(2) === 0;
  const after =
    chance.below(2) === 0
      ? { milliseconds: Math.ceil(usual * 0.2) + chance.below(Math.ceil(usual * 0.8)) }
      : { changes: 1 + chance.below(changes) };
  return { after, withChildren };
}

/** Makes a change that a command has to do something about. */
function jobOf(name: string, folder: string, { chance, mails }: Means): Job {
  if (name === "digest") return { command: mails.job(folder, chance), makes: new Map() };
  const paper = makePaper(chance);
  if (name === "add") {
    const file = `new-${chance.below(1_000_000)}.bib`;
    write(folder, `incoming/${file}`, paper.record);
    const makes = new Map([[`seeds/added/${file}`, paper.record]]);
    return { command: ["add", `incoming/${file}`], makes };
  }
  const seeds = [...ownersFilesIn(folder).keys()].filter((path) => path.endsWith(".bib"));
  if (name === "note") {
    const notes = [...ownersFilesIn(folder).keys()].filter((path) =>
      path.startsWith("content/notes/"),
    );
    for (const note of notes.slice(3)) unlinkSync(join(folder, note));
    const title = titleIn(readFileSync(join(folder, chance.of(seeds)), "utf8"));
    return { command: ["note", title], makes: new Map() };
  }
  // The archive stays small: what is new takes the place of something.
  const replaced = chance.of(seeds.slice(0, 8));
  for (const path of [replaced, ...seeds.slice(8)]) {
    // A note without a paper is an error, so the owner deletes it, too.
    const note = noteOn(titleIn(readFileSync(join(folder, path), "utf8")));
    rmSync(join(folder, note), { force: true });
    unlinkSync(join(folder, path));
  }
  write(folder, replaced, paper.record);
  return { command: [name as "ingest" | "build"], makes: new Map() };
}

async function killOnce(
  folder: string,
  { command, makes }: Job,
  { kill, tally, round }: { kill: Kill; tally: Tally; round: number },
): Promise<string[]> {
  const owners = ownersFilesIn(folder);
  const site = digestOf(join(folder, "dist"));
  const { code } = await runCommand(folder, command, kill);
  if (code === null) tally.kills += 1;
  else tally.late += 1;
  const left = leftoversIn(folder);
  if (left.includes("lock")) tally.locked += 1;
  if (left.some((path) => path !== "lock")) tally.littered += 1;
  const [name] = command;
  const faults = changesOf(owners, folder, { makes, mayNote: name === "note" });
  const after = digestOf(join(folder, "dist"));
  const isReplaced = name === "build" && after !== site;
  if (isReplaced && after === undefined) faults.push("the site was gone until the next run");
  else if (after !== site && !isReplaced) faults.push("the site changed");
  // A killed build is healed by any command; every third time, a build shows that it works again.
  const healing: [string, ...string[]] = name === "build" && round % 3 > 0 ? ["ingest"] : command;
  const healed = await runCommand(folder, healing);
  // Whether the mail that was on its way arrived is unknown, and the command says so.
  const isUnsure = name === "digest" && healed.output.includes("1 unknown");
  if (healed.code !== 0 && !isUnsure)
    faults.push(`the next run failed: ${healed.output.slice(-400)}`);
  const rest = leftoversIn(folder);
  if (rest.length > 0) faults.push(`the next run left ${rest.join(", ")}`);
  faults.push(...changesOf(owners, folder, { makes, mayNote: name === "note" }));
  faults.push(...(await checkHealed(folder, { makes, healing: healing[0] })));
  if (isReplaced && healing[0] === "build" && digestOf(join(folder, "dist")) !== after) {
    faults.push("the site that the killed build put in place was not whole");
  }
  return faults;
}

/** What happened to the owner's files that should not have. */
function changesOf(
  owners: ReadonlyMap<string, string>,
  folder: string,
  { makes, mayNote }: { makes: ReadonlyMap<string, string>; mayNote: boolean },
): string[] {
  const now = ownersFilesIn(folder);
  const isExpected = (path: string, text: string) =>
    owners.get(path) === text ||
    makes.get(path) === text ||
    (mayNote && path.startsWith("content/notes/") && !owners.has(path) && text.endsWith("\n"));
  const lost = [...owners.keys()].filter((path) => !now.has(path)).map((path) => `${path} is lost`);
  const odd = [...now]
    .filter(([path, text]) => !isExpected(path, text))
    .map(([path]) => `${path} is new or changed`);
  return [...lost, ...odd];
}

/** Whether everything was done that the killed command and the next one were to do. */
async function checkHealed(
  folder: string,
  { makes, healing }: { makes: ReadonlyMap<string, string>; healing: string },
): Promise<string[]> {
  const faults = [...makes.keys()]
    .filter((path) => !existsSync(join(folder, path)))
    .map((path) => `${path} was not saved`);
  const { created, updated, moved, removed } = await runIngest(folder, { dryRun: true });
  const behind = created + updated + moved + removed;
  if (healing !== "note" && healing !== "digest" && behind > 0)
    faults.push(`${behind} entries are not up to date`);
  rmSync(join(folder, "incoming"), { recursive: true, force: true });
  return faults;
}
