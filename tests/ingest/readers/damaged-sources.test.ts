import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ingest } from "../../../src/ingest/ingest.ts";
import type { Message } from "../../../src/schemas/message.ts";
import { emptyArchive } from "../../fixtures/papers.ts";
import { readText } from "../../fixtures/read.ts";
import { formats, samples, titles } from "../../fixtures/samples.ts";

const visible = ({ reason, hint, place }: Message) =>
  reason !== "" && hint !== undefined && place?.file === "seeds/a.txt";
const titlesIn = (text: string | Uint8Array) => readText(text).value.map(({ title }) => title);

describe("each sample", () => {
  it.each(formats)("reads without a message: %s", (_, text) => {
    const { value, messages } = readText(text);
    expect([value.length, messages]).toEqual([3, []]);
  });

  it.each(formats)("reads the same whatever its line ends and byte order mark: %s", (_, text) => {
    const wanted = readText(text).value.map(({ title, authors, ids }) => ({ title, authors, ids }));
    const variants = [
      text.replaceAll("\n", "\r\n"),
      text.replaceAll("\n", "\r"),
      // No CR before an LF, because together they are one line break.
      text.replace(
        /\n+/g,
        (ends, at: number) => ["\n", "\r\n", "\r"][at % 3]?.repeat(ends.length) ?? "",
      ),
      `\uFEFF${text}`,
      text.replace("\n", "\r\n"),
      `\n\n${text}\n\n`,
    ];
    for (const variant of variants) {
      expect(readText(variant).value).toMatchObject(wanted);
      expect(readText(variant).messages).toEqual([]);
    }
  });

  it.each(formats)("keeps the records before the point where it is cut off: %s", (name, text) => {
    // The length of the text with the first two papers.
    const second =
      name === "a list of ids" ? text.indexOf("https") : text.lastIndexOf(titles[2] ?? "");
    for (let end = second; end < text.length - 1; end += 7) {
      const { value, messages } = readText(text.slice(0, end));
      expect(value.length).toBeGreaterThanOrEqual(2);
      expect(messages.every(visible)).toBe(true);
    }
  });

  it.each(formats)("keeps the other records if one is broken: %s", (name, text) => {
    if (name === "a list of ids" || name === "YAML") return;
    const breaks: [RegExp, string][] = [
      [/Schr/, '"Schr'],
      [/(Schrödinger Bridges)["'}]/, "$1"],
      [/Schrödinger Bridges/, "Schr\u0000\uFFFD\\q{{{Bridges"],
      [/(Schrödinger Bridges)<\/title>/, "$1</titel>"],
    ];
    for (const [found, instead] of breaks) {
      const kept = titlesIn(text.replace(found, instead));
      expect(kept).toEqual(expect.arrayContaining(["Bandits That Wait", "On Testing of Tests"]));
    }
  });

  it.each(formats)("reports bytes that are not UTF-8, and reads the rest: %s", (name, text) => {
    const latin = Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
    const { value, messages } = readText(latin);
    expect(value).toHaveLength(3);
    const hasUmlaut = name !== "a list of ids";
    expect(messages.map(({ rule }) => rule)).toEqual(hasUmlaut ? ["invalid-encoding"] : []);
  });
});

describe("any damage to a sample", () => {
  const character = fc.constantFrom(..."{}[]()\"'\\,:@<>&;-#=%$\n\r\t 0aé\u0000\u2028\uFFFF");
  const edit = fc.record({
    at: fc.nat(),
    cut: fc.nat({ max: 40 }),
    put: fc.string({ unit: character, maxLength: 6 }),
  });
  const damage = (text: string, edits: { at: number; cut: number; put: string }[]) =>
    edits.reduce((rest, { at, cut, put }) => {
      const from = rest.length === 0 ? 0 : at % rest.length;
      return rest.slice(0, from) + put + rest.slice(from + cut);
    }, text);

  it.each(formats)("ends in papers or messages, never in a crash: %s", (_, text) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const { value, messages } = readText(damage(text, edits));
        expect(messages.every(visible)).toBe(true);
        for (const { source } of value) expect(source.line).toBeGreaterThan(0);
        // Every loss is reported.
        if (value.length < 3 && !edits.some(({ cut, put }) => cut > 0 || put !== "")) {
          expect(messages).not.toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("goes through the whole chain", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(samples)),
        fc.array(edit, { maxLength: 3 }),
        (text, edits) => {
          const bytes = new TextEncoder().encode(damage(text, edits));
          const { value, messages } = ingest([{ path: "seeds/a.txt", bytes }], emptyArchive);
          expect(messages.filter(({ rule }) => rule === "entry-round-trip")).toEqual([]);
          expect(value.plan.create).toHaveLength(value.papers.length);
        },
      ),
      {
        numRuns: 100,
        // A NUL between two dollars of an abstract, which Markdown would change.
        examples: [
          [Object.values(samples)[0] ?? "", [{ at: 1150931732, cut: 0, put: "$\u0000$" }]],
        ],
      },
    );
  });
});

describe("a source made to be a trap", () => {
  const deep = 10_000;
  it.each([
    ["lists", "[".repeat(deep) + "]".repeat(deep)],
    ["lists that do not end", "[".repeat(deep)],
    ["objects", `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`],
    [
      "a field of a paper",
      `[{"paper":{"id":"1","title":"T","summary":${"[".repeat(deep)}${"]".repeat(deep)}}}]`,
    ],
    [
      "elements",
      `<feed>arxiv.org/<entry><title>${"<a>".repeat(deep)}${"</a>".repeat(deep)}</title></entry></feed>`,
    ],
    ["braces", `@misc{a, title={${"{".repeat(deep)}T${"}".repeat(deep)}}}`],
    ["braces that do not end", `@misc{a, title=${"{".repeat(deep)}`],
    ["YAML lists", `title: ${"[".repeat(deep)}`],
    [
      "YAML maps",
      `title:\n${Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:\n`).join("")}`,
    ],
    ["Python's lists", JSON.stringify([`{'paper': ${"[".repeat(deep)}}`])],
  ])("is read or reported, nested ten thousand deep: %s", (_, text) => {
    const { value, messages } = readText(text);
    expect(value.length + messages.length).toBeGreaterThan(0);
    expect(messages.every(visible)).toBe(true);
  });

  it.each(["x", "{", "- ", "@", "<"])(
    "is reported even if it begins with hundreds of blank lines: %s",
    (text) => {
      const { value, messages } = readText(`${" \n".repeat(500)}${text}`);
      expect([value, messages.every(visible), messages.length > 0]).toEqual([[], true, true]);
    },
  );

  it.each([
    ["a day", `[{"paper":{"id":"2511.00001","title":"T","summary":"${"x ".repeat(2_500_000)}"}}]`],
    [
      "Atom",
      `<feed>arxiv.org/<entry><id>a</id><title>T</title><summary>${"x ".repeat(2_500_000)}</summary></entry></feed>`,
    ],
    ["BibTeX", `@misc{a, title={T}, abstract={${"x ".repeat(2_500_000)}}}`],
    ["RIS", `TY  - JOUR\nTI  - T\nAB  - ${"x ".repeat(2_500_000)}\nER  -`],
    ["YAML", `title: T\nabstract: ${"x ".repeat(2_500_000)}`],
    ["a list", `2511.00001 ${"x ".repeat(2_500_000)}`],
  ])("is read or reported with a line of five million signs: %s", (_, text) => {
    const { value, messages } = readText(text);
    expect(value.length + messages.length).toBe(1);
  });

  it.each([
    ['[{"paper":{"id":"2511.00001","title":"A","title":"B","summary":"s"}}]', "warning"],
    ["- title: A\n  title: B\n", "error"],
    ["@misc{a, title={A}, title={B}}", "warning"],
  ])("reports a name that is given twice: %s", (text, severity) => {
    expect(readText(text).messages).toMatchObject([
      { severity, place: { line: expect.any(Number) } },
    ]);
  });

  it("repeats one message at most fifty times, and counts the others", () => {
    const { messages } = readText(
      `[{"paper":{"title":"T","id":"1"}}${',{"paper":{"id":"1"}}'.repeat(500)}]`,
    );
    expect(messages).toHaveLength(51);
    expect(messages.at(-1)?.reason).toMatch(/^450 more/);
  });

  it("changes no object's prototype", () => {
    const text = '[{"paper":{"id":"2511.00001","title":"T","__proto__":{"summary":"bad"}}}]';
    expect(readText(text).value).toMatchObject([{ title: "T", abstract: "" }]);
    expect({}).not.toHaveProperty("summary");
  });
});
