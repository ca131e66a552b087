import { afterAll, describe, expect, it } from "vitest";
import { conflictIn } from "../../src/schemas/git-conflict.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const entry = (key: string, title: string) =>
  `@article{${key},\n  title = {${title}},\n  author = {Lovelace, Ada},\n  year = {2020}\n}\n`;
const conflict = (ours: string, theirs: string, base = "") =>
  `<<<<<<< HEAD\n${ours}${base}=======\n${theirs}>>>>>>> other\n`;

describe("a conflict that git left in a text", () => {
  it.each([
    [conflict("a\n", "b\n"), { line: 1, both: "\na\n\nb\n\n" }],
    [`x\n${conflict("a\n", "b\n")}y`, { line: 2, both: "x\n\na\n\nb\n\ny" }],
    ["<<<<<<< a\r\n=======\r\nb\r\n>>>>>>> c\r\n", { line: 1, both: "\n\nb\r\n\n" }],
    [conflict("a\n", "b\n", "||||||| 1234567\nold\n"), { line: 1, both: "\na\n\n\n\nb\n\n" }],
    ["Title\n=======\n", undefined],
    ["<<<<<<< a\n", undefined],
    ["a <<<<<<< b\n=======\n>>>>>>> c\n", undefined],
  ])("is found in %j", (text, found) => {
    expect(conflictIn(text)).toEqual(found);
  });

  it("is reported once for each file, and the papers of both versions are read", async () => {
    const root = await workspaceWith({
      "seeds/list.bib": conflict(entry("a", "On Alpha"), entry("b", "On Beta")),
      "seeds/c.json": conflict("[{}]\n", "[]\n"),
      "content/notes/on-alpha.mdx": `---\nstatus: read\n---\n\n${conflict("Good.\n", "Bad.\n")}`,
      "content/addresses.jsonl": conflict("", ""),
      "content/removed.yaml": "",
    });
    const { messages, papers } = await runIngest(root);
    expect(papers).toBe(2);
    const errors = messages.filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule, place }) => `${place?.file}:${place?.line} ${rule}`).sort()).toEqual(
      [
        "content/addresses.jsonl:1 git-conflict",
        "content/notes/on-alpha.mdx:5 git-conflict",
        "seeds/c.json:1 git-conflict",
        "seeds/list.bib:1 git-conflict",
      ],
    );
  });
});
