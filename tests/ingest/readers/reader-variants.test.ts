import { describe, expect, it } from "vitest";
import { clean } from "../../../src/ingest/clean.ts";
import type { RawPaper } from "../../../src/ingest/raw-paper.ts";
import { readSeed } from "../../../src/ingest/read-seed.ts";
import { restoreMath } from "../../../src/ingest/restore-math.ts";
import { plainText } from "../../../src/math/tree-text.ts";
import { processorSeconds } from "../../fixtures/processor-seconds.ts";

const head =
  "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nNov 13";

// Abstracts as long as real ones, because their length distinguishes them from titles.
const bees =
  "We study how bees choose among flowers when every flower may be empty. Earlier work assumes that a bee remembers all flowers it has seen, which no bee does. We show that a memory of three flowers is enough for foraging that is nearly as good, and we measure the cost of a smaller one on two meadows. Code is available at https://github.com/bees/three.";
const tides =
  "Tide tables are computed once a year and printed, although the sea floor moves under the harbours they describe. We present a method that keeps a table right by watching a single gauge. Over ten harbours it halves the error of the printed tables, and it needs no more than a telephone. The method fails where rivers meet the sea, and we explain why it must.";
const chess =
  "Large libraries of chess endings are exact, but nobody can read them. This paper turns a library into rules that a person can learn in an evening. Our rules lose 3.4\\% of won endings against perfect play, and players who learned them beat players who did not in a trial with sixty people. We release the rules, the trial's games and the program that found them.";

const papers = [
  { title: "Three Flowers: Memory in Foraging", abstract: bees, byline: "  • 3 authors\n·\nJul 7" },
  { title: "Tides in 2024", abstract: tides, byline: "bay-lab Bay & Sea Lab Inc.\n·\nSep 16 1" },
  { title: "Endings a Person Can Learn", abstract: chess, byline: "" },
  { title: "Nov 14, 2023", abstract: bees, byline: "  • 1 authors\n·\nFeb 2, 2024 12" },
];

const plain = pageOf(papers);

function pageOf(all: typeof papers): string {
  const texts = all.map(({ title, abstract, byline }) =>
    [title, abstract, byline].filter((part) => part !== "").join("\n\n"),
  );
  return `${[head, ...texts].join("\n\n")}\n`;
}

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?: |$)`, "g"), "$1\n").trimEnd();
}

function read(text: string | Uint8Array, path = "seeds/page.txt") {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readSeed({ path, bytes }, { seedYears: {} });
}

function cleanPaper(paper: RawPaper) {
  return clean(restoreMath(paper, { formulaConfidence: 0.5 }));
}

/** What a person would read about a paper on the page, with texts on one line. */
function facts(paper: RawPaper) {
  const { title, abstract, published, listed, authorsCount, organization, comments } = paper;
  const { inferred } = paper;
  const line = (text: string) => text.replace(/\s+/g, " ");
  return {
    ...{ title: line(title), abstract: line(abstract), published, listed, authorsCount },
    ...{ organization, comments, inferred },
  };
}

const expected = [
  { published: "2025-07-07", authorsCount: 3, inferred: ["published.year"] },
  {
    published: "2025-09-16",
    organization: { handle: "bay-lab", name: "Bay & Sea Lab Inc." },
    comments: 1,
    inferred: ["published.year"],
  },
  { inferred: [] },
  { published: "2024-02-02", authorsCount: 1, comments: 12, inferred: [] },
].map((rest, index) => ({
  title: papers[index]?.title,
  abstract: papers[index]?.abstract,
  listed: "2025-11-13",
  ...rest,
}));

function utf16(text: string): Uint8Array {
  return Uint8Array.from(
    [...`\uFEFF${text}`].flatMap((sign) => [sign.charCodeAt(0) % 256, sign.charCodeAt(0) >> 8]),
  );
}

describe("one page, copied in many ways", () => {
  const variants: Record<string, string | Uint8Array> = {
    "as it is": plain,
    "Windows line ends and a byte order mark": `\uFEFF${plain.replaceAll("\n", "\r\n")}`,
    "UTF-16": utf16(plain),
    "no-break spaces for blanks": plain.replaceAll(" ", "\u00A0"),
    "tabs before and blanks behind each line": plain.replace(/^/gm, "\t").replace(/$/gm, " \u200B"),
    "blank lines of blanks, and too many": plain.replaceAll("\n\n", "\n \t\u3000\n\u00A0\n\n"),
    "a blank line behind every line": plain.replaceAll("\n", "\n\n"),
    "no blank line around bylines": plain.replace(/\n\n(?= {2}•|bay-lab)|(?<=\d)\n\n/g, "\n"),
    "no blank line under titles": papers.reduce(
      (text, { title }) => text.replace(`${title}\n\n`, `${title}\n`),
      plain,
    ),
    "abstracts with hard line breaks": pageOf(
      papers.map((paper) => ({ ...paper, abstract: wrapped(paper.abstract, 76) })),
    ),
    "titles on two lines": plain
      .replace("Flowers: Memory", "Flowers:\nMemory")
      .replace("a Person Can", "a Person\nCan"),
    "the comments below the date": plain.replace("Sep 16 1", "Sep 16\n1"),
    "bylines on one line": plain.replaceAll("\n·\n", " · "),
    "the foot of the page": `${plain}\nPrevious\n\nNext\n\nCompany\nTOS\n\nModels\nPricing\nDocs\n`,
  };

  it.each(Object.entries(variants))("%s", (_, text) => {
    const { value, messages } = read(text);
    expect(messages).toEqual([]);
    expect(value.map(facts)).toEqual(expected);
  });

  it("reads a title that looks like a date also without the page's head", () => {
    const { value } = read(plain.slice(plain.indexOf("Three Flowers")), "seeds/2025-11-13.txt");
    expect(value.map(({ title }) => title)).toEqual(papers.map(({ title }) => title));
    expect(value.every(({ listed }) => listed === "2025-11-13")).toBe(true);
  });

  it("infers no year that the page prints", () => {
    const { value } = read(plain.replace("Nov 13", "Nov 13, 2026"));
    expect(value[0]).toMatchObject({ published: "2026-07-07", listed: "2026-11-13", inferred: [] });
  });

  it("reads an organisation that stands beside the count of authors", () => {
    const { value } = read(plain.replace("• 3 authors", "• 3 authors\nyahoo-inc Yahoo!"));
    expect(value[0]).toMatchObject({
      authorsCount: 3,
      organization: { handle: "yahoo-inc", name: "Yahoo!" },
      published: "2025-07-07",
    });
  });
});

describe("a page that is cut off", () => {
  const upTo = (end: string) => plain.slice(0, plain.lastIndexOf(end) + end.length);
  const say = (text: string) =>
    read(text, "seeds/2025-11-13.txt").messages.map(
      ({ rule, severity, place }) => `${place?.line} ${severity} ${rule}`,
    );

  it.each([
    ["in a title", "Nov 1", ["33 error no-abstract"]],
    ["in an abstract", "among flowers when", ["35 error cut-off-abstract"]],
    ["behind an abstract's last sentence", "/three.", ["35 warning maybe-cut-off"]],
    ["in a byline", "  • 1 aut", ["37 error invalid-date"]],
    ["in the date", "1 authors\n·\nFe", ["39 error invalid-date"]],
  ])("%s", (_, end, messages) => {
    const { value } = read(upTo(end), "seeds/2025-11-13.txt");
    expect(say(upTo(end))).toEqual(messages);
    expect(value.slice(0, 3).map(facts)).toEqual(
      expected.slice(0, 3).map((paper) => ({ ...paper, inferred: [] })),
    );
  });

  it.each([
    ["in an abstract", "nearly as good", ["1 error cut-off-start"]],
    ["before a byline", "  • 3 authors", ["1 error lone-byline"]],
  ])("at its beginning, %s", (_, start, messages) => {
    const text = plain.slice(plain.indexOf(start));
    expect(say(text)).toEqual(messages);
    expect(read(text).value.map(({ title }) => title)).toEqual(
      papers.slice(1).map(({ title }) => title),
    );
  });
});

describe("cleaning what pages leave behind", () => {
  const cleaned = (abstract: string) => {
    const [paper] = read(
      pageOf([{ title: "A Title", abstract, byline: "• 2 authors\n·\nJul 7, 2024" }]),
    ).value;
    const done = paper ? cleanPaper(paper) : undefined;
    return {
      words: done?.abstract.map(({ children }) => plainText(children)).join("\n"),
      links: done?.links.map(({ kind, url }) => `${kind} ${url}`),
    };
  };

  it.each([
    ["see https://a.org/x{https://a.org/x}.", "see https://a.org/x.", "other https://a.org/x"],
    ["at https://a.org/x{this https URL}.", "at https://a.org/x.", "other https://a.org/x"],
    ["the https://a.org/x{film} is", "the film (https://a.org/x) is", "other https://a.org/x"],
    [
      "at~\\url{https://hf.co/datasets/a\\_b}.",
      "at https://hf.co/datasets/a_b.",
      "data https://hf.co/datasets/a_b",
    ],
    ["at https: //a.github.io.", "at https://a.github.io.", "project https://a.github.io"],
    ["page: a-b.github.io.", "page: a-b.github.io.", "project https://a-b.github.io"],
    ["our [code](https://github.com/a/b) is", "our code is", "code https://github.com/a/b"],
  ])("%s", (text, words, link) => {
    expect(cleaned(`We do. ${text}`)).toEqual({ words: `We do. ${words}`, links: [link] });
  });

  it.each([
    ["the query\\'s key and Pok\\'emon", "the query's key and Pokémon"],
    ["users\\' attention", "users' attention"],
    ["(\\eg, a) \\textit{and} 3{\\deg} \\textsc{F}-2", "(e.g., a) and 3° F-2"],
    ["a gain of 60%~70% over FID 2.78~(CIFAR)", "a gain of 60%~70% over FID 2.78 (CIFAR)"],
    ["the ''plug-in'' of f''(x)", "the “plug-in” of f''(x)"],
    ["(e.g.\\\nby `key\nsentence' or so)", "(e.g. by ‘key sentence’ or so)"],
  ])("%s", (text, words) => {
    expect(cleaned(`We do. ${text}`).words).toBe(`We do. ${words}`);
  });
});

describe("hostile text", () => {
  const runs = [
    "a",
    " ",
    "`",
    "*a ",
    "**a** ",
    "{",
    "$a",
    "\\(",
    "\\[",
    '\\"',
    "https://",
    "(",
    ".",
  ];
  const extra = [
    "https://github.com/a/b",
    "https://a.bc/(",
    "www.a",
    "[a](https://a.bc/d) ",
    "a. A",
  ];

  // A quadratic regular expression takes minutes for these.
  it.each([...runs, ...extra])("is read and cleaned at once: %j again and again", (run) => {
    const text = `We https://a.bc/${run.repeat(Math.ceil(150_000 / run.length))} end.`;
    const page = pageOf([{ title: "A Title", abstract: text, byline: "• 2 authors" }]);
    const took = processorSeconds(() => {
      expect(read(page).value.map(cleanPaper)).toHaveLength(1);
    });
    expect(took).toBeLessThan(4);
  });

  it.each(["short line\n", "\n", " \n", "·\n", "Jul 7\n", "Daily Papers\n"])(
    "is read at once: %j a hundred thousand times",
    (line) => {
      const took = processorSeconds(() => {
        expect(read(`Daily Papers\n${line.repeat(100_000)}`).messages).not.toEqual([]);
      });
      expect(took).toBeLessThan(4);
    },
  );
});

describe("a file that no reader knows", () => {
  it("is told which can be read, by names and not by the engine's own", () => {
    const [message] = read("Nothing of use.\n").messages;
    expect(message?.hint).toContain("Daily Papers (page); ");
    // `daily-papers-text` and the like: a format that src/archive/source-names.ts lacks.
    expect(message?.hint).not.toMatch(/[:;] [a-z-]+[;.]/);
  });
});
