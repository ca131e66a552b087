import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseEntry } from "../../src/workspace/entries.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import {
  engine,
  entriesIn,
  removeWorkspaces,
  workspaceWith,
  writeIn,
} from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const seedPath = "seeds/daily-papers-11-13.txt";
const seed = await readFile(join(engine, "tests/fixtures/daily-papers-11-13.txt"), "utf8");

/** Five of the seed's papers, by the start of their titles. */
const known = [
  "Verbalized Sampling",
  "Best-of-Majority",
  "Differentially Private Sequential",
  "Feynman-Kac Correctors",
  "Metacognitive Reuse",
];

async function entriesOf(root: string) {
  const paths = await entriesIn(root);
  return Promise.all(
    paths.map(async (path) =>
      parseEntry(path, await readFile(join(root, "content/papers", path), "utf8")),
    ),
  );
}

/** Without the characters that have a meaning in BibTeX. */
const plain = (abstract: string) => abstract.trim().replace(/[{}\\%]/g, "");

describe("the seed's papers", () => {
  it("gain authors, ids and links from a source that knows them, and keep their old addresses", async () => {
    const root = await workspaceWith({ [seedPath]: seed });
    await runIngest(root);
    const before = await entriesOf(root);
    const asked = known.map((title) => {
      const found = before.find(({ data }) => data.titleText.startsWith(title));
      if (!found) throw new Error(`The seed has no ${title}.`);
      return found;
    });
    const records = asked.map(
      ({ data, abstract }, index) =>
        `@article{made${index},\n  title = {${data.titleText}},\n` +
        `  author = {Lovelace, Ada and Babbage, Charles},\n  eprint = {2510.0000${index + 1}},\n` +
        `  archivePrefix = {arXiv},\n  abstract = {${plain(abstract)}},\n` +
        `  url = {https://papers.example/${index}}\n}\n`,
    );
    await writeIn(root, "seeds/known.bib", records.join("\n"));
    const report = await runIngest(root);
    expect(report.papers).toBe(62);
    const after = await entriesOf(root);
    expect(after).toHaveLength(62);
    for (const [index, { data }] of asked.entries()) {
      const now = after.find(({ data: { aliases } }) => aliases.includes(data.id))?.data;
      expect(now).toMatchObject({
        id: `2510.0000${index + 1}`,
        ids: { arxiv: `2510.0000${index + 1}` },
        authors: [{ name: "Ada Lovelace" }, { name: "Charles Babbage" }],
        listed: data.listed,
      });
      expect(JSON.stringify(now)).toContain(`https://papers.example/${index}`);
    }
    const again = await runIngest(root);
    expect([again.created, again.updated, again.removed]).toEqual([0, 0, 0]);
  });
});
