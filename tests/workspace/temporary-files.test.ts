import { spawnSync } from "node:child_process";
import { chmod, readdir, readFile, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { noteTemplate } from "../../src/notes/note-template.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { saveSeed } from "../../src/workspace/save-seed.ts";
import { withTemporaryFile } from "../../src/workspace/temporary-files.ts";
import { createFileAtomic, writeFileAtomic } from "../../src/workspace/write-file.ts";
import { entriesIn, removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const bib = (title: string) => `@misc{${title}, title={${title}}}\n`;
const filesIn = async (root: string) =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
    .filter((path) => !path.startsWith(".cache") && path !== "seeds/README.md")
    .sort();
const temporaryIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => !name.endsWith(".store"));
/** The id of a process that has ended. */
const ended = String(spawnSync(process.execPath, ["--version"]).pid);
/** The name that a temporary file of this process has, with another process id. */
const nameOf = (pid: string, machine?: string) =>
  withTemporaryFile("x", async (path) =>
    path
      .replace(`-${process.pid}-`, `-${pid}-`)
      .replace(/-[0-9a-f]{8}-/, (own) => (machine ? `-${machine}-` : own)),
  );

describe("temporary files", () => {
  it("of processes that have ended are removed by the next run, and nothing else is", async () => {
    const left = await nameOf(ended);
    const running = await nameOf(String(process.ppid));
    const elsewhere = await nameOf(ended, "00000000");
    const root = await workspaceWith({
      "seeds/a.bib": bib("A"),
      [`seeds/added/${left}`]: bib("B"),
      [`content/papers/undated/${left}`]: "half an entry",
      [`content/notes/${left}`]: "half a note",
      [`content/${left}`]: "half a list",
      [`.cache/derived/${left}`]: "half a map",
      [`seeds/${running}`]: bib("C"),
      [`seeds/${elsewhere}`]: bib("D"),
      [`seeds/added/${elsewhere}`]: bib("D"),
      "seeds/mine.tmp": bib("E"),
      "content/notes/mine.mdx.123": "My own copy.",
      [`content/notes/${left}.bak`]: "My own copy.",
    });
    await utimes(join(root, "seeds/added", elsewhere), 0, 0);
    const { papers, messages } = await runIngest(root);
    expect(papers).toBe(2);
    expect(new Set(messages.map(({ rule }) => rule))).toEqual(new Set(["undated-papers"]));
    expect(await filesIn(root)).toEqual(
      [
        "content/addresses.jsonl",
        `seeds/${running}`,
        `seeds/${elsewhere}`,
        `content/notes/${left}.bak`,
        "content/notes/mine.mdx.123",
        "content/papers/undated/a.mdx",
        "content/papers/undated/e.mdx",
        "seeds/a.bib",
        "seeds/mine.tmp",
      ].sort(),
    );
    expect(await temporaryIn(join(root, ".cache/derived"))).toEqual([]);
  });

  it("of older versions are removed if nothing in them would be lost, and reported otherwise", async () => {
    const root = await workspaceWith({ "seeds/a.bib": bib("A"), "seeds/added/b.bib": bib("B") });
    await runIngest(root);
    const entry = await readFile(join(root, "content/papers/undated/a.mdx"), "utf8");
    const left = {
      // The beginning of the file beside it, and an empty file.
      "seeds/added/b.bib.1a2b3c4d.tmp": bib("B").slice(0, 9),
      "seeds/added/c.bib.1a2b3c4d.tmp": "",
      "content/papers/undated/a.mdx.1a2b3c4d.tmp": entry.slice(0, 90),
      "content/papers/undated/lost.mdx.2718281828": entry,
      "content/notes/a.mdx.2718281828": noteTemplate("A: a title"),
      "content/notes/b.mdx.31415926": noteTemplate("A: a title").slice(0, 12),
      "content/removed.yaml.1a2b3c4d.tmp": "- id: a",
      ".cache/derived/map.json.2718281828": "{",
    };
    const kept = {
      // Half a seed of which nothing else is there.
      "seeds/added/d.bib.1a2b3c4d.tmp": bib("D"),
      "content/papers/undated/a.mdx.2718281829": entry.replace("A", "My words"),
      "content/papers/undated/a.mdx.1": entry,
      "content/notes/a.mdx.2718281829": noteTemplate("A").replace("to-read", "read"),
      "content/notes/d.mdx.1a2b3c4d.tmp": "My own copy.",
      "content/notes/e.mdx.12": noteTemplate("A"),
      "content/mine.yaml.1a2b3c4d.tmp": "",
      "seeds/added/b.bib.bak": bib("B"),
    };
    // A command of an older version may be writing this one.
    const fresh = { "seeds/added/b.bib.5e6f7a8b.tmp": bib("B") };
    const before = await filesIn(root);
    for (const [path, text] of Object.entries({ ...left, ...kept, ...fresh })) {
      await writeIn(root, path, text);
      if (!(path in fresh)) await utimes(join(root, path), 0, 0);
    }
    const { messages } = await runIngest(root);
    expect(await filesIn(root)).toEqual(
      [...before, ...Object.keys(kept), ...Object.keys(fresh)].sort(),
    );
    expect(await temporaryIn(join(root, ".cache/derived"))).toEqual([]);
    expect(
      messages.filter(({ rule }) => rule === "unread-seed").map(({ place }) => place?.file),
    ).toEqual(["seeds/added/b.bib.5e6f7a8b.tmp", "seeds/added/d.bib.1a2b3c4d.tmp"]);
  });

  it("are removed where a link leads to", async () => {
    const left = await nameOf(ended);
    const root = await workspaceWith({ [`vault/${left}`]: "half a note" });
    await writeIn(root, "lists/removed.yaml", "");
    await writeIn(root, `lists/${left}`, "- id: a");
    await writeIn(root, "content/site.yaml", "");
    await symlink(join(root, "vault"), join(root, "content/notes"));
    await symlink(join(root, "lists/removed.yaml"), join(root, "content/removed.yaml"));
    await runIngest(root);
    expect((await filesIn(root)).filter((path) => path.includes(left))).toEqual([]);
  });

  it("are gone after a failure, and the old file is there", async () => {
    const root = await workspaceWith({ "seeds/a.bib": bib("A") });
    await writeIn(root, "folder/file", "");
    const path = join(root, "seeds/a.bib");
    // A folder cannot be replaced by a file.
    await expect(writeFileAtomic(join(root, "folder"), "new")).rejects.toThrow();
    await expect(createFileAtomic(path, "new")).resolves.toBe(false);
    await expect(
      withTemporaryFile(path, async (temporary) => {
        await writeFile(temporary, "half");
        throw new Error("ENOSPC");
      }),
    ).rejects.toThrow("ENOSPC");
    expect(await filesIn(root)).toEqual(["folder/file", "seeds/a.bib"]);
    expect(await readFile(path, "utf8")).toBe(bib("A"));
  });
});

describe("writeFileAtomic", () => {
  it("keeps the permissions of a file, and links to it", async () => {
    const root = await workspaceWith({ "a.txt": "old" });
    await chmod(join(root, "a.txt"), 0o640);
    await symlink("a.txt", join(root, "link.txt"));
    await writeFileAtomic(join(root, "link.txt"), "new");
    expect(await readFile(join(root, "a.txt"), "utf8")).toBe("new");
    expect((await stat(join(root, "a.txt"))).mode & 0o777).toBe(0o640);
    expect(await filesIn(root)).toEqual(["a.txt", "link.txt"]);
  });
});

describe("saveSeed", () => {
  it("leaves only the seed, under a name as long as a disk allows", async () => {
    const root = await workspaceWith({});
    const name = `added/${"n".repeat(251)}.bib`;
    await saveSeed(workspaceAt(root), name, new TextEncoder().encode(bib("A")));
    await runIngest(root);
    expect(await filesIn(root)).toEqual([
      "content/addresses.jsonl",
      "content/papers/undated/a.mdx",
      `seeds/${name}`,
    ]);
    expect(await entriesIn(root)).toEqual(["undated/a.mdx"]);
  });
});
