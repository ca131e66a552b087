import { renameSync, rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { makePaper, noteOn, write } from "./archive.ts";
import { type Action, type Place, runs } from "./model.ts";
import { runCommand } from "./run-command.ts";

/** Writes a file beside the archive's folders, and returns its path and that of its copy. */
function outside({ folder, chance }: Place, record: string): { path: string; copy: string } {
  const name = `${chance.below(1_000_000)}.bib`;
  write(folder, `outside/${name}`, record);
  return { path: `outside/${name}`, copy: `seeds/added/${name}` };
}

/** Notes in the model that a copy has these contents now, in the place of others. */
function holds({ folder, model }: Place, copy: string, paper: { title: string; record: string }) {
  // A note without a paper is an error, so the owner deletes it.
  const note = noteOn(model.titles.get(copy) ?? "");
  if (model.files.delete(note)) unlinkSync(join(folder, note));
  model.files.set(copy, paper.record);
  model.titles.set(copy, paper.title);
}

const linkFile: Action = async (place) => {
  const paper = makePaper(place.chance);
  const { path, copy } = outside(place, paper.record);
  holds(place, copy, paper);
  place.model.linked.set(copy, path);
  return runs(place, "add", "--link", path);
};

const killLink: Action = async (place) => {
  const paper = makePaper(place.chance);
  const { path, copy } = outside(place, paper.record);
  const after = { changes: 1 + place.chance.below(6) };
  await runCommand(place.folder, ["add", "--link", path], { after, withChildren: true });
  holds(place, copy, paper);
  place.model.linked.set(copy, path);
  return runs(place, "add", "--link", path);
};

/** Does something with a linked file; links one if there is none. */
function withLinked(act: (place: Place, path: string, copy: string) => Promise<string[]>): Action {
  return async (place) => {
    const linked = [...place.model.linked];
    if (linked.length === 0) return linkFile(place);
    const [copy, path] = place.chance.of(linked);
    return act(place, path, copy);
  };
}

const changeLinked = withLinked(async (place, path, copy) => {
  // A library that keeps a paper replaces its former version; one of other papers does, too, when it is whole.
  const paper = makePaper(place.chance);
  write(place.folder, path, paper.record);
  holds(place, copy, paper);
  return [];
});

/** Another program is writing the file, has emptied it, or has moved it away. */
const breakLinked = withLinked(async (place, path, copy) => {
  const { folder, model, chance } = place;
  const record = model.files.get(copy) ?? "";
  const way = chance.below(3);
  if (way === 0) write(folder, path, "");
  else if (way === 1) write(folder, path, record.slice(0, record.indexOf("title")));
  else renameSync(join(folder, path), join(folder, `${path}.away`));
  const { code, output } = await runCommand(folder, ["ingest"]);
  if (way === 2) rmSync(join(folder, `${path}.away`));
  write(folder, path, record);
  return code === 0 ? [] : [`ingest ended with ${code}: ${output.slice(-400)}`];
});

const unlinkFile = withLinked(async (place, path, copy) => {
  place.model.linked.delete(copy);
  return runs(place, "add", "--unlink", path);
});

/** Adds a file, changes it, and adds it again, which replaces its former version. */
const replaceFile: Action = async (place) => {
  const [first, second] = [makePaper(place.chance), makePaper(place.chance)];
  const { path, copy } = outside(place, first.record);
  const faults = await runs(place, "add", path);
  const record = first.record + second.record;
  write(place.folder, path, record);
  faults.push(...(await runs(place, "add", path)));
  write(place.folder, path, second.record);
  faults.push(...(await runs(place, "add", path)));
  holds(place, copy, second);
  return faults;
};

/** What an owner does with linked and replaced files, by a name for the report. */
export const linkedActions: Readonly<Record<string, Action>> = {
  "link a file": linkFile,
  "kill add --link, and link again": killLink,
  "change a linked file": changeLinked,
  "damage a linked file": breakLinked,
  "unlink a file": unlinkFile,
  "replace a file": replaceFile,
};
