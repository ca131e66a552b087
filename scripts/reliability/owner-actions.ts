import { renameSync, rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readArchive } from "../../src/workspace/read-archive.ts";
import { makePaper, noteOn, ownersFilesIn, write } from "./archive.ts";
import { linkedActions } from "./linked-actions.ts";
import { type Action, type Place, runs } from "./model.ts";
import { runCommand } from "./run-command.ts";

function save({ folder, model }: Place, path: string, text: string): void {
  write(folder, path, text);
  model.files.set(path, text);
}

/** Deletes a file, and with a seed the note on its paper, since a note without a paper is an error. */
function drop({ folder, model }: Place, path: string): void {
  const note = noteOn(model.titles.get(path) ?? "");
  for (const gone of model.files.has(note) ? [path, note] : [path]) {
    unlinkSync(join(folder, gone));
    model.files.delete(gone);
  }
  model.titles.delete(path);
}

// The next ingest would copy a linked file again.
const seedsOf = ({ model }: Place) =>
  [...model.titles.keys()].filter((path) => !model.linked.has(path));
const notesOf = ({ model }: Place) =>
  [...model.files.keys()].filter((path) => path.startsWith("content/notes/"));

/** Puts a paper into `incoming/`, and into the model as `add` will save it. */
function comingPaper(place: Place): string {
  const { title, record } = makePaper(place.chance);
  const name = `${place.chance.below(1_000_000)}.bib`;
  write(place.folder, `incoming/${name}`, record);
  place.model.files.set(`seeds/added/${name}`, record);
  place.model.titles.set(`seeds/added/${name}`, title);
  return `incoming/${name}`;
}

async function ids({ folder }: Place): Promise<{ id: string; title: string }[]> {
  const { value } = await readArchive(workspaceAt(folder));
  return value.map(({ entry }) => ({ id: entry.id, title: entry.titleText }));
}

const addSeed: Action = async (place) => {
  const { title, record } = makePaper(place.chance);
  const path = `seeds/${place.chance.below(1_000_000)}.bib`;
  save(place, path, record);
  place.model.titles.set(path, title);
  return [];
};

const deleteSeed: Action = async (place) => {
  // The archive stays small, and always has a few papers.
  if (seedsOf(place).length < 6) return addSeed(place);
  for (let left = 1 + place.chance.below(2); left > 0; left -= 1) {
    drop(place, place.chance.of(seedsOf(place)));
  }
  return [];
};

const renameSeed: Action = async (place) => {
  const { folder, model, chance } = place;
  const from = chance.of(seedsOf(place));
  const to = `seeds/renamed/${chance.below(1_000_000)}.bib`;
  const text = model.files.get(from) ?? "";
  const title = model.titles.get(from) ?? "";
  write(folder, "seeds/renamed/README.md", "Renamed seeds.\n");
  model.files.set("seeds/renamed/README.md", "Renamed seeds.\n");
  renameSync(join(folder, from), join(folder, to));
  model.files.delete(from);
  model.titles.delete(from);
  model.files.set(to, text);
  model.titles.set(to, title);
  return [];
};

const addFile: Action = (place) => runs(place, "add", comingPaper(place));

const addTwice: Action = async (place) => {
  const file = comingPaper(place);
  return [...(await runs(place, "add", file)), ...(await runs(place, "add", file))];
};

const writeNote: Action = async (place) => {
  const known = new Set(notesOf(place));
  const { id } = place.chance.of(await ids(place));
  const faults = await runs(place, "note", id);
  for (const [path, text] of ownersFilesIn(place.folder)) {
    if (path === `content/notes/${id}.mdx` && !known.has(path)) place.model.files.set(path, text);
  }
  return faults;
};

const editNote: Action = async (place) => {
  const notes = notesOf(place);
  if (notes.length === 0) return writeNote(place);
  const rating = 1 + place.chance.below(5);
  save(
    place,
    place.chance.of(notes),
    `---\nrating: ${rating}\n---\n\nRead it in ${rating} days.\n`,
  );
  return [];
};

const deleteNote: Action = async (place) => {
  const notes = notesOf(place);
  if (notes.length < 3) return editNote(place);
  drop(place, place.chance.of(notes));
  return [];
};

const removePaper: Action = async (place) => {
  const { id, title } = place.chance.of(await ids(place));
  place.model.removed.set(title, id);
  return runs(place, "remove", id);
};

const restorePaper: Action = async (place) => {
  const [first] = place.model.removed;
  if (!first) return removePaper(place);
  const [title, id] = first;
  place.model.removed.delete(title);
  return runs(place, "remove", "--undo", id);
};

const changeTitle: Action = async (place) => {
  save(place, "content/site.yaml", `title: Archive ${place.chance.below(1000)}\n`);
  return [];
};

const deleteMade: Action = async ({ folder, chance }) => {
  const made = chance.of(["content/papers", ".cache", "dist", ".astro"]);
  rmSync(join(folder, made), { recursive: true, force: true });
  return [];
};

const killIngest: Action = async (place) => {
  await addSeed(place);
  const milliseconds = 200 + place.chance.below(1000);
  await runCommand(place.folder, ["ingest"], { after: { milliseconds }, withChildren: true });
  return [];
};

const killAdd: Action = async (place) => {
  const file = comingPaper(place);
  const changes = 1 + place.chance.below(6);
  await runCommand(place.folder, ["add", file], { after: { changes }, withChildren: true });
  return runs(place, "add", file);
};

/** Runs two commands at once. Each succeeds, or names the other one. */
const addTwo: Action = async (place) => {
  const files = [comingPaper(place), comingPaper(place)];
  const ended = await Promise.all(files.map((file) => runCommand(place.folder, ["add", file])));
  return ended
    .filter(({ code, output }) => code !== 0 && !output.includes("has been working in this"))
    .map(({ code, output }) => `one of two ended with ${code}: ${output.slice(-400)}`);
};

const ingestTwo: Action = async (place) => {
  await deleteSeed(place);
  const ended = await Promise.all([1, 2].map(() => runCommand(place.folder, ["ingest"])));
  return ended
    .filter(({ code, output }) => code !== 0 && !output.includes("has been working in this"))
    .map(({ code, output }) => `one of two ended with ${code}: ${output.slice(-400)}`);
};

/** What an owner does, by a name for the report. */
export const actions: Readonly<Record<string, Action>> = {
  "add a seed": addSeed,
  "delete seeds": deleteSeed,
  "rename a seed": renameSeed,
  "add a file": addFile,
  "add a file twice": addTwice,
  "write a note": writeNote,
  "edit a note": editNote,
  "delete a note": deleteNote,
  "remove a paper": removePaper,
  "restore a paper": restorePaper,
  "change the title": changeTitle,
  "delete what was made": deleteMade,
  "kill ingest": killIngest,
  "kill add, and add again": killAdd,
  "add two files at once": addTwo,
  "ingest twice at once": ingestTwo,
  ...linkedActions,
};
