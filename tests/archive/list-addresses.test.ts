import { expect, it } from "vitest";
import { buildArchive } from "../../src/archive/archive.ts";
import { listAddresses } from "../../src/archive/list-addresses.ts";
import { entry } from "../fixtures/papers.ts";

it("are those of the lists that the archive has", () => {
  const papers = [
    entry({ id: "a", published: "2025-10-01", listed: ["2025-10-02", "2025-11-13"] }),
    entry({ id: "b", publishedIn: "2024-05", organization: { handle: "Bees", name: "Bees" } }),
    entry({ id: "c", publishedIn: "2014", topics: [{ id: "rl", score: 1, evidence: [] }] }),
    entry({ id: "d", listed: ["2023-01-09"], organization: { handle: "bees", name: "Bees" } }),
    entry({ id: "e", authors: [{ name: "Ada Byron" }, { name: "Bo" }] }),
    entry({
      id: "f",
      authors: [{ name: "Ada Byron" }],
      links: [{ kind: "code", url: "https://github.com/a/b" }],
    }),
  ];
  const { days, weeks, months, years, organizations, authors } = buildArchive(papers);
  const paths = [
    ...days.map(({ key }) => `days/${key}`),
    ...weeks.map(({ key }) => `weeks/${key}`),
    ...months.map(({ key }) => `months/${key}`),
    ...years.map(({ key }) => `years/${key}`),
    ...organizations.map(({ key }) => `organizations/${key}`),
    ...authors.map(({ key }) => `authors/${key}`),
    "authors/letter/b",
    "days/undated",
    "topics/unsorted",
    "with-code",
  ];
  expect(paths).toHaveLength(20);
  expect(listAddresses(papers)).toEqual(paths.toSorted());
  expect(listAddresses([])).toEqual([]);
});
