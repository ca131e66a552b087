import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "../../src/search/query/parse-query.ts";
import { printQuery } from "../../src/search/query/print-query.ts";

const parts = (text: string) => parseQuery(text).query.parts;
const faults = (text: string) => parseQuery(text).faults.map(({ message }) => message);

describe("a query", () => {
  it.each([
    ["bandits regret", "bandits regret"],
    ['"on policy"  data', '"on policy" data'],
    ["“curly quotes”", '"curly quotes"'],
    ["-bandits", "-bandits"],
    ['-"a phrase"', '-"a phrase"'],
    ["title:bandits", "title:bandits"],
    ['Title:"two words"', 'title:"two words"'],
    ["by:Sutton", "author:Sutton"],
    ["organisation:google", "org:google"],
    ["year:2021..2024", "year:2021..2024"],
    ["year:2021", "year:2021"],
    ["year:2021..", "year:2021.."],
    ["year:..2024", "year:..2024"],
    ["year:2021-2024", "year:2021..2024"],
    ["year:2021–2024", "year:2021..2024"],
    ["month:2024-05", "month:2024-05"],
    ["year:2020.. year:..2023", "year:2020.. year:..2023"],
    ["year:2024 month:2024-05", "year:2024 month:2024-05"],
    ["year:2024 -year:2022", "year:2024 -year:2022"],
    ["-year:2020", "-year:2020"],
    ["has:code -has:notes", "has:code -has:notes"],
    ["is:saved is:unread", "is:saved is:unread"],
    ["status:reading", "status:reading"],
    ["L^2 C++ p(Y|X) x_1", "L^2 C++ p(Y|X) x_1"],
    ["https://example.org/a", "https://example.org/a"],
    ["a - b", "a - b"],
    ["author: Sutton", "author:Sutton"],
    ['title: "two words" x', 'title:"two words" x'],
    ["year: 2021..2024 is: saved", "year:2021..2024 is:saved"],
    ["Verbalized Sampling: How to", "Verbalized Sampling How to"],
    ["GPT-4: a survey", "GPT-4: a survey"],
    ["2510.01171v2", "2510.01171"],
    ["arXiv:2510.01171", "2510.01171"],
    ["arXiv: 2510.01171", "2510.01171"],
    ["https://arxiv.org/abs/2510.01171v1", "2510.01171"],
    ["https://www.arxiv.org/pdf/2510.01171.pdf", "2510.01171"],
    ["https://huggingface.co/papers/2510.01171", "2510.01171"],
    ["hep-th/9901001", "hep-th/9901001"],
    ["doi:10.1145/3292500.3330701", "10.1145/3292500.3330701"],
    ["https://doi.org/10.1145/3292500.3330701", "10.1145/3292500.3330701"],
    ["-arXiv:2510.01171", "-2510.01171"],
  ])("%j is understood", (text, printed) => {
    expect(printQuery(parseQuery(text).query)).toBe(printed);
    expect(faults(text)).toEqual([]);
  });

  it.each([
    ['"no end', "The quotation mark before “no end” is not closed."],
    ['""', "There is nothing between the quotation marks."],
    ["title:", "After “title:” a word is missing, such as title:bandits."],
    [
      "year:soon",
      "“soon” is no year. Write year:2021, year:2021..2024, year:2021.. or month:2024-05.",
    ],
    ["year:2024..2021", "“2024..2021” ends before it begins. Write 2021..2024."],
    ["year:2024-13", /“2024-13” is no month of the calendar/],
    ["month:2023-02-29", /“2023-02-29” is no day of the calendar/],
    ["month:soon", /“soon” is no month/],
    ["month:", /^After “month:” a month is missing/],
    ["year:..", /names no year/],
    ["year:", /a year is missing/],
    ["has:video", "“has:video” is not known. Write has:code or has:notes."],
    ["is:great", "“is:great” is not known. Write is:saved, is:read or is:unread."],
    [
      "subject:bandits",
      "“subject:” is not known, so it is searched as a word. Known are title: author: topic: org: source: year: month: has: is: status:",
    ],
    [
      "authors:Sutton",
      "“authors:” is not known, so it is searched as a word. Did you mean author: ?",
    ],
    ["titel:bandits", /Did you mean title: \?$/],
    ["-", "A minus leaves out the word right behind it. Write -bandits, without a blank."],
    ["- regret", "A minus leaves out the word right behind it. Write -regret, without a blank."],
    ["- -", "A minus leaves out the word right behind it. Write -bandits, without a blank."],
    [
      "year:2024 bandits year:2022",
      "No day is in all of these times. For all from the one to the other write year:2022..2024.",
    ],
    ["bandits NOT regret", "“NOT” leaves nothing out. Write -regret."],
    ['bandits NOT "deep regret"', '“NOT” leaves nothing out. Write -"deep regret".'],
    ["bandits NOT author:Lai", "“NOT” leaves nothing out. Write -author:Lai."],
    ["bandits OR regret", /^“OR” makes some of the words enough/],
    ["has:", "After “has:” a word is missing. Write has:code or has:notes."],
    ["status:", /^After “status:” a word is missing/],
  ])("%j is explained", (text, message) => {
    expect(faults(text)).toEqual([
      typeof message === "string" ? message : expect.stringMatching(message),
    ]);
  });

  it("that is wrong in one part is still searched for the others", () => {
    expect(printQuery(parseQuery("bandits year:soon -regret").query)).toBe("bandits -regret");
    expect(printQuery(parseQuery('regret "no end').query)).toBe('regret "no end"');
    expect(printQuery(parseQuery("subject:bandits").query)).toBe("subject:bandits");
  });

  it("tells where a fault stands", () => {
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

  it("of any text is read without failing, and reads the same once printed", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { query } = parseQuery(text);
        expect(parts(printQuery(query))).toEqual(query.parts);
      }),
      { numRuns: 2000 },
    );
  });

  it("loses no word of a text without signs", () => {
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
