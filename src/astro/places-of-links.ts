import { readFileSync } from "node:fs";
import { join } from "node:path";
import { linesWithLink } from "../notes/named-papers.ts";
import type { Place } from "../schemas/message.ts";
import { readNotes } from "../workspace/read-notes.ts";
import { markUntraceable } from "./integrations/page-trace.ts";
import { ownPages } from "./own-pages.ts";
import { workspace } from "./settings.ts";

/** Where notes and pages of the owner's have `<Paper id="…">` with an id. */
export const placesOfPaperLink = (id: string): Promise<Place[]> => placesOfLink("Paper", id);

/** Where they have `<Topic id="…">` with an id. */
export const placesOfTopicLink = (id: string): Promise<Place[]> => placesOfLink("Topic", id);

async function placesOfLink(component: "Paper" | "Topic", id: string): Promise<Place[]> {
  markUntraceable();
  const notes = (await readNotes(workspace)).value.map(({ path, text }) => ({ file: path, text }));
  const pages = ownPages().map(({ file }) => ({
    file,
    text: readFileSync(join(workspace.root, file), "utf8"),
  }));
  return [...notes, ...pages].flatMap(({ file, text }) =>
    linesWithLink(text, component, id).map((line) => ({ file, line })),
  );
}
