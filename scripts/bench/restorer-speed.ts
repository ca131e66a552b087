import { restore } from "../../src/math/restore/index.ts";
import { degrade } from "../math/degrade.ts";

/** Milliseconds for one text: the best of several rounds. */
export function timeOf(text: string, rounds: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    restore(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/**
 * How many of the texts one core restores per second of processor time, including KaTeX's checks.
 */
export function rateOf(texts: readonly string[], rounds = 1): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    // Processor time, so that other work on the machine does not count.
    const start = process.cpuUsage();
    for (const text of texts) restore(text);
    best = Math.min(best, process.cpuUsage(start).user / 1e6);
  }
  return texts.length / best;
}

const prose =
  "We show that the proposed method outperforms strong baselines on several benchmarks, and that its cost grows with the number of samples. ";
/** An abstract with three formulas. */
export const sample = `${prose.repeat(4)}The error is O(mlog(m)) in L^2 for n samples of varphi(x_i). ${prose.repeat(5)}`;

const units = [
  "{",
  "}",
  "^",
  "_",
  "$",
  "(",
  "a ",
  "A",
  "x ",
  "1",
  "\\",
  "x_",
  "x^2 ",
  "x_{",
  "x^{2}_",
  "{x",
  "alpha",
  "log",
  "|",
  "aB",
  "left(",
  "x_1^2+",
  "n times ",
  "\\alpha ",
  "$x",
  "1{n}",
  "\\(",
];

/** The slowest of the worst inputs: its time per character, relative to that of an abstract. */
export function slowestInputs(length = 20_000): { unit: string; ratio: number }[] {
  const ordinary = timeOf(sample.repeat(Math.ceil(length / sample.length)), 5) / length;
  return units
    .map((unit) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      return { unit, ratio: timeOf(text, 3) / text.length / ordinary };
    })
    .sort((a, b) => b.ratio - a.ratio);
}

const sentences = [
  "We bound the regret by $\\tilde{\\Omega}(\\sqrt{HT})$ for all $x_1, \\dots, x_n$ in $L^2$.",
  "It is $2.5\\times$ faster at $\\epsilon = 0.1$, with $O(n \\log n)$ operations for $n$ samples.",
];

/** The abstracts of a page, once unchanged and once with damaged formulas in each. */
export function madeAbstracts(page: string): { plain: string[]; damaged: string[] } {
  const plain = page.split("\n").filter((line) => line.length > 300);
  const damaged = plain.map((text, index) =>
    degrade(`${text} ${sentences[index % sentences.length] ?? ""}`, index % 3 === 0 ? "B" : "A"),
  );
  return { plain, damaged };
}
