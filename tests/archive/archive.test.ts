import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressesUnder } from "../../src/archive/addresses.ts";
import { buildArchive } from "../../src/archive/archive.ts";
import { dateFormats } from "../../src/archive/dates.ts";
import { pagesOf } from "../../src/archive/paging.ts";
import { allOf } from "../../src/archive/periods.ts";
import { yearMarks } from "../../src/archive/year-marks.ts";
import { entry } from "../fixtures/papers.ts";

const at = (file: string, line: number) => ({
  sources: [{ format: "daily-papers-text", file, line }],
});
const topic = (id: string) => ({ id, score: 1, evidence: [] });
const ids = (papers: { id: string }[]) => papers.map(({ id }) => id);

const papers = [
  entry({ id: "fresh", published: "2025-11-13", listed: ["2025-11-13"], ...at("seeds/a.txt", 90) }),
  entry({ id: "found", published: "2024-06-13", listed: ["2025-11-13"], ...at("seeds/a.txt", 9) }),
  entry({ id: "undated", listed: ["2025-11-13", "2025-12-01"], ...at("seeds/a.txt", 30) }),
  entry({ id: "unlisted", published: "2025-11-13" }),
  entry({ id: "unknown" }),
  entry({ id: "b-twin", titleText: "Twin", published: "2024-06-13" }),
  entry({ id: "a-twin", titleText: "Twin", published: "2024-06-13" }),
];
const archive = buildArchive(papers);

describe("buildArchive", () => {
  it("dates papers by their first listing, or else their publication, and keeps the other days", () => {
    expect(
      archive.days.map(({ key, papers: own, again, published }) => [
        key,
        ids(own),
        ids(again),
        ids(published),
      ]),
    ).toEqual([
      ["2025-12-01", [], ["undated"], []],
      ["2025-11-13", ["unlisted", "found", "undated", "fresh"], [], []],
      ["2024-06-13", ["a-twin", "b-twin"], [], ["found"]],
    ]);
  });

  it("keeps the order of records that stand on one line", () => {
    const [source] = at("seeds/a.json", 1).sources;
    const day = ["d", "b", "c"].map((id, index) =>
      entry({ id, listed: ["2025-11-13"], sources: [{ ...source, record: 4 - index }] }),
    );
    const first = entry({ id: "z", listed: ["2025-11-13"], ...at("seeds/a.json", 1) });
    const [made] = buildArchive([...day, first]).days;
    expect(ids(made?.papers ?? [])).toEqual(["z", "c", "b", "d"]);
  });

  it("puts weeks, months and years by the same date, and counts each dated paper once", () => {
    const shown = (list: typeof archive.months) =>
      list.map(({ key, papers: own, again, published }) => [
        key,
        ids(own),
        ids(again),
        ids(published),
      ]);
    // In the order of the day's page.
    const november = ["unlisted", "found", "undated", "fresh"];
    expect(shown(archive.months)).toEqual([
      ["2025-12", [], ["undated"], []],
      ["2025-11", november, [], []],
      ["2024-06", ["a-twin", "b-twin"], [], ["found"]],
    ]);
    expect(archive.weeks.map(({ key, papers: own }) => [key, own.length])).toEqual([
      ["2025-W46", 4],
      ["2024-W24", 2],
    ]);
    expect(archive.years.map(({ key, papers: own }) => [key, own.length])).toEqual([
      ["2025", 4],
      ["2024", 2],
    ]);
  });

  it("leaves a paper of a known month or year out of shorter periods", () => {
    const { days, weeks, months, years } = buildArchive([
      entry({ id: "month", publishedIn: "2018-07" }),
      entry({ id: "year", publishedIn: "2018" }),
    ]);
    expect([days, weeks]).toEqual([[], []]);
    expect(months.map(({ key, papers: own }) => [key, ids(own)])).toEqual([["2018-07", ["month"]]]);
    expect(years.map(({ key, papers: own }) => [key, ids(own)])).toEqual([
      ["2018", ["month", "year"]],
    ]);
  });

  it("lists every paper once, the newest first, a tie by publication, title and id, the unknown last", () => {
    expect(ids(archive.papers)).toEqual([
      ...["fresh", "undated", "unlisted", "found"],
      ...["a-twin", "b-twin"],
      "unknown",
    ]);
    expect(ids(archive.undated)).toEqual(["undated", "unknown"]);
    expect(archive.byId.get("found")?.published).toBe("2024-06-13");
  });

  it("groups topics and organisations, the largest first, one group whatever a handle's case", () => {
    const shelved = buildArchive([
      entry({
        id: "a",
        topics: [topic("rl"), topic("llm")],
        organization: { handle: "MIT", name: "MIT" },
      }),
      entry({ id: "b", topics: [topic("llm")], organization: { handle: "mit", name: "MIT" } }),
      entry({ id: "c", organization: { handle: "Apple", name: "Apple" } }),
    ]);
    expect(shelved.topics.map(({ key, papers: found }) => [key, ids(found)])).toEqual([
      ["llm", ["a", "b"]],
      ["rl", ["a"]],
    ]);
    expect(ids(shelved.unsorted)).toEqual(["c"]);
    expect(shelved.organizations.map(({ key, handle }) => [key, handle])).toEqual([
      ["mit", "MIT"],
      ["apple", "Apple"],
    ]);
  });

  it("is an archive of nothing when there is nothing", () => {
    expect(buildArchive([])).toMatchObject({ papers: [], days: [], months: [], undated: [] });
  });

  it("is the same in whatever order the papers come, with each paper once on a day", () => {
    const order = fc.shuffledSubarray(papers, { minLength: papers.length });
    fc.assert(
      fc.property(order, (shuffled) => {
        const again = buildArchive(shuffled);
        expect(again).toEqual(archive);
        for (const day of again.days) {
          const all = ids(allOf(day));
          expect(new Set(all).size).toBe(all.length);
        }
      }),
    );
  });
});

describe("addressesUnder", () => {
  it.each([
    ["/", ""],
    ["", ""],
    ["/papers", "/papers"],
    ["/papers/", "/papers"],
    ["papers", "/papers"],
    ["/a/b/", "/a/b"],
  ])("makes every address under the base %j", (base, root) => {
    const to = addressesUnder(base);
    expect([
      to.home(),
      to.paper("2510.01171"),
      to.day("2025-10-01"),
      to.day("2025-10-01", 2),
      to.undated(),
      to.undated(3),
      to.month("2025-10"),
      to.year("2025", 1),
      to.years(),
      to.topic("llm", 2),
      to.topics(),
      to.organization("stanfordnlp"),
      to.search(),
      to.about(),
    ]).toEqual(
      [
        ...["/", "/papers/2510.01171/", "/days/2025-10-01/", "/days/2025-10-01/2/"],
        ...["/days/undated/", "/days/undated/3/", "/months/2025-10/", "/years/2025/", "/years/"],
        ...["/topics/llm/2/", "/topics/", "/organizations/stanfordnlp/", "/search/", "/about/"],
      ].map((path) => root + path),
    );
    expect(to.file("feeds/all.xml")).toBe(`${root}/feeds/all.xml`);
  });

  it("keeps a part of an address one part, whatever signs are in it", () => {
    expect(addressesUnder("/").organization("a/b?c#d é")).toBe(
      "/organizations/a%2Fb%3Fc%23d%20%C3%A9/",
    );
  });
});

describe("pagesOf", () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [50, [50]],
    [51, [50, 1]],
    [120, [50, 50, 20]],
  ])("splits %i papers at fifty", (count, sizes) => {
    const items = Array.from({ length: count }, (_, index) => index);
    const pages = pagesOf(items);
    expect(pages.map((page) => page.items.length)).toEqual(sizes);
    expect(pages.map(({ number, of }) => [number, of])).toEqual(
      sizes.map((_, index) => [index + 1, sizes.length]),
    );
    expect(pages.flatMap((page) => page.items)).toEqual(items);
  });
});

it("finds the page on which each year of a long list begins", () => {
  const long = [2025, 2024, 2023].flatMap((year, index) =>
    Array.from({ length: [60, 39, 2][index] ?? 0 }, (_, at) =>
      entry({ id: `${year}-${at}`, published: `${year}-01-01` }),
    ),
  );
  const { papers: ordered } = buildArchive([...long, entry({ id: "undated" })]);
  expect(yearMarks(ordered)).toEqual([
    { year: "2025", count: 60, page: 1 },
    { year: "2024", count: 39, page: 2 },
    { year: "2023", count: 2, page: 2 },
    { year: undefined, count: 1, page: 3 },
  ]);
});

describe("dateFormats", () => {
  it.each([
    ["2025-10-01", "1 October 2025"],
    ["2025-10", "October 2025"],
    ["2025", "2025"],
  ])("writes %s as exactly as it is known", (key, written) => {
    expect(dateFormats("en").period(key)).toBe(written);
  });

  it.each([
    ["en", ["1 October 2025", "1 Oct", "October 2025", "October", "Wednesday"]],
    ["en-US", ["October 1, 2025", "Oct 1", "October 2025", "October", "Wednesday"]],
    ["de", ["1. Oktober 2025", "1. Okt.", "Oktober 2025", "Oktober", "Mittwoch"]],
  ])("writes days, months and weekdays in %s", (language, written) => {
    const { day, dayOfYear, month, monthName, weekday } = dateFormats(language);
    const key = "2025-10-01";
    expect([
      day(key),
      dayOfYear(key),
      month("2025-10"),
      monthName("2025-10"),
      weekday(key),
    ]).toEqual(written);
  });
});
