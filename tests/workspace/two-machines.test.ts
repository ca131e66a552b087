import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkNote } from "../../src/notes/check-note.ts";
import { isDraft, parseNote } from "../../src/notes/parse-note.ts";
import { keepOwnersVersions } from "../../src/workspace/update/git.ts";
import { git } from "../fixtures/git.ts";
import { allThere } from "../fixtures/needed-files.ts";
import { engine, removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

type Files = Record<string, string>;

let both = "";
let branches = 0;

/** Commits files on a branch of its own, as one of two machines would. */
async function machine(from: string, files: Files): Promise<string> {
  branches += 1;
  const branch = `machine-${branches}`;
  git(both, "switch", "--quiet", "--create", branch, from);
  for (const [path, text] of Object.entries(files)) await writeIn(both, path, text);
  git(both, "add", "--all");
  git(both, "commit", "--quiet", "--allow-empty", "--message", branch);
  return branch;
}

/** Merges what two machines made of the same files. The text of a file afterwards. */
async function merged(path: string, before: string | undefined, one: string, two: string) {
  const base = before === undefined ? "main" : await machine("main", { [path]: before });
  const theirs = await machine(base, { [path]: two });
  await machine(base, { [path]: one });
  git(both, "merge", "--quiet", "--no-edit", theirs);
  expect(git(both, "status", "--porcelain")).toBe("");
  return readFile(join(both, path), "utf8");
}

beforeAll(async () => {
  both = await workspaceWith({ "README.md": "# Offprint\n" });
  await cp(join(engine, ".gitattributes"), join(both, ".gitattributes"));
  git(both, "init", "--quiet", "--initial-branch=main");
  git(both, "add", "--all");
  git(both, "commit", "--quiet", "--message", "The archive");
});

describe("two machines that change the same file", () => {
  const file = "content/notes/2510.01171.mdx";
  const note = (head: string, text: string) => `---\n${head}---\n\n${text}\n`;

  it("write one note, and it has what both wrote", async () => {
    const text = await merged(
      file,
      undefined,
      note("status: read\n", "The proof is short."),
      note("rating: 4\n", "Cited by everyone."),
    );
    const { value, messages } = parseNote({ path: file, text });
    expect(value?.data).toMatchObject({ status: "read", rating: 4 });
    expect(messages.map(({ rule, place }) => [rule, place?.line])).toEqual([["stray-settings", 6]]);
    const { value: checked } = checkNote(
      { path: file, text },
      { code: false, components: [] },
      allThere,
    );
    for (const shown of [value?.body, checked.mdx]) {
      expect(shown).toMatch(/The proof is short\.\n+Cited by everyone\./);
    }
    expect(isDraft(text.replace("rating: 4", "draft: true"))).toBe(true);
  });

  it("set the same mark of a note, and the later line counts, with a warning", async () => {
    const text = await merged(
      file,
      note("status: to-read\nrating: 3\ncorrections:\n  title: A\n", "Old."),
      note("status: reading\nrating: 3\ncorrections:\n  title: B\n", "Old.\n\nMine."),
      note("status: read\nrating: 3\ncorrections:\n  title: C\n", "Old.\n\nYours."),
    );
    const { value, messages } = parseNote({ path: file, text });
    expect(value?.data).toMatchObject({ status: "read", rating: 3, corrections: { title: "C" } });
    expect(messages.map(({ rule, place }) => [rule, place?.line])).toEqual([
      ["repeated-setting", 2],
      ["repeated-setting", 4],
    ]);
    expect(value?.body).toContain("Mine.");
    expect(value?.body).toContain("Yours.");
  });

  it.each(["content/removed.yaml", "content/added.jsonl", "content/addresses.jsonl"])(
    "add lines to %s, and it has all of them",
    async (path) => {
      const text = await merged(path, "- a\n", "- a\n- b\n", "- a\n- c\n");
      expect(text).toBe("- a\n- b\n- c\n");
    },
  );

  it("keep the owner's README when Offprint's changes, after init or update", async () => {
    keepOwnersVersions(both);
    const text = await merged("README.md", undefined, "# My papers\n", "# Offprint, newer\n");
    expect(text).toBe("# My papers\n");
  });
});

describe("a note that has a setting twice", () => {
  it.each([
    ["status: read\nstatus: reading\n", { status: "reading" }],
    ["tags:\n  - a\n  - b\ntags:\n  - c\nrating: 2\n", { tags: ["c"], rating: 2 }],
    ["# mine\n\nrating: 1\n\n# yours\nrating: 2\nrating: 3\n", { rating: 3 }],
  ])("has the last value: %j", (head, data) => {
    const text = `---\n${head}---\n\nText.\n`;
    const { value, messages } = parseNote({ path: "content/notes/a.mdx", text });
    expect(value?.data).toMatchObject(data);
    expect(new Set(messages.map(({ rule }) => rule))).toEqual(new Set(["repeated-setting"]));
  });

  it("is no note if the setting is in braces or the YAML cannot be read", () => {
    for (const head of ["corrections: { title: A, title: B }\n", "status: [\nstatus: read\n"]) {
      const { value } = parseNote({ path: "content/notes/a.mdx", text: `---\n${head}---\n` });
      expect(value).toBeUndefined();
    }
  });
});
