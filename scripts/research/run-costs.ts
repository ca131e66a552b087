import { commandClass } from "../../src/math/restore/commands.ts";
import { cheapestCut, type RunCosts, runPlace } from "../../src/math/restore/letter-runs.ts";
import type { TrueSpan } from "../math/truth.ts";

const part = /\\[A-Za-z]+|\\[\s\S]|[A-Za-z]|[\s\S]/g;

/** The command and the letters that a name in the original consists of: `\inR` is `\in`, `R`. */
function piecesOfName(name: string): string[] {
  for (let end = name.length; end >= 2; end -= 1) {
    const head = name.slice(0, end);
    if (commandClass.has(head)) return [`\\${head}`, ...name.slice(end)];
  }
  return [...name];
}

/** Calls `visit` with each run of letters of a formula: its place and what it came from. */
function eachRun(recoverable: string, visit: (place: number, pieces: string[]) => void): void {
  const groups: number[] = [];
  let previous = "";
  let pieces: string[] = [];
  let place: number = runPlace.line;
  const flush = (): void => {
    if (pieces.length > 0) visit(place, pieces);
    pieces = [];
  };
  for (const [text] of recoverable.matchAll(part)) {
    const isName = /^\\[A-Za-z]/.test(text);
    if (isName || /^[A-Za-z]$/.test(text)) {
      if (pieces.length === 0) {
        place =
          previous === "^" || previous === "_" ? runPlace.script : (groups.at(-1) ?? runPlace.line);
      }
      pieces.push(...(isName ? piecesOfName(text.slice(1)) : [text]));
      previous = pieces.at(-1) ?? "";
      continue;
    }
    flush();
    if (text === "{") {
      groups.push(previous === "^" || previous === "_" ? runPlace.scriptGroup : runPlace.group);
    } else if (text === "}") groups.pop();
    if (text.trim() !== "") previous = text;
  }
  flush();
}

const costOf = (count: number, total: number): number => Math.round(-100 * Math.log(count / total));

/** Counts what letter runs came from in the given formulas. */
export function countRuns(spans: readonly TrueSpan[]): RunCosts {
  const pieceCounts = new Map<string, number>();
  const forms = new Map<string, Map<string, number>>();
  let total = 0;
  for (const { recoverable, kind } of spans) {
    if (kind === "other") continue;
    eachRun(recoverable, (place, pieces) => {
      const isWord = pieces.length > 2 && pieces.every((text) => text.length === 1);
      const run = pieces.map((text) => text.replace("\\", "")).join("");
      const key = `${place}${run}`;
      const known = forms.get(key) ?? new Map<string, number>();
      const form = pieces.join("");
      known.set(form, (known.get(form) ?? 0) + 1);
      forms.set(key, known);
      if (isWord) return;
      for (const text of pieces) {
        pieceCounts.set(text, (pieceCounts.get(text) ?? 0) + 1);
        total += 1;
      }
    });
  }
  const commands: Record<string, number> = {};
  const letters: Record<string, number> = {};
  for (const [text, count] of [...pieceCounts].sort()) {
    if (text.length > 1) commands[text.slice(1)] = costOf(count, total);
    else letters[text] = costOf(count, total);
  }
  const rare = costOf(0.3, total);
  const exceptions: Record<string, string> = {};
  const costs: RunCosts = { commands, letters, rare, exceptions: {} };
  for (const [key, known] of [...forms].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const ranked = [...known].sort(([, a], [, b]) => b - a);
    const all = ranked.reduce((sum, [, count]) => sum + count, 0);
    const [form, count] = ranked[0] ?? ["", 0];
    const isLabel = key.startsWith(`${runPlace.scriptGroup}`);
    const guess = cheapestCut(key.slice(1), costs, isLabel).join("");
    const enough = commandClass.has(key.slice(1)) ? 4 : 2;
    if (all >= enough && count > all / 2 && guess !== form) exceptions[key] = form;
  }
  return { commands, letters, rare, exceptions };
}
