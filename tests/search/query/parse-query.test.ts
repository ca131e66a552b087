import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defined } from "../../../src/schemas/defined.ts";
import { parseQuery } from "../../../src/search/query/parse-query.ts";
import type { FieldName, QueryPart } from "../../../src/search/query/query.ts";

const parts = (text: string) => parseQuery(text).query.parts;
const faults = (text: string) => parseQuery(text).faults.map(({ message }) => message);

const word = (text: string): QueryPart => ({ kind: "word", text, not: false });
const phrase = (text: string): QueryPart => ({ kind: "phrase", text, not: false });
const field = (name: FieldName, text: string, quoted = false): QueryPart => ({
  kind: "field",
  field: name,
  text,
  phrase: quoted,
  not: false,
});
const time = (from?: string, to?: string): QueryPart => ({
  kind: "time",
  ...defined({ from, to }),
  not: false,
});
const has = (what: "code" | "notes"): QueryPart => ({ kind: "has", what, not: false });
const is = (what: "saved" | "unread"): QueryPart => ({ kind: "is", what, not: false });
const status = (text: string): QueryPart => ({ kind: "status", text, not: false });
const not = (part: QueryPart): QueryPart => ({ ...part, not: true });

describe("a query", () => {
  it.each<[string, QueryPart[]]>([
    ["bandits regret", [word("bandits"), word("regret")]],
    ['"on policy"  data', [phrase("on policy"), word("data")]],
    ["“curly quotes”", [phrase("curly quotes")]],
    ["-bandits", [not(word("bandits"))]],
    ['-"a phrase"', [not(phrase("a phrase"))]],
    ["title:bandits", [field("title", "bandits")]],
    ['Title:"two words"', [field("title", "two words", true)]],
    ["by:Sutton", [field("author", "Sutton")]],
    ["organisation:google", [field("org", "google")]],
    ["year:2021..2024", [time("2021", "2024")]],
    ["year:2021", [time("2021", "2021")]],
    ["year:2021..", [time("2021")]],
    ["year:..2024", [time(undefined, "2024")]],
    ["year:2021-2024", [time("2021", "2024")]],
    ["year:2021–2024", [time("2021", "2024")]],
    ["month:2024-05", [time("2024-05", "2024-05")]],
    ["year:2020.. year:..2023", [time("2020"), time(undefined, "2023")]],
    ["year:2024 month:2024-05", [time("2024", "2024"), time("2024-05", "2024-05")]],
    ["year:2024 -year:2022", [time("2024", "2024"), not(time("2022", "2022"))]],
    ["-year:2020", [not(time("2020", "2020"))]],
    ["has:code -has:notes", [has("code"), not(has("notes"))]],
    ["is:saved is:unread", [is("saved"), is("unread")]],
    ["status:reading", [status("reading")]],
    ['status:"to read"', [status("to read")]],
    ["L^2 C++ p(Y|X) x_1", [word("L^2"), word("C++"), word("p(Y|X)"), word("x_1")]],
    ["https://example.org/a", [word("https://example.org/a")]],
    ["a - b", [word("a"), word("-"), word("b")]],
    ["author: Sutton", [field("author", "Sutton")]],
    ['title: "two words" x', [field("title", "two words", true), word("x")]],
    ["year: 2021..2024 is: saved", [time("2021", "2024"), is("saved")]],
    [
      "Verbalized Sampling: How to",
      [word("Verbalized"), word("Sampling"), word("How"), word("to")],
    ],
    ["GPT-4: a survey", [word("GPT-4:"), word("a"), word("survey")]],
    ["2510.01171v2", [word("2510.01171")]],
    ["arXiv:2510.01171", [word("2510.01171")]],
    ["arXiv: 2510.01171", [word("2510.01171")]],
    ["https://arxiv.org/abs/2510.01171v1", [word("2510.01171")]],
    ["https://www.arxiv.org/pdf/2510.01171.pdf", [word("2510.01171")]],
    ["https://huggingface.co/papers/2510.01171", [word("2510.01171")]],
    ["hep-th/9901001", [word("hep-th/9901001")]],
    ["doi:10.1145/3292500.3330701", [word("10.1145/3292500.3330701")]],
    ["https://doi.org/10.1145/3292500.3330701", [word("10.1145/3292500.3330701")]],
    ["-arXiv:2510.01171", [not(word("2510.01171"))]],
  ])("%j is understood", (text, expected) => {
    expect(parts(text)).toEqual(expected);
    expect(faults(text)).toEqual([]);
  });

  it.each([
    ['"no end', "The quotation mark before “no end” is not closed."],
    ['""', "There is nothing between the quotation marks."],
    ["title:", "Write a word after “title:”, for example title:bandits."],
    [
      "year:soon",
      "“soon” is not a valid year. For example, write year:2021, year:2021..2024, year:2021.. or month:2024-05.",
    ],
    ["year:2024..2021", "“2024..2021” ends before it starts. Write 2021..2024."],
    ["year:2024-13", /^“2024-13” is not a valid month/],
    ["month:2023-02-29", /^“2023-02-29” is not a valid date/],
    ["month:soon", /^“soon” is not a valid month/],
    ["month:", /^Write a month after “month:”/],
    ["year:..", /has no year/],
    [
      "year:",
      "Write a year after “year:”. For example, write year:2021, year:2021..2024, year:2021.. or month:2024-05.",
    ],
    ["has:video", "“has:video” is not known. Write has:code or has:notes."],
    ["is:great", "“is:great” is not known. Write is:saved, is:read or is:unread."],
    [
      "subject:bandits",
      "“subject:” is not an operator, so it is searched as a word. The operators are title:, author:, topic:, org:, source:, year:, month:, has:, is: and status:.",
    ],
    [
      "authors:Sutton",
      "“authors:” is not an operator, so it is searched as a word. Did you mean author:?",
    ],
    ["titel:bandits", /Did you mean title:\?$/],
    ["-", "To exclude a word, write a minus directly before it, without a space: -bandits."],
    ["- regret", "To exclude a word, write a minus directly before it, without a space: -regret."],
    ["- -", "To exclude a word, write a minus directly before it, without a space: -bandits."],
    [
      "year:2024 bandits year:2022",
      "No date is in all of these ranges. To search the whole span, write year:2022..2024.",
    ],
    ["bandits NOT regret", "“NOT” does not exclude anything. Write -regret instead."],
    ['bandits NOT "deep regret"', '“NOT” does not exclude anything. Write -"deep regret" instead.'],
    ["bandits NOT author:Lai", "“NOT” does not exclude anything. Write -author:Lai instead."],
    [
      "bandits OR regret",
      "With “OR”, papers need only some of the words. Those with all of them come first.",
    ],
    ["has:", "Write a value after “has:”: has:code or has:notes."],
    ["status:", "Write a value after “status:”: status:to-read, status:reading or status:read."],
  ])("%j is explained", (text, message) => {
    expect(faults(text)).toEqual([
      typeof message === "string" ? message : expect.stringMatching(message),
    ]);
  });

  it("with one invalid part keeps the others", () => {
    expect(parts("bandits year:soon -regret")).toEqual([word("bandits"), not(word("regret"))]);
    expect(parts('regret "no end')).toEqual([word("regret"), phrase("no end")]);
    expect(parts("subject:bandits")).toEqual([word("subject:bandits")]);
  });

  it("has the place of each fault", () => {
    expect(parseQuery("ab year:x c").faults).toMatchObject([{ start: 3, end: 9 }]);
  });

  const pieces = fc.constantFrom(
    ...'a b " “ - : :: .. year: title: is: has: status: 2021 2021..2024 saved code C++ 强 \n \\ x'.split(
      " ",
    ),
    " ",
  );
  const anything = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")),
  );

  it("never fails, and places each fault within the text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { start, end, message } of parseQuery(text).faults) {
          expect(message).not.toBe("");
          expect([start >= 0, start <= end, end <= text.length]).toEqual([true, true, true]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps every word of a plain text", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 8 });
    fc.assert(
      fc.property(words, (list) => {
        expect(parts(list.join(" "))).toEqual(
          list.map((text) => ({ kind: "word", text, not: false })),
        );
      }),
    );
  });
});
