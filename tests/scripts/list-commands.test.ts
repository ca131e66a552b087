import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { arxivAnswer, closeServers, dailyPaper, send, serve } from "../fixtures/local-server.ts";
import { runScript } from "../fixtures/run-script.ts";
import {
  entriesIn,
  printed,
  removeWorkspaces,
  workspaceWith,
  writeIn,
} from "../fixtures/workspaces.ts";

afterEach(closeServers);
afterAll(removeWorkspaces);

/** A command with wrong arguments, and what it says. */
const commands: [string, string[], RegExp][] = [
  ["add", ["nonsense"], /"nonsense" is not an arXiv id/],
  ["add", [], /name at least one paper or file/],
  ["add", ["--root", "/no/such/folder", "2510.01171"], /--root is "\/no\/such\/folder"/],
  ["fetch-daily", ["tomorrow"], /"tomorrow" is not a day such as/],
  ["fetch-daily", ["2025-11-20..2025-11-13"], /ends before it starts/],
  ["list", ["--limit", "few"], /--limit is "few", but must be a whole number of at least 1/],
  ["list", ["--limit", "-3"], /--limit needs a value, but is followed by "-3"/],
  ["list", ["--topik", "bandits"], /no option --topik\. Did you mean --topic\?/],
  ["list", ["--root"], /--root needs a value: --root FOLDER/],
  ["note", [], /name a paper/],
  ["remove", [], /name at least one paper/],
  ["doctor", ["--every"], /no option --every\.\nOptions: --all, /],
  ["doctor", ["all"], /unexpected argument "all"/],
  ["export", ["--format", "docx"], /--format is "docx", but must be one of bibtex/],
  ["ingest", ["--json=yes"], /--json takes no value/],
  ["build", ["--base", "list"], /--base is "list", but must be a path .+ Write \/list\./],
  ["build", ["--address", "https://a.org/b"], /without a path.+ Write https:\/\/a\.org\./],
];

// Each test starts programs that compile the whole chain.
describe("the commands for the papers of an archive", () => {
  it.each(commands)(
    "exit with 2 for wrong arguments, and say why and how to get help: %s %j",
    async (name, options, why) => {
      const { code, out, said } = await runScript(name, options);
      expect([code, out]).toEqual([2, ""]);
      expect(said).toMatch(
        /^npm run ([\w:]+): .+\n\nnpm run \1.+\n\nFor more help, run `npm run \1 -- --help`/s,
      );
      expect(said).toMatch(why);
    },
  );

  it("print an object with the error if they fail with --json", async () => {
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt": printed("Alpha") + printed("Beta"),
    });
    const cases: [string, string[], number, object][] = [
      ["list", ["--jsn"], 2, { error: expect.stringContaining("--json?") }],
      ["list", [], 1, { error: expect.stringContaining("has no papers") }],
      ["note", ["alfa"], 1, { error: expect.stringContaining("has no papers") }],
      ["ingest", [], 0, { seeds: 1, papers: 2, created: 2, removed: 0, dryRun: false }],
      ["ingest", [], 0, { seeds: 1, papers: 2, created: 0, kept: 2, messages: [] }],
      [
        "note",
        ["alfa"],
        1,
        { error: expect.any(String), papers: [{ id: "alpha", title: "Alpha" }] },
      ],
      ["remove", ["alfa"], 1, { failures: [{ id: "alfa", reason: expect.any(String) }] }],
      ["export", ["--out", join(root, "seeds/a-2025-11-13.txt")], 1, { error: expect.any(String) }],
    ];
    for (const [name, options, code, told] of cases) {
      const done = await runScript(name, ["--root", root, "--json", ...options]);
      expect([name, done.code, JSON.parse(done.out)]).toEqual([
        name,
        code,
        expect.objectContaining(told),
      ]);
    }
  });

  it("list: suggests similar topics, sources and papers for unknown ones", async () => {
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt": printed("Alpha") + printed("Beta"),
    });
    await runScript("ingest", ["--root", root]);
    const [topic, source, short, word] = await Promise.all(
      [["--topic", "bandit"], ["--from", "bibtx"], ["--from", "arxiv"], ["alpah"]].map((options) =>
        runScript("list", ["--root", root, ...options]),
      ),
    );
    expect([topic?.code, topic?.said]).toEqual([
      2,
      expect.stringContaining("Similar ids: bandits"),
    ]);
    expect([source?.code, source?.said]).toEqual([2, expect.stringContaining('mean "bibtex"?')]);
    expect(short?.said).toContain('mean "arxiv-atom"?');
    expect([word?.code, word?.out]).toEqual([0, "0 of 2 papers\nSimilar ids: alpha"]);
  });

  it("have help that lists their options", async () => {
    const names = [...new Set(commands.map(([name]) => name))].filter((name) => name !== "build");
    expect(names).toContain("note");
    const results = await Promise.all(names.map((name) => runScript(name, ["--help"])));
    for (const { code, out } of results) {
      expect(code).toBe(0);
      for (const option of ["--dry-run", "--json", "--help", "--root"])
        expect(out).toContain(option);
    }
  });

  it("add: downloads, ingests, and says what was added, was already there, and failed", async () => {
    const local = await serve((path, response) => {
      const ids = new URL(path, "http://a").searchParams.get("id_list");
      if (ids === "2510.00404") return send(response, 200, "text/html", "<html></html>");
      if (ids !== null) return send(response, 200, "application/atom+xml", arxivAnswer(ids));
      return send(response, 404, "application/json", "{}");
    });
    const environment = {
      OFFPRINT_ARXIV: local.address,
      OFFPRINT_DAILY_PAPERS: local.address,
      OFFPRINT_DELAY: "0",
    };
    const root = await workspaceWith({ "seeds/a-2025-11-13.txt": printed("Alpha") });
    const dry = await runScript("add", ["--root", root, "--dry-run", "2510.01171"], environment);
    expect([dry.code, dry.out]).toEqual([
      0,
      `2510.01171: would download ${local.address}/query?id_list=2510.01171&max_results=1 to seeds/added/arxiv-2510.01171.xml; would download ${local.address}/papers/2510.01171 to seeds/added/daily-papers-2510.01171.json`,
    ]);
    expect(local.asked).toEqual([]);
    const first = await runScript("add", ["--root", root, "2510.01171"], environment);
    expect([first.code, first.out, first.said]).toEqual([
      0,
      "2510.01171: saved seeds/added/arxiv-2510.01171.xml\nadded 2510.01171  On 2510.01171 and α\n1 paper added. 1 of 1 request succeeded. The archive has 2 papers.",
      "",
    ]);
    expect(await entriesIn(root)).toEqual(["2025/2510.01171.mdx", "2025/alpha.mdx"]);
    const second = await runScript(
      "add",
      ["--root", root, "--json", "2510.01171", "2510.00404"],
      environment,
    );
    expect(second.code).toBe(1);
    expect(JSON.parse(second.out)).toMatchObject({
      results: [
        { asked: "2510.01171", isNew: false, failures: [] },
        { asked: "2510.00404", failures: [expect.stringMatching(/web page/)] },
      ],
      added: [],
    });
    // As after a run that was killed before it ingested what it had saved.
    await rm(join(root, "content/papers"), { recursive: true });
    const third = await runScript("add", ["--root", root, "2510.01171"], environment);
    expect([third.code, third.out]).toEqual([
      0,
      "2510.01171: already there\nadded 2510.01171  On 2510.01171 and α\n1 paper added. 1 of 1 request succeeded. The archive has 2 papers.",
    ]);
    expect(await entriesIn(root)).toEqual(["2025/2510.01171.mdx", "2025/alpha.mdx"]);
  });

  it("add: says in a dry run what a file contains, and how to retry a source that failed", async () => {
    const local = await serve((path, response) =>
      path.startsWith("/query")
        ? send(response, 200, "application/atom+xml", arxivAnswer("2510.01171"))
        : send(response, 403, "text/plain", "no"),
    );
    const environment = {
      OFFPRINT_ARXIV: local.address,
      OFFPRINT_DAILY_PAPERS: local.address,
      OFFPRINT_DELAY: "0",
    };
    const root = await workspaceWith({
      "refs.bib": "@misc{a, title={On Foo}}",
      "ids.txt": "2510.01171\nnonsense here\n",
    });
    const [refs, ids] = await Promise.all(
      ["refs.bib", "ids.txt"].map((name) =>
        runScript("add", ["--root", root, "--dry-run", join(root, name)], environment),
      ),
    );
    expect([refs?.code, refs?.out]).toEqual([
      0,
      `${join(root, "refs.bib")}: would copy 1 paper to seeds/added/`,
    ]);
    expect([ids?.code, ids?.out]).toEqual([
      1,
      expect.stringMatching(/ids\.txt: would fail: line 2: .+\n2510\.01171: would download http/),
    ]);
    expect(local.asked).toEqual([]);
    const half = await runScript("add", ["--root", root, "2510.01171"], environment);
    expect([half.code, half.out]).toEqual([
      1,
      expect.stringMatching(
        /failed: Daily Papers: .+ answered 403.+npm run add -- --again 2510\.01171\nTo use other servers, set sources/s,
      ),
    ]);
  });

  it("fetches nothing if the clock of the machine has been set back", async () => {
    const root = await workspaceWith({ "seeds/daily-papers/2999-12-31.json": "[]" });
    const { code, said } = await runScript("fetch-daily", ["--root", root, "--dry-run"]);
    expect(code).toBe(1);
    expect(said).toMatch(
      /the clock of this machine shows \d{4}-\d\d-\d\d, but Daily Papers had papers on 2999-12-31\. Set/,
    );
  });

  it("fetch:daily: downloads a range and ingests it, which gives a known paper its id and authors", async () => {
    const day = JSON.stringify([
      {
        paper: dailyPaper("2510.01171", {
          title: "Alpha",
          summary: "We study how Alpha behaves when nobody looks at it for a long while.",
        }),
      },
    ]);
    const local = await serve((_, response) => send(response, 200, "application/json", day));
    const environment = { OFFPRINT_DAILY_PAPERS: local.address, OFFPRINT_DELAY: "0" };
    const root = await workspaceWith({ "seeds/a-2025-11-13.txt": printed("Alpha") });
    await runScript("ingest", ["--root", root]);
    const { code, out } = await runScript(
      "fetch-daily",
      ["--root", root, "2025-11-13..2025-11-14"],
      environment,
    );
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^2025-11-13: 1 paper\n2025-11-14: 1 paper\n2 of 2 days downloaded. The archive has 1 paper/,
      ),
    ]);
    const again = await runScript(
      "fetch-daily",
      ["--root", root, "2025-11-13..2025-11-14"],
      environment,
    );
    expect([again.code, again.out.split("\n").at(-1)]).toEqual([
      0,
      "0 of 2 days downloaded, 2 already there. The archive has 1 paper.",
    ]);
    expect(await entriesIn(root)).toEqual(["2025/2510.01171.mdx"]);
    const entry = await readFile(join(root, "content/papers/2025/2510.01171.mdx"), "utf8");
    expect(entry).toMatch(/authors:\n {2}- name: Ada Byron\n/);
    expect(entry).toMatch(/aliases:\n {2}- alpha\n/);
    expect(entry).toMatch(/listed:\n {2}- 2025-11-13\n {2}- 2025-11-14\n/);
  });

  it("remove: removes a paper for every ingest, keeps seeds and notes, and restores it", async () => {
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt": printed("Alpha") + printed("Beta"),
      "content/removed.yaml": "# my own words\n- some-other-paper\n",
      "content/notes/alpha.mdx": "---\nstatus: read\n---\n\nMine.\n",
    });
    await runScript("ingest", ["--root", root]);
    const before = await readFile(join(root, "content/papers/2025/alpha.mdx"), "utf8");
    const dry = await runScript("remove", ["--root", root, "--dry-run", "alpha"]);
    expect([dry.code, dry.out]).toEqual([0, "would remove alpha  Alpha"]);
    const page = "https://example.org/list/papers/alpha/";
    const { code, out, said } = await runScript("remove", ["--root", root, page, "gamma"]);
    expect([code, out.split("\n")[0], said]).toEqual([
      1,
      "removed alpha  Alpha",
      expect.stringMatching(/^gamma: no paper has this name/),
    ]);
    // An incomplete seed must not restore it either.
    await writeIn(root, "seeds/broken.bib", "@misc{a, title={cut");
    await runScript("ingest", ["--root", root]);
    expect(await entriesIn(root)).toEqual(["2025/beta.mdx"]);
    expect(await readFile(join(root, "content/notes/alpha.mdx"), "utf8")).toContain("Mine.");
    expect(await readFile(join(root, "content/removed.yaml"), "utf8")).toBe(
      '# my own words\n- some-other-paper\n- { id: "alpha", title: "Alpha" }\n',
    );
    const undo = await runScript("remove", ["--root", root, "--undo", page]);
    expect([undo.code, undo.out.split("\n")[0]]).toEqual([0, `restored ${page}`]);
    expect(await readFile(join(root, "content/removed.yaml"), "utf8")).toBe(
      '# my own words\n- some-other-paper\n- { id: "alpha", title: "Alpha", restored: true }\n',
    );
    expect(await readFile(join(root, "content/papers/2025/alpha.mdx"), "utf8")).toBe(before);
  });

  it("list and doctor: show the papers and what is missing", async () => {
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt": printed("Alpha") + printed("Beta", "Nov 2"),
      "seeds/ids.txt": "2510.01171\n",
    });
    await runScript("ingest", ["--root", root]);
    const [listed, doctor, broken] = await Promise.all([
      runScript("list", ["--root", root, "alpha"]),
      runScript("doctor", ["--root", root, "--json"]),
      writeIn(root, "seeds/broken.bib", "@misc{a, title={cut").then(() =>
        runScript("doctor", ["--root", root]),
      ),
    ]);
    expect(listed).toEqual({ code: 0, out: "alpha  2025-10-01  Alpha\n1 of 2 papers", said: "" });
    const { findings } = JSON.parse(doctor.out);
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: "missing",
          title: "papers without authors",
          items: ["alpha", "beta"],
        }),
        expect.objectContaining({ kind: "missing", title: "papers with only an id" }),
        expect.objectContaining({ kind: "unsorted", title: "papers without a topic" }),
      ]),
    );
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/^error {2}broken: errors in seeds, notes or settings \(1\)/);
  });

  it("export: writes all formats, and its JSON lines give the same archive again", async () => {
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt":
        printed("Alpha with $x^2 < y$, {braces} and *stars*") + printed("Beta"),
      "seeds/b.xml": arxivAnswer("2510.01171"),
      "seeds/c.bib":
        "@article{a, title={On Foo}, year=2018, author={Byron, Ada}, doi={10.1000/x}, journal={Foo \\& Bar}, volume=3, pages={1--9}}",
    });
    await runScript("ingest", ["--root", root]);
    const { code, out } = await runScript("export", ["--root", root, "--json"]);
    expect(code).toBe(0);
    const { papers, files } = JSON.parse(out);
    expect([papers, files.map(({ path }: { path: string }) => path.slice(root.length))]).toEqual([
      4,
      ["bib", "ris", "csl.json", "jsonl", "csv", "md"].map((ending) => `/export/papers.${ending}`),
    ]);
    const jsonl = await readFile(join(root, "export/papers.jsonl"), "utf8");
    const other = await workspaceWith({ "seeds/papers.jsonl": jsonl });
    const { said } = await runScript("ingest", ["--root", other]);
    expect(said).toMatch(/\[new-addresses\]\n[^\n]*\n1 info$/);
    const entries = await entriesIn(root);
    expect(await entriesIn(other)).toEqual(entries);
    for (const entry of entries) {
      const path = join("content/papers", entry);
      expect(await readFile(join(other, path), "utf8")).toBe(
        await readFile(join(root, path), "utf8"),
      );
    }
    const elsewhere = await workspaceWith({ "mine/papers.bib": "mine" });
    const refused = await runScript("export", ["--root", root, "--out", join(elsewhere, "mine")]);
    expect([refused.code, await readFile(join(elsewhere, "mine/papers.bib"), "utf8")]).toEqual([
      1,
      "mine",
    ]);
  });
});
