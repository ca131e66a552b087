import type { Chance } from "./chance.ts";
import { runCommand } from "./run-command.ts";

/** What an archive should have. */
export interface Model {
  /** The owner's files, by path. */
  files: Map<string, string>;
  /** The title of the paper in each seed. */
  titles: Map<string, string>;
  /** The ids of removed papers, by title. */
  removed: Map<string, string>;
  /** The files outside the archive's folders that are linked, by the path of their copies. */
  linked: Map<string, string>;
}

/** Where an action takes place. */
export interface Place {
  folder: string;
  model: Model;
  chance: Chance;
}

/** Does one thing in an archive and in its model. Returns what went wrong. */
export type Action = (place: Place) => Promise<string[]>;

/** Runs a command that is expected to succeed. */
export async function runs(
  { folder }: Place,
  ...command: [string, ...string[]]
): Promise<string[]> {
  const { code, output } = await runCommand(folder, command);
  return code === 0 ? [] : [`${command.join(" ")} ended with ${code}: ${output.slice(-400)}`];
}
