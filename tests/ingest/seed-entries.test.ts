import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderMarkdown, renderTitle } from "../../src/archive/render-markdown.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { seenInHtml, seenInMdx } from "../fixtures/html.ts";
import { emptyArchive, visible } from "../fixtures/papers.ts";

const path = "seeds/daily-papers-11-13.txt";
const bytes = readFileSync(new URL("../fixtures/daily-papers-11-13.txt", import.meta.url));
const { value, messages } = ingest([{ path, bytes }], emptyArchive);
const papers = value.papers.map((paper, index) => {
  const entry = value.plan.create[index];
  if (!entry) throw new Error("Every paper of the seed has an entry.");
  return { id: String(paper.id), paper, ...parseEntry(entry.path, entry.text) };
});

describe("the seed's entries", () => {
  it("are 62, without a message", () => {
    expect([papers.length, messages]).toEqual([62, []]);
  });

  it.each(papers)(
    "look the same through MDX and through the archive's renderer: $id",
    async (made) => {
      const { paper, data, abstract } = made;
      const lean = seenInHtml(renderMarkdown(abstract).html);
      expect(await seenInMdx(abstract, { gfm: true })).toEqual(lean);
      expect(lean.blocks).toEqual(paper.abstract.map(({ children }) => visible(children)));
      expect(lean.links).toEqual(paper.links.map(({ url }) => url));
      const title = seenInHtml(`<p>${renderTitle(data.title).html}</p>`);
      expect(title.blocks).toEqual([visible(paper.title)]);
    },
  );

  it("are the same bytes in a second run", () => {
    expect(ingest([{ path, bytes }], emptyArchive).value.plan).toEqual(value.plan);
  });
});
