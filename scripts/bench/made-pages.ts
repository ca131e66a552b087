/**
 * Synthetic pages of Daily Papers for benchmarks, made from the sentences of the seed. They are the
 * same every time.
 */

/** A synthetic page: its file name and text. */
export interface MadePage {
  name: string;
  text: string;
}

const firstDay = Date.UTC(2019, 0, 7);
const dayLength = 86_400_000;

const formulas = [
  "$O(n \\log n)$",
  "$\\epsilon$",
  "$L^2$",
  "$x_1, \\dots, x_n$",
  "$\\mathbb{R}^d$",
  "$p_\\theta(y \\mid x)$",
  "$\\tilde{\\Omega}(\\sqrt{HT})$",
  "$\\mathcal{O}(1/\\sqrt{T})$",
  "$\\chi^2$",
  "$\\pi^*(a \\mid s)$",
  "$k$",
  "$\\frac{1}{n}\\sum_{i=1}^n \\ell(x_i)$",
];

/**
 * Recombines the titles and sentences of a page into pages of other papers; every fourth abstract
 * has formulas. Each page is of the day after the one before; the first is of a fixed day, or of a later one by
 * `daysLater`. The result depends only on the numbers.
 */
export function madePages(
  count: number,
  sample: string,
  papersOnAPage = 50,
  daysLater = 0,
): MadePage[] {
  const random = mulberry32(count);
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new RangeError("There is nothing to choose from.");
    return value;
  };
  const { sentences, words } = materialOf(sample);
  const paper = (index: number, day: Date): string => {
    const title = Array.from({ length: 6 + Math.floor(random() * 5) }, () => pick(words)).join(" ");
    const abstract = Array.from({ length: 8 + Math.floor(random() * 4) }, () => pick(sentences));
    if (index % 4 === 0) {
      abstract[2] = `We bound it by ${pick(formulas)} for ${pick(formulas)} and ${pick(formulas)}.`;
    }
    const published = new Date(day.getTime() - Math.floor(random() * 400) * dayLength);
    return `${title} ${index}\n\n${abstract.join(" ")}\n\n  • ${1 + Math.floor(random() * 12)} authors\n·\n${printed(published)}`;
  };
  return Array.from({ length: Math.ceil(count / papersOnAPage) }, (_, page) => {
    const day = new Date(firstDay + (daysLater + page) * dayLength);
    const first = page * papersOnAPage;
    const size = Math.min(papersOnAPage, count - first);
    const papers = Array.from({ length: size }, (__, index) => paper(first + index, day));
    return {
      name: `daily-papers-${day.toISOString().slice(0, 10)}.txt`,
      text: `Daily Papers\n\nbyAK and the research community\n\n${printed(day)}\n\n${papers.join("\n\n")}\n`,
    };
  });
}

function materialOf(sample: string): { sentences: string[]; words: string[] } {
  const lines = sample.split("\n");
  const abstracts = lines.filter((line) => line.length > 300);
  const titles = lines.filter((line) => line.length > 40 && line.length < 130);
  return {
    sentences: abstracts.flatMap((text) => text.match(/[A-Z][^.]{40,300}\.(?= |$)/g) ?? []),
    words: titles.flatMap((title) => title.match(/[A-Z][a-z]{3,}/g) ?? []),
  };
}

function printed(day: Date): string {
  const options = { month: "short", day: "numeric", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("en-US", options).format(day);
}

/**
 * Mulberry32, a small random number generator by Tommy Ettinger (public domain). The same seed
 * gives the same numbers.
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
