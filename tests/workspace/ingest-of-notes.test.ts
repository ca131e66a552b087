import { cp, readdir, readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { ingestIfChanged } from "../../src/workspace/unchanged/ingest-if-changed.ts";
import { previewOfNotes } from "../../src/workspace/unchanged/ingest-of-notes.ts";
import { digestInputs } from "../../src/workspace/unchanged/inputs.ts";
import {
  type IngestSummary,
  lastIngest,
  summaryOf,
} from "../../src/workspace/unchanged/last-ingest.ts";
import { printed, removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const corrected = "corrections:\n  title: Beta of Bees\n";
const files = {
  "scripts/a.ts": "",
  "package.json": "{}\n",
  "seeds/a-2025-11-13.txt": ["Alpha", "Beta", "Cicadas"].map((title) => printed(title)).join(""),
  "content/notes/alpha.mdx": "---\nstatus: reading\n---\nGood.\n",
  "content/notes/beta.mdx": `---\n${corrected}---\n`,
};

async function contentOf(root: string): Promise<string[]> {
  const folder = join(root, "content");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = paths.map(
    async (path) => `${relative(folder, path)}\n${await readFile(path, "utf8")}`,
  );
  return (await Promise.all(texts)).sort();
}

/** Ingests as the command does, and as it would without a cache. */
async function ingested(root: string): Promise<{ report: IngestSummary; hasRun: boolean }> {
  const clean = await workspaceWith({});
  await cp(root, clean, { recursive: true, filter: (path) => !path.endsWith(".cache") });
  let hasRun = false;
  const report = await ingestIfChanged(workspaceAt(root), root, () => {
    hasRun = true;
    return runIngest(root);
  });
  expect(report).toEqual(summaryOf(await runIngest(clean)));
  expect(await contentOf(root)).toEqual(await contentOf(clean));
  return { report, hasRun };
}

describe("an ingest after an edit of a note", () => {
  it.each([
    ["another text", "alpha", "---\nstatus: reading\n---\nBetter.\n"],
    ["other marks", "alpha", "---\nstatus: read\nrating: 5\nreadOn: 2025-11-20\n---\nGood.\n"],
    ["a status further down", "alpha", "---\nrating: 4\n\nstatus: to-read\n---\nGood.\n"],
    ["a text beside corrections", "beta", `---\n${corrected}---\nMine.\n`],
    ["new tags", "alpha", "---\nstatus: reading\ntags: [ants]\n---\nGood.\n"],
    ["a correction", "alpha", "---\ncorrections:\n  title: Alpha of Ants\n---\nGood.\n"],
    ["another correction", "beta", "---\ncorrections:\n  title: Beta of $x^2$\n---\n"],
    ["no correction", "beta", "---\nstatus: read\n---\n"],
    ["a correction on another line", "beta", `---\nstatus: read\n${corrected}---\n`],
    ["another day", "alpha", "---\ncorrections:\n  published: 2025-02-01\n---\n"],
    ["other topics", "alpha", "---\ncorrections:\n  topics: [bandits, theory]\n---\n"],
    ["a venue", "alpha", "---\nvenue: { kind: journal, name: Bees }\n---\n"],
    ["a first note", "cicadas", "---\nstatus: reading\n---\nMine.\n"],
    ["a first correction", "cicadas", "---\ncorrections:\n  title: Songs of Cicadas\n---\n"],
    ["a draft", "alpha", "---\nstatus: reading\ndraft: true\n---\nGood.\n"],
  ])("reads no seed for %s", async (_, id, text) => {
    const root = await workspaceWith(files);
    await ingested(root);
    await writeIn(root, `content/notes/${id}.mdx`, text);
    expect(await ingested(root)).toMatchObject({ hasRun: false });
    expect(await ingested(root)).toMatchObject({ hasRun: false });
  });

  it.each([
    ["another text", "alpha", "---\ncorrections:\n  abstract: Of ants.\n---\nGood.\n"],
    ["another year", "alpha", "---\ncorrections:\n  published: 2024-02-01\n---\n"],
    ["no day", "alpha", "---\ncorrections:\n  published: null\n---\n"],
    ["an author", "alpha", "---\ncorrections:\n  authors: [Ada Bee]\n---\n"],
    ["an id", "alpha", "---\ncorrections:\n  ids: { doi: 10.1000/bees }\n---\n"],
    ["an empty title", "alpha", "---\ncorrections:\n  title: $$\n---\n"],
    ["a topic that there is not", "alpha", "---\ncorrections:\n  topics: [ants]\n---\n"],
    [
      "a formula that there is not",
      "alpha",
      "---\ncorrections:\n  formulas: [{ text: y, latex: z }]\n---\n",
    ],
    ["a title of its own", "zeta", "---\ntitle: Alpha\n---\n"],
    ["a paper of its own", "zeta", "---\ntitle: Zeta\npublished: 2025-01-01\n---\n"],
    ["another paper", "alpha", "---\nsameAs: [beta]\n---\n"],
    ["a paper that is not the same", "alpha", "---\ndifferentFrom: [beta]\n---\n"],
    ["a fault", "alpha", "---\nstatus: somewhen\n---\nGood.\n"],
    ["a conflict", "alpha", "---\nstatus: reading\n---\n<<<<<<< a\nA\n=======\nB\n>>>>>>> b\n"],
    ["a note of no paper", "delta", "---\nstatus: reading\n---\n"],
  ])("gives what one without a cache gives, with %s", async (_, id, text) => {
    const root = await workspaceWith(files);
    await ingested(root);
    await writeIn(root, `content/notes/${id}.mdx`, text);
    await ingested(root);
    await ingested(root);
    await writeIn(root, "content/notes/alpha.mdx", "---\nstatus: read\n---\nGood.\n");
    await ingested(root);
  });

  it("is made in a preview without a look at other papers, if it had a note before", async () => {
    const root = await workspaceWith(files);
    await ingested(root);
    const workspace = workspaceAt(root);
    let last = await lastIngest(workspace);
    const preview = async (path: string, text: string) => {
      await writeIn(root, path, text);
      const clean = await workspaceWith({});
      await cp(root, clean, { recursive: true, filter: (one) => !one.endsWith(".cache") });
      const made =
        last && (await previewOfNotes(workspace, root, digestInputs(workspace, root), last));
      if (!made) return false;
      last = made.last;
      expect(made.report).toEqual(summaryOf(await runIngest(clean, { isPreview: true })));
      expect(await contentOf(root)).toEqual(await contentOf(clean));
      return true;
    };
    const beta = "content/notes/beta.mdx";
    expect(await preview(beta, "---\ncorrections:\n  title: Beta of Bugs\n---\n")).toBe(true);
    expect(await preview(beta, "---\nrating: 2\n---\nGood.\n")).toBe(true);
    expect(await preview(beta, "---\nsameAs: [alpha]\n---\n")).toBe(false);
    expect(await preview(beta, "---\ncorrections:\n  comments: 3\n---\n")).toBe(true);
    expect(await preview("content/notes/cicadas.mdx", "Songs.\n")).toBe(false);
    await ingested(root);
  });

  it("forgets what was said of a note with a fault when that is gone", async () => {
    const root = await workspaceWith(files);
    await ingested(root);
    await writeIn(root, "content/notes/cicadas.mdx", "---\nstatus: somewhen\n---\n");
    await ingested(root);
    await rm(join(root, "content/notes/cicadas.mdx"));
    await writeIn(root, "content/notes/alpha.mdx", "---\nstatus: read\n---\nGood.\n");
    const { report } = await ingested(root);
    expect(report.messages).toEqual([]);
  });

  it("says which of two new notes in folders is of no use", async () => {
    const root = await workspaceWith(files);
    await ingested(root);
    await writeIn(root, "content/notes/a/cicadas.mdx", "---\nstatus: read\n---\nMine.\n");
    await writeIn(root, "content/notes/cicadas.mdx", "---\ncorrections: { comments: 3 }\n---\n");
    const { report } = await ingested(root);
    expect(report.messages.map(({ rule }) => rule)).toEqual(["duplicate-note"]);
  });

  it("counts a restored formula no more when a note corrects it, though the paper was remembered", async () => {
    const text =
      "We show O(n log n) and x_1 in mathbb{R}, then O(n log n) for all alpha_i leq beta.";
    const seed = `Formulas\n\n${text}\n\n  • 2 authors\n\n·\n\nOct 1, 2025\n\n`;
    const root = await workspaceWith({ ...files, "seeds/b-2025-11-14.txt": seed });
    await ingested(root);
    const formula = "{ text: O(n log n), latex: 'O(n\\log n)', occurrence: 2 }";
    const path = "content/notes/formulas.mdx";
    await writeIn(root, path, `---\ncorrections:\n  formulas: [${formula}]\n---\n`);
    await ingested(root);
    await writeIn(root, path, "---\ncorrections: { comments: 3 }\n---\n");
    await ingested(root);
  });

  it("adds the lists of a note to the addresses, but not those of a note without a paper", async () => {
    const root = await workspaceWith(files);
    await ingested(root);
    await writeIn(root, "content/notes/alpha.mdx", "---\nrating: 3\n---\nGood.\n");
    const { report } = await ingested(root);
    expect(report.unrecorded?.reason).toContain("reading-list/rated/3");
    await writeIn(root, "content/notes/gamma.mdx", "---\nstatus: reading\n---\n");
    await ingested(root);
    await writeIn(root, "content/notes/gamma.mdx", "---\nrating: 1\n---\n");
    await ingested(root);
  });
});
