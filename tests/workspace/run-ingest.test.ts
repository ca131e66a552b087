import { readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readArchive } from "../../src/workspace/read-archive.ts";
import { type IngestReport, runIngest } from "../../src/workspace/run-ingest.ts";
import {
  engine,
  entriesIn,
  printed,
  removeWorkspaces,
  workspaceWith,
  writeIn,
} from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const seedPath = "seeds/daily-papers-11-13.txt";
const seed = await readFile(join(engine, "tests/fixtures/daily-papers-11-13.txt"), "utf8");
const none = { created: 0, updated: 0, kept: 0, moved: 0, removed: 0 };
const counts = ({ created, updated, kept, moved, removed }: IngestReport) => ({
  created,
  updated,
  kept,
  moved,
  removed,
});
const said = ({ messages }: IngestReport) =>
  messages.map(({ severity, rule, place }) =>
    [severity, rule, place?.file, place?.line].filter((part) => part !== undefined).join(" "),
  );

describe("runIngest", () => {
  it("writes the seed's 62 entries, and nothing in a second run", async () => {
    const root = await workspaceWith({ [seedPath]: seed });
    const first = await runIngest(root);
    expect(first).toMatchObject({ seeds: 1, papers: 62, messages: [], ...none, created: 62 });
    expect(await entriesIn(root)).toHaveLength(62);
    expect(counts(await runIngest(root))).toEqual({ ...none, kept: 62 });
  });

  it("only reports what it would do in a dry run", async () => {
    const root = await workspaceWith({ "seeds/a-2025-11-13.txt": printed("Alpha") });
    expect(counts(await runIngest(root, { dryRun: true }))).toEqual({ ...none, created: 1 });
    expect(await entriesIn(root)).toEqual([]);
  });

  it("names an entry without a paper before it is removed", async () => {
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt": printed("Alpha"),
      "seeds/b/c-2025-11-13.txt": printed("Beta"),
    });
    await runIngest(root);
    await unlink(join(root, "seeds/b/c-2025-11-13.txt"));
    const named: string[] = [];
    const report = await runIngest(root, { beforeRemoval: (paths) => named.push(...paths) });
    expect(named).toEqual(["content/papers/2025/beta.mdx"]);
    expect(counts(report)).toEqual({ ...none, kept: 1, removed: 1 });
    expect(await entriesIn(root)).toEqual(["2025/alpha.mdx"]);
  });

  it("reports papers and seeds in the owner's files that do not exist, with the nearest names", async () => {
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt": printed("Alpha") + printed("Beta"),
      "content/removed.yaml": "- betta\n- { id: quite-another-paper }\n",
      "content/site.yaml": "title: A\nseedYears:\n  a-2025-11-31.txt: 2025\n",
      "content/notes/alhpa.mdx": "Mine.\n",
    });
    const { messages } = await runIngest(root);
    expect(messages.map(({ rule, place, hint }) => [rule, place, hint])).toEqual([
      [
        "unused-seed-year",
        { file: "content/site.yaml", line: 3 },
        expect.stringContaining("Similar files: a-2025-11-13.txt."),
      ],
      ["note-without-paper", expect.anything(), expect.stringContaining("similar ids: alpha)")],
      [
        "unused-removal",
        { file: "content/removed.yaml", line: 1 },
        expect.stringMatching(/^Similar ids: beta\./),
      ],
      [
        "unused-removal",
        { file: "content/removed.yaml", line: 2 },
        expect.stringMatching(/^If the id is right/),
      ],
    ]);
  });

  it("reads the owner's files in UTF-16, and changes nothing while one of them is not text", async () => {
    const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt": printed("Alpha"),
      "content/site.yaml": utf16("title: 5\n"),
      "content/notes/alpha.mdx": utf16("---\nrating: 9\n---\n"),
    });
    expect(said(await runIngest(root))).toEqual(["error invalid-setting content/site.yaml 1"]);
    await writeIn(root, "content/site.yaml", Buffer.from("title: caf\xe9\n", "latin1"));
    expect(said(await runIngest(root))).toEqual(["error invalid-encoding content/site.yaml 1"]);
    expect(await entriesIn(root)).toEqual([]);
    await unlink(join(root, "content/site.yaml"));
    expect(said(await runIngest(root))).toEqual(["error invalid-note content/notes/alpha.mdx 2"]);
  });

  it("names an entry that moves to another year, and removes none", async () => {
    const root = await workspaceWith({
      "seeds/a.txt": printed("Alpha", "Oct 1"),
      "content/site.yaml": "seedYears:\n  a.txt: 2024\n",
    });
    await runIngest(root);
    await writeIn(root, "content/site.yaml", "seedYears:\n  a.txt: 2025\n");
    const named: unknown[] = [];
    const report = await runIngest(root, {
      beforeRemoval: (paths, moves) => named.push(...paths, ...moves),
    });
    expect(named).toEqual([
      { from: "content/papers/2024/alpha.mdx", to: "content/papers/2025/alpha.mdx" },
    ]);
    expect(counts(report)).toEqual({ ...none, moved: 1 });
    expect(await entriesIn(root)).toEqual(["2025/alpha.mdx"]);
  });

  it("reads the owner's notes, and reports files in their folder that are not notes", async () => {
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt": printed("Alpha"),
      "content/notes/alpha.mdx": "---\ncorrections:\n  published: 2024-09-30\n---\nMine.\n",
      "content/notes/beta.md": "Mine too.\n",
      "content/notes/README.md": "What lies here.\n",
    });
    expect(said(await runIngest(root))).toEqual(["warning note-extension content/notes/beta.md"]);
    expect(await entriesIn(root)).toEqual(["2024/alpha.mdx"]);
    expect(counts(await runIngest(root))).toEqual({ ...none, kept: 1 });
  });

  it("makes one entry of a paper in two seeds", async () => {
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt": printed("Alpha"),
      "seeds/b-2025-11-13.txt": printed("Alpha"),
    });
    expect(await runIngest(root)).toMatchObject({ seeds: 2, papers: 1, created: 1, messages: [] });
  });

  it("reads a page that was cut off, and reports where it ends", async () => {
    const cut = seed.slice(0, seed.indexOf("Weighted Tallying Bandits") + 400);
    const root = await workspaceWith({ [seedPath]: cut });
    const report = await runIngest(root);
    expect(said(report)).toEqual([`error cut-off-abstract ${seedPath} 403`]);
    // The text of the paper that is cut off at the end of the page is kept.
    expect(report.papers).toBe(52);
    expect(await entriesIn(root)).toHaveLength(52);
  });

  it("removes nothing if a seed cannot be read, and reports which", async () => {
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt": printed("Alpha"),
      "seeds/b-2025-11-13.txt": printed("Beta"),
    });
    await runIngest(root);
    await writeIn(root, "seeds/b-2025-11-13.txt", "Nothing of use.\n");
    expect(said(await runIngest(root))).toEqual([
      "error unknown-format seeds/b-2025-11-13.txt",
      "info entry-kept content/papers/2025/beta.mdx",
    ]);
    expect(await entriesIn(root)).toEqual(["2025/alpha.mdx", "2025/beta.mdx"]);
  });

  it.each(["it's: b", "two\n\nlines", "# é"])(
    "removes nothing of %j.bib that had papers and has none now",
    async (name) => {
      const seed = `seeds/${name}.bib`;
      const root = await workspaceWith({
        "seeds/a-2025-11-13.txt": printed("Alpha"),
        [seed]: "@misc{b, title={Beta}}\n@misc{c, title={Gamma}}\n",
      });
      await runIngest(root);
      await writeIn(root, seed, "@comment{nothing}\n");
      const report = await runIngest(root);
      expect(said(report)).toEqual([
        `error no-papers-now ${seed}`,
        `warning no-entries ${seed}`,
        "info entry-kept content/papers/undated/beta.mdx",
        "info entry-kept content/papers/undated/gamma.mdx",
      ]);
      expect(counts(report)).toEqual({ ...none, kept: 1 });
    },
  );

  it("warns about a seed of which most papers are gone", async () => {
    const entries = Array.from(
      { length: 16 },
      (_, at) => `@misc{k${at}, title={Paper ${at}}, year=2020}\n`,
    );
    const root = await workspaceWith({ "seeds/a.bib": entries.join("") });
    await runIngest(root);
    await writeIn(root, "seeds/a.bib", entries.slice(0, 4).join(""));
    const report = await runIngest(root);
    expect(said(report)).toEqual([
      "warning fewer-papers seeds/a.bib",
      "info gone-papers content/addresses.jsonl",
    ]);
    expect(counts(report)).toEqual({ ...none, kept: 4, removed: 12 });
  });

  it("explains an empty seeds folder, and keeps the entries", async () => {
    const root = await workspaceWith({ "seeds/a-2025-11-13.txt": printed("Alpha") });
    await runIngest(root);
    await unlink(join(root, "seeds/a-2025-11-13.txt"));
    const { messages } = await runIngest(root);
    expect(messages[0]).toMatchInlineSnapshot(`
      {
        "hint": "Add a source, such as a BibTeX file, or run \`npm run add -- 2510.01171\`.",
        "place": {
          "file": "seeds/",
        },
        "reason": "The folder seeds/ is empty, so there is nothing to read.",
        "rule": "no-seeds",
        "severity": "error",
      }
    `);
    expect(await entriesIn(root)).toEqual(["2025/alpha.mdx"]);
  });

  it("does not touch an entry that was changed by hand, and reports it", async () => {
    const root = await workspaceWith({ "seeds/a-2025-11-13.txt": printed("Alpha") });
    await runIngest(root);
    const file = join(root, "content/papers/2025/alpha.mdx");
    const mine = `${await readFile(file, "utf8")}\nMy note.\n`;
    await writeIn(root, "content/papers/2025/alpha.mdx", mine);
    expect(said(await runIngest(root))).toEqual([
      "warning edited-entry content/papers/2025/alpha.mdx",
    ]);
    expect(await readFile(file, "utf8")).toBe(mine);
  });

  it("shows a paper once if its entry was edited and its year has changed", async () => {
    const root = await workspaceWith({ "seeds/a.txt": printed("Alpha", "Oct 1, 2024") });
    await runIngest(root);
    const edited = join(root, "content/papers/2024/alpha.mdx");
    await writeIn(root, edited.slice(root.length), `${await readFile(edited, "utf8")}\nMine.\n`);
    await writeIn(root, "seeds/a.txt", printed("Alpha", "Oct 1, 2025"));
    expect(said(await runIngest(root))).toContain(
      "warning edited-entry content/papers/2024/alpha.mdx",
    );
    expect(await entriesIn(root)).toEqual(["2024/alpha.mdx", "2025/alpha.mdx"]);
    const { value } = await readArchive(workspaceAt(root));
    expect(value.map(({ entry: { published } }) => published)).toEqual(["2025-10-01"]);
  });

  it("changes no entry while content/site.yaml has an error", async () => {
    const settings = "seedYears:\n  a.txt: 2024\n";
    const root = await workspaceWith({
      "seeds/a.txt": printed("Alpha", "Oct 1"),
      "content/site.yaml": settings,
    });
    await runIngest(root);
    expect(await entriesIn(root)).toEqual(["2024/alpha.mdx"]);
    await writeIn(root, "content/site.yaml", `titel: X\n${settings}`);
    expect(said(await runIngest(root))).toEqual(["error invalid-setting content/site.yaml 1"]);
    expect(await entriesIn(root)).toEqual(["2024/alpha.mdx"]);
  });
});
