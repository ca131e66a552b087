import { describe, expect, it } from "vitest";
import { truthOf } from "../../scripts/math/truth.ts";
import { chooseBars, type WeighedText } from "../../scripts/research/choosing.ts";
import { judgedText } from "../../scripts/research/judging.ts";
import { type Bars, marginOf } from "../../src/math/restore/bars.ts";

/** A tagger without weights: only sure signs are candidates. */
const tagger = { find: () => -1, begin: new Float32Array(256), inside: new Float32Array(256) };

/** A text of a set with the same log-odds for the text and each of its candidates. */
function weighed(set: string, original: string, degraded: string, value: number): WeighedText {
  const record = { id: original, title: "", original, degraded, kind: "", area: "", era: "A", set };
  const truth = truthOf(record);
  if (truth === undefined) throw new Error(`not the damage of ${original}`);
  const judged = judgedText(record, truth, 0, tagger);
  return { judged, text: value, spans: judged.candidates.map(() => value) };
}

describe("the bars of the judge", () => {
  const pairs = (value: number, set = "real_pairs") =>
    Array.from({ length: 40 }, () =>
      weighed(set, "It is $2.5\\times$ faster.", "It is 2.5times faster.", value),
    );
  const controls = (value: number, set = "real_controls") =>
    Array.from({ length: 400 }, () =>
      weighed(set, "It is 2.5times faster.", "It is 2.5times faster.", value),
    );

  const isAbove = (value: number, bars: Bars): boolean =>
    marginOf(value, value, 0, bars) >= bars.spans.command;

  it("are between the formulas and what only looks like them", () => {
    const bars = chooseBars([...pairs(1), ...controls(-1)]);
    expect([isAbove(1, bars), isAbove(-1, bars)]).toEqual([true, false]);
  });

  it("find the formulas first where formulas typed without dollars are common", () => {
    const texts = [...pairs(0, "synth_math"), ...controls(0, "synth_controls")];
    expect(isAbove(0, chooseBars(texts))).toBe(true);
  });

  it("are the same for the same texts", () => {
    const texts = [...pairs(1), ...controls(-1)];
    expect(chooseBars(texts)).toEqual(chooseBars(texts));
  });
});
