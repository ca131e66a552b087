import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findPaper } from "../../src/notes/find-paper.ts";
import { noteTemplate } from "../../src/notes/note-template.ts";
import { parseNote } from "../../src/notes/parse-note.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { entry } from "../fixtures/papers.ts";
import { engine, printed, removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

describe("finding the paper for an argument", () => {
  const papers = [
    entry({
      id: "2510.01171",
      titleText: "Verbalized Sampling",
      ids: { arxiv: "2510.01171" },
      aliases: ["verbalized-sampling"],
    }),
    entry({
      id: "10.1145-3292500",
      titleText: "Graphs: A Survey",
      ids: { doi: "10.1145/3292500" },
    }),
    entry({ id: "hep-th-9901001", titleText: "Strings", ids: { arxiv: "hep-th/9901001" } }),
    entry({ id: "graphs-again", titleText: "Graphs Again" }),
    entry({ id: "graphs", titleText: "Graphs" }),
  ];

  it.each([
    ["2510.01171", "2510.01171"],
    ["arXiv:2510.01171v2", "2510.01171"],
    ["https://arxiv.org/abs/2510.01171v1", "2510.01171"],
    ["https://huggingface.co/papers/2510.01171", "2510.01171"],
    ["verbalized-sampling", "2510.01171"],
    ["https://me.example/list/papers/verbalized-sampling/?x#y", "2510.01171"],
    ["content/notes/2510.01171.mdx", "2510.01171"],
    ["verbalized  SAMPL", "2510.01171"],
    ["hep-th/9901001", "hep-th-9901001"],
    ["https://doi.org/10.1145/3292500", "10.1145-3292500"],
    ["graphs, a survey", "10.1145-3292500"],
    ["Graphs", "graphs"],
  ])("%s", (written, id) => {
    expect(findPaper(written, papers)).toMatchObject({ paper: { id } });
  });

  it("gives all papers if several match, and similar ids if none does", () => {
    expect(findPaper("graphs a", papers)).toMatchObject({
      several: [{ id: "10.1145-3292500" }, { id: "graphs-again" }],
    });
    expect(findPaper("grafs-again", papers)).toMatchObject({ nearest: ["graphs-again"] });
    expect(findPaper("…", papers)).toEqual({ nearest: [] });
  });
});

describe("a new note", () => {
  it.each(["A: Title # with 'signs'", "---\n- [x]: {y}", "…"])(
    "is valid for the title %j",
    (title) => {
      const { value, messages } = parseNote({
        path: "content/notes/a.mdx",
        text: noteTemplate(title),
      });
      expect(messages).toEqual([]);
      expect(value).toMatchObject({ data: { status: "to-read", tags: [] }, body: "" });
    },
  );
});

function note(
  root: string,
  ...options: string[]
): Promise<{ code: number; out: string; said: string }> {
  const parameters = [join(engine, "scripts/note.ts"), "--root", root, ...options];
  return new Promise((done) => {
    const child = execFile(process.execPath, parameters, (_, out, said) =>
      done({ code: child.exitCode ?? -1, out: out.trim(), said: said.trim() }),
    );
  });
}

describe("npm run note", async () => {
  const root = await workspaceWith({
    "seeds/a-2025-11-13.txt": printed("Alpha Study of Bandits") + printed("Alpha Beta"),
  });
  await runIngest(root);
  const path = "content/notes/alpha-beta.mdx";

  it("changes nothing in a dry run", async () => {
    const { code, out } = await note(root, "--dry-run", "alpha-beta");
    expect([code, out]).toEqual([0, `would create ${path} about "Alpha Beta"`]);
    expect(existsSync(join(root, "content/notes"))).toBe(false);
  });

  it("creates the note once, and prints its path without a terminal", async () => {
    expect(await note(root, "alpha beta")).toEqual({ code: 0, out: path, said: "" });
    const text = await readFile(join(root, path), "utf8");
    expect(text).toBe(noteTemplate("Alpha Beta"));
    expect(JSON.parse((await note(root, "--json", "alpha-beta")).out)).toEqual({
      id: "alpha-beta",
      title: "Alpha Beta",
      path,
      made: false,
    });
    expect(await readFile(join(root, path), "utf8")).toBe(text);
    expect((await runIngest(root)).messages).toEqual([]);
  });

  it("lists the matches unless it is one paper", async () => {
    const several = await note(root, "alpha");
    expect([several.code, several.said]).toEqual([
      1,
      expect.stringContaining("alpha-study-of-bandits"),
    ]);
    const none = await note(root, "alpha-bate");
    expect([none.code, none.said]).toEqual([
      1,
      expect.stringContaining("Similar papers:\n  alpha-beta  Alpha Beta\n"),
    ]);
  });

  it.each([[[]], [["--editor", "x"]]])("exits with 2 for the arguments %j", async (options) => {
    expect((await note(root, ...options)).code).toBe(2);
  });
});
