import {
  type Bars,
  isSignKind,
  type Kind,
  kindInText,
  kindOf,
  kinds,
  marginOf,
} from "../../src/math/restore/bars.ts";
import type { Candidate } from "../../src/math/restore/candidates.ts";

/** A text with its candidates and what is true of them. */
export interface KnownText {
  /** The name of its set. */
  readonly set: string;
  readonly text: string;
  /** Signs that its formulas are typed without LaTeX. */
  readonly typed: number;
  /** The number of its damaged formulas. */
  readonly damaged: number;
  readonly candidates: readonly Candidate[];
  /** For each candidate, the numbers of the damaged formulas that it meets. */
  readonly meets: readonly (readonly number[])[];
  /** For each candidate, whether it meets a formula, by the pairs of dollars or as its author meant them. */
  readonly isRight: readonly boolean[];
}

/** A judged text with log-odds from trees that never saw it. */
export interface WeighedText {
  readonly judged: KnownText;
  readonly text: number;
  readonly spans: readonly number[];
}

/** What the bars have to reach on the texts they are chosen on, in percent, a little above the aims. */
const aims = { found: 95.6, precision: 98, untouched: 99.6 } as const;
/** What a point below each aim costs. */
const costs = { found: 10, precision: 3 } as const;
/** What a restored letter gains, so that of equal bars the lower ones are taken. */
const letterGain = 0.0015;

/** `untouched` is what a point of controls costs: less where formulas typed without dollars are common. */
const domains = [
  { pairs: "real_pairs", controls: "real_controls", untouched: 10 },
  { pairs: "synth_math", controls: "synth_controls", untouched: 1 },
] as const;

interface Item {
  readonly kind: Kind;
  readonly isSign: boolean;
  readonly value: number;
  readonly isRight: boolean;
  readonly damaged: readonly number[];
}
interface Sorted {
  readonly value: number;
  readonly typed: number;
  readonly items: readonly Item[];
  readonly damaged: number;
}

const sortedOf = ({ judged, text, spans }: WeighedText): Sorted => ({
  value: text,
  typed: judged.typed,
  damaged: judged.damaged,
  items: judged.candidates.map((candidate, index) => {
    const kind = kindOf(judged.text, candidate);
    return {
      kind,
      isSign: isSignKind(kind, candidate),
      value: spans[index] ?? 0,
      isRight: judged.isRight[index] ?? false,
      damaged: judged.meets[index] ?? [],
    };
  }),
});

/** The texts of one domain. */
interface Texts {
  readonly pairs: readonly Sorted[];
  readonly controls: readonly Sorted[];
  readonly untouched: number;
}

/** The candidates of a text that are above the bars. */
function chosen({ value, typed, items }: Sorted, bars: Bars): readonly Item[] {
  const margins = items.map((item) => marginOf(item.value, value, typed, bars));
  const isSigned = items.some((item, index) => item.isSign && (margins[index] ?? -1) >= 0);
  return items.filter(
    (item, index) => (margins[index] ?? 0) >= bars.spans[kindInText(item.kind, isSigned)],
  );
}

const share = (part: number, whole: number): number => (whole === 0 ? 100 : (100 * part) / whole);

/** How good bars are for one domain: 0 at best, but for what letters gain. */
function scoreOf({ pairs, controls, untouched }: Texts, bars: Bars): number {
  let [damaged, found, restored, right, letters, touched] = [0, 0, 0, 0, 0, 0];
  for (const text of pairs) {
    damaged += text.damaged;
    const items = chosen(text, bars);
    restored += items.length;
    right += items.filter(({ isRight }) => isRight).length;
    letters += items.filter(({ kind, isRight }) => kind === "letter" && isRight).length;
    found += new Set(items.flatMap((item) => item.damaged)).size;
  }
  for (const text of controls) touched += chosen(text, bars).length > 0 ? 1 : 0;
  const short = (aim: number, value: number): number => Math.max(0, aim - value);
  return (
    letterGain * letters -
    costs.found * short(aims.found, share(found, damaged)) -
    costs.precision * short(aims.precision, share(right, restored)) -
    untouched * short(aims.untouched, 100 - share(touched, controls.length))
  );
}

const grid = Array.from({ length: 25 }, (_, index) => index / 4 - 3);
/** The bar of texts decides most. */
const fineGrid = Array.from({ length: 41 }, (_, index) => index / 20);
const mostRounds = 4;
const first: Bars = {
  text: 1.25,
  spans: {
    letter: 0,
    "letter without signs": 0.75,
    "letter before a hyphen": 0,
    "Greek name": -1.75,
    "Greek word": -0.5,
    "Greek before a letter": 0,
    "Greek before a hyphen": -1,
    command: 0,
    letters: 0,
    sign: -1,
    comparison: 0,
    other: 0,
  },
};
/** Letters are not given up for precision alone: a missed `$k$` reads no worse than an italic `k`. */
const highest: Partial<Readonly<Record<Kind, number>>> = {
  letter: 0.5,
  "letter without signs": 1.25,
  "letter before a hyphen": 1.75,
};

/**
 * The bars that come nearest to the aims of both domains, by changing one bar at a time while that
 * helps. Texts of other sets do not count.
 */
export function chooseBars(texts: readonly WeighedText[]): Bars {
  const of = (set: string): Sorted[] =>
    texts.filter(({ judged }) => judged.set === set).map(sortedOf);
  const sets = domains.map(({ pairs, controls, untouched }) => ({
    pairs: of(pairs),
    controls: of(controls),
    untouched,
  }));
  const score = (bars: Bars): number => sets.reduce((sum, one) => sum + scoreOf(one, bars), 0);
  let best = first;
  let top = score(best);
  for (let round = 0; round < mostRounds; round += 1) {
    const before = top;
    for (const kind of [undefined, ...kinds]) {
      for (const bar of kind === undefined ? fineGrid : grid) {
        if (kind !== undefined && bar > (highest[kind] ?? bar)) continue;
        const bars =
          kind === undefined
            ? { ...best, text: bar }
            : { ...best, spans: { ...best.spans, [kind]: bar } };
        const value = score(bars);
        if (value > top + 1e-9) [best, top] = [bars, value];
      }
    }
    if (top === before) break;
  }
  return best;
}
