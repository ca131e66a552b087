import { commandClass } from "./commands.ts";

/** The position of a run of letters in a formula, which determines what `max` or `in` was. */
export const runPlace = { line: 0, script: 1, scriptGroup: 2, group: 3 } as const;

/** Counts from training, as costs (negative logarithms in hundredths). */
export interface RunCosts {
  /** Cost of a command by name; a command that is not here costs `rare`. */
  readonly commands: Readonly<Record<string, number>>;
  /** Cost of a single letter. */
  readonly letters: Readonly<Record<string, number>>;
  readonly rare: number;
  /**
   * Runs whose LaTeX is not the cheapest split: the digit of the position and the run, with the
   * LaTeX.
   */
  readonly exceptions: Readonly<Record<string, string>>;
}

const longestName = 18;
/**
 * Each piece is a guess and has a cost: `otimes` is more likely to be one command than `o`,
 * `\times`.
 */
const pieceCost = 120;
/** A group that is a single word is a name and not a relation: `u_{in}`, `Q_{tot}`, `b_{mid}`. */
const labelClasses: ReadonlySet<string> = new Set(["greek", "symbol", "operation"]);
const labelNames: ReadonlySet<string> = new Set(["max", "min", "sup"]);
/**
 * A run that is one word: `reward`, from a lost `\text{reward}`, contains neither `\re` nor `\war`.
 */
const wordCost = (length: number): number => 670 + 310 * length;

const allows = (name: string, isLabel: boolean): boolean => {
  const kind = commandClass.get(name);
  if (kind === undefined) return false;
  return !isLabel || labelClasses.has(kind) || labelNames.has(name);
};

/**
 * Cuts a run of letters into the commands and letters that it came from, the cheapest way:
 * `mlog` is `m`, `\log`. Pieces that are commands begin with a backslash.
 */
export function cheapestCut(run: string, costs: RunCosts, isLabel = false): string[] {
  if (run.length > 1 && allows(run, isLabel)) return [`\\${run}`];
  const best = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(run.length + 1);
  best[0] = 0;
  for (let at = 0; at < run.length; at += 1) {
    const base = best[at] ?? 0;
    const letter = base + pieceCost + (costs.letters[run[at] ?? ""] ?? 600);
    if (letter < (best[at + 1] ?? 0)) {
      best[at + 1] = letter;
      from[at + 1] = at;
    }
    const reach = Math.min(run.length, at + longestName);
    for (let end = at + 2; end <= reach; end += 1) {
      const name = run.slice(at, end);
      if (!allows(name, isLabel)) continue;
      const cost = base + pieceCost + (costs.commands[name] ?? costs.rare);
      if (cost < (best[end] ?? 0)) {
        best[end] = cost;
        from[end] = at;
      }
    }
  }
  const isWord = run.length > 2 && /^[A-Z]?[a-z]+$/.test(run);
  if (isWord && wordCost(run.length) < (best[run.length] ?? 0)) return [...run];
  const pieces: string[] = [];
  for (let end = run.length; end > 0; end = from[end] ?? 0) {
    const piece = run.slice(from[end] ?? 0, end);
    pieces.push(piece.length > 1 ? `\\${piece}` : piece);
  }
  return pieces.reverse();
}

/** `ntoinfty` is `n`, `\to`, `\infty`: nothing else is before infinity. */
function limits(pieces: readonly string[]): string[] {
  return pieces.flatMap((text, index) => {
    if (text === "t" && pieces[index + 1] === "o" && pieces[index + 2] === "\\infty")
      return ["\\to"];
    return text === "o" && pieces[index - 1] === "t" && pieces[index + 1] === "\\infty"
      ? []
      : [text];
  });
}

/** Macros of authors that are whole runs, with what they stand for. */
const authorsMacros: ReadonlyMap<string, string> = new Map([
  ["eps", "\\varepsilon"],
  ["Om", "\\Omega"],
]);

const pieceOf = /\\[A-Za-z]+|[A-Za-z]/g;

/**
 * The pieces of a run at a position; exceptions from training come first. `isLabel`: the run is
 * everything inside the braces of a subscript or superscript.
 */
export function cutRun(run: string, place: number, isLabel: boolean, costs: RunCosts): string[] {
  const own = authorsMacros.get(run);
  if (own !== undefined) return [own];
  const exception = costs.exceptions[`${place}${run}`];
  // `u_{in}` and `b_{out}` are names: nothing is an element of nothing.
  if (isLabel && run === "in") return [...run];
  if (exception !== undefined) return exception.match(pieceOf) ?? [];
  const pieces = cheapestCut(run, costs, isLabel);
  // `minmathbb R` is `m \in \mathbb R`: a set follows.
  return limits(pieces).flatMap((text, index) =>
    text === "\\min" && /^\\math/.test(pieces[index + 1] ?? "") ? ["m", "\\in"] : [text],
  );
}
