import { describe, expect, it } from "vitest";
import { buildArchive } from "../../src/archive/archive.ts";
import { formerAddresses } from "../../src/archive/published-papers.ts";
import { readLedger } from "../../src/ingest/identity/read-ledger.ts";
import { entry } from "../fixtures/papers.ts";

interface Line {
  address: string;
  paper?: string;
  arxiv?: string;
  doi?: string;
  title?: string;
}

/** The former addresses of an archive, in short: where those that moved lead, and who is gone. */
function follow(
  lines: Line[],
  papers: { id: string; aliases?: string[] }[],
  removed: string[] = [],
) {
  const text = lines
    .map((line) => JSON.stringify({ kind: "paper", paper: line.address, title: "T", ...line }))
    .join("\n");
  const { value, messages } = readLedger("content/addresses.jsonl", text);
  expect(messages).toEqual([]);
  const { moved, gone } = formerAddresses(
    value.papers,
    buildArchive(papers.map((facts) => entry(facts))),
    removed.map((id) => ({ id, title: undefined })),
  );
  return { moved: moved.map(({ id, paper }) => [id, String(paper.id)]), gone };
}

describe("the address of a published paper", () => {
  it("is the paper's own as long as it is in the archive", () => {
    expect(follow([{ address: "a" }], [{ id: "a" }])).toEqual({ moved: [], gone: [] });
  });

  it("leads to the paper's present one, also if no entry knows the former one", () => {
    const lines = [{ address: "a" }, { address: "b", paper: "a" }, { address: "c", paper: "b" }];
    expect(follow(lines, [{ id: "b" }]).moved).toEqual([
      ["a", "b"],
      ["c", "b"],
    ]);
    expect(follow(lines, [{ id: "new", aliases: ["c"] }]).moved).toEqual([
      ["a", "new"],
      ["b", "new"],
      ["c", "new"],
    ]);
  });

  it("says that the paper is gone, with its title there and all that is known of it", () => {
    const lines = [
      { address: "a", title: "First" },
      { address: "2001.00001", paper: "a", arxiv: "2001.00001", title: "Second" },
      { address: "2001.00001", paper: "a", doi: "10.1000/x", title: "" },
    ];
    const ids = { arxiv: "2001.00001", doi: "10.1000/x", isRemoved: false };
    expect(follow(lines, [{ id: "other" }])).toEqual({
      moved: [],
      gone: [
        { id: "a", title: "First", ...ids },
        { id: "2001.00001", title: "Second", ...ids },
      ],
    });
  });

  it("never leads to one of two papers that both had it", () => {
    const lines = [{ address: "a" }, { address: "b", paper: "a" }, { address: "c", paper: "a" }];
    const { moved, gone } = follow(lines, [{ id: "b" }, { id: "c" }]);
    expect(moved).toEqual([]);
    expect(gone).toMatchObject([{ id: "a" }]);
  });

  it.each(["A", "b", "10.1000/X", "2001.00001"])("is of a removed paper (%s)", (name) => {
    const lines = [
      { address: "a", doi: "10.1000/x" },
      { address: "b", paper: "a", arxiv: "2001.00001" },
      { address: "other" },
    ];
    const { gone } = follow(lines, [], [name]);
    expect(gone.map(({ id, isRemoved }) => [id, isRemoved])).toEqual([
      ["a", true],
      ["b", true],
      ["other", false],
    ]);
  });
});
