import fc from "fast-check";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { isPlain } from "../../src/math/restore/accepts.ts";
import { findWholeMath, restore, withDollars } from "../../src/math/restore/index.ts";

const words =
  "we prove that for all a the bound is tight Pass@k times in to log max pi eta model VLM-Bench G RPO x n O(n) = < > + - ( ) [ ] { } | ^ _ \\ $ % , . ; : ! ' alpha beta epsilon varepsilon tildeOmega mlog left right infty rightarrow 2.5times 256 3 L^2 x_1 T_{max} 1{n} γ Δ μ \\emph{x} \\alpha {\\alpha} ∈ é 🙂 \n".split(
    /(?<=[^\n]) /,
  );
const sentence = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom("", " ", " ", " ")), { maxLength: 60 })
  .map((parts) => parts.flat().join(""));
const anyText = fc.oneof(sentence, fc.string({ unit: "binary", maxLength: 200 }));
const runs = { numRuns: 600 };

describe("restoring", () => {
  it("changes nothing outside formulas", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { spans, lossy } = restore(text);
        let last = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.source).toBe(text.slice(span.start, span.end));
          expect(span.confidence).toBeGreaterThanOrEqual(0.5);
          expect(span.confidence).toBeLessThanOrEqual(1);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        expect(lossy).toBe(spans.filter((span) => span.lossy).length);
      }),
      runs,
    );
  });

  it("is done once: restored text stays as it is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = withDollars(text, restore(text).spans);
        expect(withDollars(once, restore(once).spans)).toBe(once);
      }),
      runs,
    );
  });

  it("gives only formulas that KaTeX renders without a warning", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        for (const { latex } of restore(text).spans) {
          katex.renderToString(latex, { strict: "error", throwOnError: true });
        }
      }),
      runs,
    );
  });

  it("restores more with a lower threshold, and counts what it leaves", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const all = restore(text, { threshold: 0 });
        const none = restore(text, { threshold: 1.01 });
        expect(none.spans).toEqual([]);
        expect(all.spans.length).toBeGreaterThanOrEqual(restore(text).spans.length);
      }),
      runs,
    );
  });
});

describe("the shortcut past KaTeX", () => {
  const bits =
    'x y 1 2 + - = ( ) [ ] | , . ; : ! ? * / < > @ " ~ { } ^ _ \\alpha \\times \\log \\sum \\infty \\to \\prime \\circ \\% \\# \\& \\{ \\} \\| \\, \\; \\! \\_ \\quad \\bmod \\iff \\left( \\frac'.split(
      " ",
    );
  it("accepts nothing that KaTeX refuses", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits, " "), { maxLength: 14 }), (parts) => {
        const latex = parts.join(" ");
        fc.pre(isPlain(latex));
        katex.renderToString(latex, { strict: "error", throwOnError: true });
      }),
      { numRuns: 3000, maxSkipsPerRun: 1000 },
    );
  });
});

describe("reading", () => {
  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        findWholeMath(text);
        restore(text);
      }),
      runs,
    );
  });
});

describe("time", () => {
  const shapes: readonly string[] = [
    "{",
    "}",
    "^",
    "_",
    "$",
    "$ ",
    "(",
    "a",
    "A",
    "1",
    "\\",
    "x_",
    "x^",
    "{x",
    "\\emph{",
    "$x",
    "x^2 ",
    "alpha",
    "log",
    "a.",
    "|",
    "\\(",
    "aB",
    "1.",
    "x_{",
    "left(",
    " ",
    "é",
    "{\\em ",
    "\\cite{",
    "bar ",
    "1 to ",
    "x|",
    "n subset ",
  ];
  const timeOf = (text: string): number => {
    // Processor time, which does not grow when the machine is busy.
    const start = process.cpuUsage();
    restore(text);
    return process.cpuUsage(start).user / 1000;
  };
  it.each(shapes)("is linear in the length for many %j", (unit) => {
    const short = unit.repeat(Math.ceil(4_000 / unit.length));
    timeOf(short);
    const first = Math.max(2, Math.min(timeOf(short), timeOf(short)));
    const long = short.repeat(8);
    const second = Math.min(timeOf(long), timeOf(long), timeOf(long));
    // Eight times the text must take at most thirty times as long; quadratic time would be
    // sixty-four times.
    expect(second).toBeLessThan(first * 30);
  });
});
