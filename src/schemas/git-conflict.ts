const mark = /^(?:<{7} |={7}$|>{7} |\|{7}(?: |$))/;

/** A text in which git left at least one conflict. */
export interface Conflict {
  /** The 1-based line on which the first one begins. */
  line: number;
  /**
   * Both versions of each conflict, without git's marks and without the version that both are from. The lines
   * have the same numbers.
   */
  both: string;
}

/** Finds the conflicts that git left in a text; undefined if there are none. */
export function conflictIn(text: string): Conflict | undefined {
  if (!text.includes("<<<<<<< ")) return undefined;
  const lines = text.split("\n");
  const both: string[] = [];
  let first: number | undefined;
  let state: "outside" | "ours" | "base" | "theirs" = "outside";
  for (const raw of lines) {
    const line = raw.replace(/\r$/, "");
    const isMark = mark.test(line);
    if (isMark && line.startsWith("<")) state = "ours";
    else if (isMark && line.startsWith("|") && state === "ours") state = "base";
    else if (isMark && line.startsWith("=") && state !== "outside") state = "theirs";
    else if (isMark && line.startsWith(">") && state === "theirs") {
      state = "outside";
      first ??= lines.findIndex((one) => one.startsWith("<<<<<<< ")) + 1;
    } else {
      both.push(state === "base" ? "" : raw);
      continue;
    }
    both.push("");
  }
  return first === undefined ? undefined : { line: first, both: both.join("\n") };
}
