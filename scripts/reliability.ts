import { cpus } from "node:os";
import { resolve } from "node:path";
import { defined } from "../src/schemas/defined.ts";
import { counted, exit, fail, numberOption, readArguments, run } from "./command.ts";
import { chanceFrom, type RoundOptions } from "./reliability/chance.ts";
import { killCommands, killed } from "./reliability/kills.ts";
import { soak } from "./reliability/soak.ts";

const command = {
  name: "npm run reliability",
  help: `
npm run reliability -- [options] kills|soak COUNT

Tests in a small archive of its own, in .cache/reliability/, how commands bear interruptions.

"kills" ends ingest, add, note, digest and build COUNT times at random moments by SIGKILL. Each time, it
checks that no mail is sent twice, that nothing of the owner's has changed, that the last site is whole, and that the next run completes the
work and leaves no temporary file and no lock.

"soak" does COUNT random things that an owner does: adds, changes, renames and deletes seeds and notes,
links files, damages linked ones and replaces added ones, removes and restores papers, deletes what
commands made, kills commands, runs two at once. After each, it
compares the archive with a model of it, and now and then the built site.

Ctrl-C ends either after the current round, with the figures so far.

Options:
  --only COMMAND  kill only ingest, add, note, digest or build
  --seed NUMBER   where the random choices begin (default: 1)
  -h, --help      show this help

Exit codes: 0 no faults, 1 faults were found, 2 wrong arguments.
`,
  options: { only: { type: "string" }, seed: { type: "string" } },
  positionals: true,
} as const;

const { values, positionals } = readArguments(command);
const seed = numberOption(command, ["seed", values.seed], 1, { least: 0, whole: true });
const [kind, written, ...more] = positionals;
const count = Number(written);
if ((kind !== "kills" && kind !== "soak") || more.length > 0) fail(command, "name kills or soak");
if (!Number.isInteger(count) || count < 1) fail(command, `"${written}" is not a number`);
const only = killed.find((name) => name === values.only);
if (values.only !== undefined && (only === undefined || kind !== "kills")) {
  fail(command, `--only is "${values.only}", but must be one of ${killed.join(", ")}, with kills`);
}

await run(command.name, async () => {
  const engine = resolve(import.meta.dirname, "..");
  const folder = resolve(engine, ".cache/reliability", `${kind}-${seed}`);
  let isEnded = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      isEnded = true;
    });
  }
  const options = {
    count,
    chance: chanceFrom(seed),
    log: (line: string) => console.log(line),
    isEnded: () => isEnded,
  };
  const started = performance.now();
  const { done, faults } =
    kind === "kills" ? await kills(engine, folder, options) : await soaked(engine, folder, options);
  const seconds = Math.round((performance.now() - started) / 1000);
  const [{ model } = { model: "an unknown processor" }] = cpus();
  console.log(
    `${counted(done, kind === "kills" ? "kill" : "round")}, seed ${seed}: ${counted(faults, "fault")} in ${seconds} s on ${cpus().length} × ${model}, Node ${process.version}`,
  );
  return faults === 0 ? exit.done : exit.notAll;
});

interface Figures {
  /** Kills, or rounds. */
  done: number;
  faults: number;
}

async function kills(engine: string, folder: string, options: RoundOptions): Promise<Figures> {
  const { tallies, faults } = await killCommands(engine, folder, {
    ...options,
    ...defined({ only }),
  });
  console.log("command   killed  ended before  with the lock held  files left");
  for (const [name, { kills: killed, late, locked, littered }] of [...tallies].sort()) {
    const cells = [
      [killed, 8],
      [late, 14],
      [locked, 20],
      [littered, 12],
    ] as const;
    console.log(
      name.padEnd(8) + cells.map(([value, width]) => String(value).padStart(width)).join(""),
    );
  }
  const done = [...tallies.values()].reduce((sum, tally) => sum + tally.kills, 0);
  return { done, faults: faults.length };
}

async function soaked(engine: string, folder: string, options: RoundOptions): Promise<Figures> {
  const { actions, faults } = await soak(engine, folder, options);
  for (const [name, count] of [...actions].sort()) console.log(`${name.padEnd(28)}${count}`);
  const done = [...actions.values()].reduce((sum, times) => sum + times, 0);
  return { done, faults: faults.length };
}
