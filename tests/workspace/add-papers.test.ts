import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { readSeed } from "../../src/ingest/read-seed.ts";
import { site } from "../../src/schemas/site.ts";
import { type Added, addPapers } from "../../src/workspace/add/add-papers.ts";
import { type Target, targetOf } from "../../src/workspace/add/target.ts";
import { fetchDays } from "../../src/workspace/network/fetch-days.ts";
import { sourcesOf } from "../../src/workspace/network/sources.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { arxivAnswer, closeServers, dailyPaper, send, serve } from "../fixtures/local-server.ts";
import { removeWorkspaces, seedsOf, workspaceWith } from "../fixtures/workspaces.ts";

afterEach(closeServers);
afterAll(removeWorkspaces);

const csl = (doi: string) => ({
  type: "article",
  title: `On ${doi}`,
  DOI: doi,
  author: [{ family: "Byron", given: "Ada" }],
});

/** Responds like arXiv, Daily Papers and the DOI registry. */
async function sourcesAt(answers: Record<string, [number, string, string]> = {}) {
  const local = await serve((path, response) => {
    const given = answers[path.split("?")[0] ?? ""];
    if (given) return send(response, ...given);
    const ids = new URL(path, "http://a").searchParams.get("id_list");
    if (ids !== null)
      return send(response, 200, "application/atom+xml", arxivAnswer(...ids.split(",")));
    const paper = /^\/daily\/papers\/(.+)$/.exec(path)?.[1];
    if (paper === "2510.01171")
      return send(response, 200, "application/json", JSON.stringify(dailyPaper(paper)));
    const doi = /^\/doi\/(.+)$/.exec(path)?.[1];
    if (doi?.startsWith("10.1000"))
      return send(response, 200, "application/json", JSON.stringify(csl(decodeURIComponent(doi))));
    return send(response, 404, "application/json", '{"error":"Not found"}');
  });
  const environment = {
    OFFPRINT_ARXIV: `${local.address}/arxiv`,
    OFFPRINT_DAILY_PAPERS: `${local.address}/daily/`,
    OFFPRINT_DOI: `${local.address}/doi`,
    OFFPRINT_OPENREVIEW: `${local.address}/openreview`,
    OFFPRINT_SEMANTIC_SCHOLAR: `${local.address}/scholar`,
    OFFPRINT_DELAY: "0",
  };
  return { sources: sourcesOf(site.parse({}), environment), asked: local.asked };
}

async function add(
  root: string,
  sources: Awaited<ReturnType<typeof sourcesAt>>["sources"],
  ...words: string[]
) {
  const targets = words.map((asked) => {
    const target: Target = targetOf(asked, () => false) ?? {
      kind: "file",
      path: join(root, asked),
    };
    return { asked, target };
  });
  const results: Added[] = [];
  const context = { workspace: workspaceAt(root), sources, isKnown: () => false };
  for await (const added of addPapers(targets, context)) results.push(added);
  return results;
}
describe("a link of a site with ids of its own", () => {
  const sha = "0123456789abcdef0123456789abcdef01234567";
  const json = (value: object): [number, string, string] => [
    200,
    "application/json",
    JSON.stringify(value),
  ];
  const bib =
    "@inproceedings{byron2024,\ntitle={On {B}ees},\nauthor={Ada Byron},\nbooktitle={Hives},\nyear={2024}\n}";
  const fields = { title: "On Bees", authors: ["Ada Byron"], keywords: ["bees"], _bibtex: bib };
  const note = (content: object) => ({ notes: [{ id: "abcDEF123", forum: "abcDEF123", content }] });
  const wrapped = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, { value }]),
  );

  it.each([
    ["the current API of OpenReview", wrapped],
    ["its former API", fields],
  ])("adds a paper by %s", async (_, content) => {
    const root = await workspaceWith({});
    const { sources } = await sourcesAt({ "/openreview/notes": json(note(content)) });
    const [added] = await add(root, sources, "https://openreview.net/forum?id=abcDEF123");
    expect(added).toMatchObject({ isNew: true, failures: [] });
    const file = added?.files[0] ?? "";
    expect(file).toMatch(/^seeds\/added\/openreview-abcdef123-[0-9a-f]{6}\.json$/);
    const bytes = await readFile(join(root, file));
    expect(readSeed({ path: file, bytes }, { seedYears: {} })).toMatchObject({
      value: [
        {
          title: "On Bees",
          authors: [{ name: "Ada Byron" }],
          venue: { kind: "conference", name: "Hives" },
          publishedIn: "2024",
          citationKey: "byron2024",
          keywords: ["bees"],
          links: [{ kind: "other", url: "https://openreview.net/forum?id=abcDEF123" }],
          source: { format: "openreview", file, line: 1 },
        },
      ],
      messages: [],
    });
  });

  it("adds a paper that only the former API of OpenReview has", async () => {
    const asked: string[] = [];
    const usual = sourcesOf(site.parse({ sources: { delay: 0 } }), {});
    const sources = {
      ...usual,
      fetch: async ({ url }: { url: string }) => {
        asked.push(new URL(url).host);
        const answer = asked.length === 1 ? { notes: [] } : note(fields);
        const bytes = new TextEncoder().encode(JSON.stringify(answer));
        return { bytes, type: "application/json", url };
      },
    };
    const [added] = await add(
      await workspaceWith({}),
      sources,
      "https://openreview.net/forum?id=abcDEF123",
    );
    expect(added).toMatchObject({ isNew: true, failures: [] });
    expect(asked).toEqual(["api2.openreview.net", "api.openreview.net"]);
  });

  it("adds a paper of Semantic Scholar with its ids elsewhere", async () => {
    const root = await workspaceWith({});
    const record = { paperId: sha, title: "On Bees", externalIds: { DOI: "10.1000/bees" } };
    const { sources } = await sourcesAt({ [`/scholar/paper/${sha}`]: json(record) });
    const link = `https://www.semanticscholar.org/paper/On-Bees/${sha}`;
    const [added] = await add(root, sources, link);
    expect(added?.files).toEqual([`seeds/added/semantic-scholar-${sha}.json`]);
    const bytes = await readFile(join(root, added?.files[0] ?? ""));
    const { value } = readSeed({ path: "a.json", bytes }, { seedYears: {} });
    expect(value).toMatchObject([{ title: "On Bees", ids: { doi: "10.1000/bees" } }]);
  });

  it.each<[string, [number, string, string]]>([
    ["does not have it", [404, "application/json", "{}"]],
    ["has an empty answer", json({ notes: [] })],
    ["answers with a page", [200, "text/html", "<!doctype html><title>Sign in</title>"]],
  ])("says what to give instead where the site %s", async (_, answer) => {
    const root = await workspaceWith({});
    const { sources } = await sourcesAt({ "/openreview/notes": answer });
    const [added] = await add(root, sources, "https://openreview.net/forum?id=abcDEF123");
    expect(added).toMatchObject({ isNew: false, files: [] });
    expect(added?.failures).toEqual([
      expect.stringMatching(/^OpenReview: .+\. Give the DOI or the arXiv id that its page shows/),
    ]);
  });
});

describe("addPapers", () => {
  it("asks arXiv and Daily Papers, and saves their answers unchanged", async () => {
    const root = await workspaceWith({});
    const { sources, asked } = await sourcesAt();
    expect(await add(root, sources, "2510.01171v2", "hep-th/9901001")).toEqual([
      {
        asked: "2510.01171v2",
        files: ["seeds/added/arxiv-2510.01171.xml", "seeds/added/daily-papers-2510.01171.json"],
        replaced: [],
        isNew: true,
        failures: [],
      },
      {
        asked: "hep-th/9901001",
        files: ["seeds/added/arxiv-hep-th-9901001.xml"],
        replaced: [],
        isNew: true,
        failures: [],
      },
    ]);
    expect(asked.map(({ path }) => path)).toEqual([
      "/arxiv/query?id_list=2510.01171,hep-th%2F9901001&max_results=2",
      "/daily/papers/2510.01171",
      "/daily/papers/hep-th/9901001",
    ]);
    const saved = await readFile(join(root, "seeds/added/arxiv-2510.01171.xml"), "utf8");
    expect(saved).toBe(arxivAnswer("2510.01171"));
  });

  it("asks the DOI registry for CSL-JSON", async () => {
    const root = await workspaceWith({});
    const { sources, asked } = await sourcesAt();
    const [added] = await add(root, sources, "10.1000/JHEP02(2016)087");
    expect(added).toMatchObject({
      files: ["seeds/added/doi-10.1000-jhep02-2016-087.json"],
      failures: [],
    });
    expect(asked).toMatchObject([{ accept: "application/vnd.citationstyles.csl+json" }]);
  });

  it.each<[string, [number, string, string], RegExp]>([
    [
      "a page instead of data",
      [200, "text/html", "<!DOCTYPE html><title>arxiv.org/</title>"],
      /a web page instead/,
    ],
    ["an empty feed", [200, "application/atom+xml", arxivAnswer()], /does not have this paper/],
    [
      "arXiv's own error",
      [
        200,
        "application/atom+xml",
        "<feed><entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>bad id</summary></entry></feed>",
      ],
      /does not have this paper/,
    ],
    ["another paper", [200, "application/atom+xml", arxivAnswer("2510.09999")], /another paper/],
    [
      "half an answer",
      [200, "application/atom+xml", arxivAnswer("2510.01172").slice(0, 250)],
      /something other/,
    ],
    ["a refusal", [403, "text/plain", "no"], /answered 403/],
    ["a fault that stays", [500, "text/plain", "no"], /answered 500/],
  ])("saves no seed if arXiv answers with %s", async (_, answer, reason) => {
    const root = await workspaceWith({});
    const { sources } = await sourcesAt({ "/arxiv/query": answer });
    const [added] = await add(root, sources, "2510.01172");
    expect(added).toMatchObject({
      files: [],
      isNew: false,
      failures: [expect.stringMatching(reason)],
    });
    expect(await seedsOf(root)).toEqual([]);
  });

  it("keeps the answer of one source if the other fails, and reports the failure", async () => {
    const root = await workspaceWith({});
    const { sources } = await sourcesAt({ "/arxiv/query": [403, "text/plain", "no"] });
    expect(await add(root, sources, "2510.01171")).toMatchObject([
      {
        files: ["seeds/added/daily-papers-2510.01171.json"],
        isNew: true,
        failures: [expect.stringMatching(/^arXiv: 127\.0\.0\.1:\d+ answered 403/)],
      },
    ]);
  });

  it("copies a file once", async () => {
    const root = await workspaceWith({ "My_Refs.BIB": "@misc{a, title={On Foo}}" });
    const { sources } = await sourcesAt();
    expect(await add(root, sources, "My_Refs.BIB")).toMatchObject([
      { files: ["seeds/added/my-refs.bib"], isNew: true },
    ]);
    expect(await add(root, sources, "My_Refs.BIB")).toMatchObject([{ isNew: false, failures: [] }]);
    expect(await seedsOf(root)).toEqual(["my-refs.bib"]);
  });

  it("does not copy a file without papers", async () => {
    const root = await workspaceWith({
      "notes.txt": "Some thoughts.\n",
      "empty.bib": "% nothing\n@comment{x}",
    });
    const { sources } = await sourcesAt();
    const results = await add(root, sources, "notes.txt", "empty.bib");
    expect(results.map(({ files, failures }) => [files, failures.length])).toEqual([
      [[], 1],
      [[], 1],
    ]);
  });

  it("fetches every paper of a list of ids", async () => {
    const root = await workspaceWith({
      "ids.txt": "2510.01171\n# later\nhttps://doi.org/10.1000/x\n",
    });
    const { sources } = await sourcesAt();
    const results = await add(root, sources, "ids.txt");
    expect(results.map(({ asked, isNew }) => [asked, isNew])).toEqual([
      ["2510.01171", true],
      ["10.1000/x", true],
    ]);
    expect(await seedsOf(root)).toEqual([
      "arxiv-2510.01171.xml",
      "daily-papers-2510.01171.json",
      "doi-10.1000-x.json",
    ]);
  });

  it("does not ask Daily Papers if the owner turned it off", async () => {
    const root = await workspaceWith({});
    const { asked } = await sourcesAt();
    const local = await serve((_, response) =>
      send(response, 200, "application/atom+xml", arxivAnswer("2510.01171")),
    );
    const sources = sourcesOf(
      site.parse({ sources: { dailyPapers: false, arxiv: local.address, delay: 0 } }),
      { OFFPRINT_DAILY_PAPERS: "http://127.0.0.1:1/" },
    );
    expect(await add(root, sources, "2510.01171")).toMatchObject([{ isNew: true, failures: [] }]);
    const days = [];
    for await (const day of fetchDays(["2025-11-13"], workspaceAt(root), sources, "2025-11-20"))
      days.push(day);
    expect(days).toEqual([
      {
        day: "2025-11-13",
        state: "not asked",
        reason: "sources.dailyPapers is false in content/site.yaml",
      },
    ]);
    expect([asked, local.asked.length]).toEqual([[], 1]);
  });
});
