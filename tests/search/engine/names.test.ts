import { describe, expect, it } from "vitest";
import { type MadePaper, madeSearch } from "../../fixtures/made-search.ts";

const by = (id: string, ...names: string[]): MadePaper => ({
  id,
  authors: names.map((name) => ({ name })),
  published: "2024-01-01",
});

const { ids, ask } = madeSearch([
  by("visual", "Olga Russakovsky", "Fei-Fei Li"),
  by("joined", "Feifei Wang", "Hao Li"),
  by("summary", "Seung-won Hwang"),
  by("lei", "Zhen Lei"),
  by("lei-other", "Wei Zhen", "Lei Ma"),
  by("an", "An Zhang"),
  by("image", "Ji Zhang"),
  by("energy", "Yann LeCun"),
  by("agents", "Ihab Ayed"),
  by("he", "Kaiming He"),
  by("umlaut", "Jörg Müller", "Søren Åberg"),
  by("van", "Aäron van den Oord"),
  by("suffix", "Hans Bennett, Jr."),
  by("cyrillic", "Юрий Лужков"),
  by("asian", "李飞飞"),
  {
    id: "ai",
    abstract: "AI agents. An image of a long chain. A zhang unit.",
    published: "2024-01-01",
  },
  { id: "hugh", abstract: "Hughes and Hugh.", published: "2024-01-01" },
  by("hughes", "Ada Hughes"),
]);

describe("the name of an author", () => {
  it.each([
    ["Li Fei-Fei", "visual"],
    ["Fei-Fei Li", "visual"],
    ["fei fei li", "visual"],
    ["Feifei Li", "visual"],
    ["Li, Fei-Fei", "visual"],
    ["F.-F. Li", "visual"],
    ["Seung-won Hwang", "summary"],
    ["Seungwon Hwang", "summary"],
    ["Seung Won Hwang", "summary"],
    ["Hwang Seung-won", "summary"],
    ["Zhen Lei", "lei"],
    ["An Zhang", "an"],
    ["an zhang", "an"],
    ["Y. LeCun", "energy"],
    ["Y LeCun", "energy"],
    ["LeCun, Y.", "energy"],
    ["LeCun Yann", "energy"],
    ["K. He", "he"],
    ["Ayed", "agents"],
    ["Jorg Muller", "umlaut"],
    ["Joerg Mueller", "umlaut"],
    ["Jörg Müller", "umlaut"],
    ["Soren Aaberg", "umlaut"],
    ["Aaron Vandenoord", "van"],
    ["Aaron van den Oord", "van"],
    ["A. van den Oord", "van"],
    ["H. Bennett", "suffix"],
    ["Юрий Лужков", "cyrillic"],
    ["Yuriy Luzhkov", "cyrillic"],
    ["李飞飞", "asian"],
  ])(
    "finds the author's paper first by %j, by author: and in quotation marks",
    async (text, id) => {
      expect((await ids(text))[0]).toBe(id);
      expect(await ids(`author:"${text}"`)).toEqual([id]);
      const { corrections, unknown } = await ask(text);
      expect([corrections, unknown]).toEqual([[], []]);
    },
  );

  it("is found in quotation marks as it is written, and not with the surname first", async () => {
    expect(await ids('"Yann LeCun"')).toEqual(["energy"]);
    expect(await ids('"LeCun Yann"')).toEqual([]);
  });

  it("is not stemmed, and is not the stem of a word", async () => {
    expect(await ids("author:Hughes")).toEqual(["hughes"]);
    expect(await ids("author:Hugh")).toEqual([]);
    expect(await ids("Ayed")).toEqual(["agents"]);
    expect(await ids("hughe", { typing: true })).toContain("hughes");
  });

  it.each([
    ["Such", ["such-new", "such"]],
    ["such", ["such-new", "such"]],
    ["The", ["the"]],
    ["In", ["in"]],
    ["Such 2024", ["such"]],
    ["such 2024", ["such"]],
    ["Such et al., 2024", ["such"]],
    ["Felipe Such", ["such"]],
    ["felipe such", ["such"]],
    ["Such, F.", ["such"]],
    ["In 2024", ["in"]],
    ["Do In", ["in"]],
    ["author:The", ["the"]],
  ])("is found where it is a stop word: %j", async (text, papers) => {
    const { ids: among, ask: asking } = madeSearch([
      by("such", "Felipe Petroski Such"),
      { ...by("such-new", "Ada Such"), published: "2025-01-01" },
      by("the", "Lucas The"),
      { ...by("in", "Do In"), published: "2024-02-02" },
      { id: "games", title: "Games", abstract: "The agents.", published: "2024-03-03" },
    ]);
    expect((await among(text)).slice(0, papers.length)).toEqual(papers);
    expect((await asking(text)).faults).toEqual([]);
  });

  it("is a stop word beside a time or other words, where it is one in English", async () => {
    const { ids: among, ask: asking } = madeSearch([
      by("in", "Do In"),
      { id: "games", title: "Games", abstract: "The agents.", published: "2024-03-03" },
    ]);
    expect(await among("games in 2024")).toEqual(["games"]);
    expect(await among("In 2024 games with agents for most players")).toContain("games");
    expect((await among("In 2024 games with agents for most players"))[0]).toBe("games");
    expect((await asking("such")).faults).toHaveLength(1);
  });

  it("is found among other words of a query, and leaves papers about them behind it", async () => {
    expect((await ids("Yann LeCun image chain"))[0]).toBe("energy");
    expect((await ids("an image of a long chain that An Zhang wrote about"))[0]).toBe("an");
  });

  it("is found in a list of authors", async () => {
    const { ids: among } = madeSearch([
      by("all", "Jie Wang", "Li Zhang", "An Chen"),
      by("two", "Jie Wang", "An Zhang", "Li Chen"),
      by("one", "Li Zhang"),
    ]);
    expect(await among("Jie Wang, Li Zhang and An Chen")).toEqual(["all", "two", "one"]);
    expect((await among(`${"Li Zhang, Jie Wang, ".repeat(10)}An Chen`))[0]).toBe("all");
  });

  it("is not the name of two authors, nor an initial of a surname", async () => {
    const { ids: among } = madeSearch([
      { id: "xray", title: "X ray images", published: "2020-01-01" },
      by("ray", "Ray Xu"),
      by("two", "Ada Ray", "Xi Yu"),
    ]);
    expect((await among("x ray"))[0]).toBe("xray");
  });

  it("is the one as typed before one with further names, and before other people's", async () => {
    const { ids: among } = madeSearch([
      by("turned", "Cheng Peng"),
      by("exact", "Peng Cheng"),
      by("middle", "Peng X. Cheng"),
    ]);
    expect((await among("Peng Cheng"))[0]).toBe("exact");
    expect((await among('author:"Peng Cheng"')).sort()).toEqual(["exact", "middle"]);
    expect((await among("Cheng Peng"))[0]).toBe("turned");
    const { ids: abbreviated } = madeSearch([
      by("full", "Yecheng Wu"),
      by("other", "Yan Wu"),
      { ...by("short", "Y. Wu"), published: "2025-01-01" },
    ]);
    expect(await abbreviated("Yecheng Wu")).toEqual(["full", "short"]);
    expect(await abbreviated('author:"Yecheng Wu"')).toEqual(["full"]);
    expect((await abbreviated("Y. Wu"))[0]).toBe("short");
    expect(await abbreviated('author:"Yifei Wu"')).toEqual(["short"]);
  });
});

describe("a time in words", () => {
  const { ids: among, ask: asking } = madeSearch([
    { id: "old", title: "Bandits", published: "2018-03-05", authors: [{ name: "Rich Sutton" }] },
    { id: "new", title: "Bandits", published: "2024-03-05", authors: [{ name: "Ada Barto" }] },
    { id: "month", title: "Bandits", publishedIn: "2024-04", authors: [{ name: "Rich Long" }] },
    { id: "year", title: "Bandits", publishedIn: "2024" },
    { id: "exam", title: "AIME 2024", abstract: "An exam.", published: "2025-02-01" },
    { id: "mention", title: "Long games", abstract: "Sutton, 2018.", published: "2025-03-01" },
    { id: "count", title: "Grids", abstract: "With 2048 cells.", published: "2025-03-01" },
  ]);

  it.each([
    ["Sutton 2018", "old"],
    ["sutton, 2018", "old"],
    ["2018 Sutton", "old"],
    ["Sutton et al. 2018", "old"],
    ["(Sutton et al., 2018)", "old"],
    ["Sutton March 2018", "old"],
    ["Sutton 2018-03", "old"],
    ["bandits 2018", "old"],
    ["bandits 2017-2019", "old"],
    ["bandits März 2018", "old"],
    ["bandits 5 March 2024", "new"],
    ["bandits Mar 5, 2024", "new"],
    ["bandits 2024-03-05", "new"],
    ["bandits Apr. 2024", "month"],
    ["Long 2024", "month"],
    ["AIME 2024", "exam"],
    ["2048 cells", "count"],
  ])("makes %j find first the paper of that time, or with that number", async (text, id) => {
    expect((await among(text))[0]).toBe(id);
  });

  it("finds all papers of a year, the newest first, and those that mention it last", async () => {
    expect(await among("2024")).toEqual(["month", "new", "year", "exam"]);
    expect(await among("bandits 2024")).toEqual(["month", "new", "year"]);
  });

  it("is a word where no paper is of that time", async () => {
    expect((await asking("bandits April 2019")).unknown).toEqual(["April", "2019"]);
  });
});
