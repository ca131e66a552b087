import { mkdir, mkdtemp, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { isAside } from "../../src/workspace/is-aside.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { seedsOnDisk } from "../../src/workspace/seeds-on-disk.ts";
import { type FolderReader, walkFolder } from "../../src/workspace/walk-folder.ts";
import { entriesIn, removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const bib = (title: string) => `@misc{${title}, title={${title}}, year=2020}\n`;
/** What is read of the seeds, and the reason for each that is not. */
const readSeeds = (root: string, reader?: FolderReader) => {
  const walk: typeof walkFolder = (folder, options) =>
    walkFolder(folder, { ...options, ...(reader ? { reader } : {}) });
  const seeds = [...seedsOnDisk(workspaceAt(root), walk).read()];
  return seeds.map(({ path, messages }) =>
    messages ? `${path}: ${messages.map(({ reason }) => reason).join(" ")}` : path,
  );
};
const unread = (path: string, reason: string) =>
  `seeds/${path}: This was not read: ${reason}. No entries were removed.`;

describe("the seeds of a workspace", () => {
  it("are also files and folders that symbolic links lead to", async () => {
    const root = await workspaceWith({ "seeds/a.bib": bib("A") });
    const library = await mkdtemp(join(tmpdir(), "offprint-library-"));
    onTestFinished(() => rm(library, { recursive: true }));
    await writeFile(join(library, "refs.bib"), bib("Refs"));
    await symlink(join(library, "refs.bib"), join(root, "seeds/refs.bib"));
    await symlink(library, join(root, "seeds/library"));
    expect(readSeeds(root)).toEqual(["seeds/a.bib", "seeds/library/refs.bib", "seeds/refs.bib"]);
    expect(await runIngest(root)).toMatchObject({ papers: 2, messages: [] });
  });

  it("are read once where links form a circle, and not around the folder", async () => {
    const root = await workspaceWith({ "seeds/deep/a.bib": bib("A") });
    await symlink(".", join(root, "seeds/again"));
    await symlink("..", join(root, "seeds/deep/up"));
    await symlink("../..", join(root, "seeds/deep/out"));
    await symlink("self", join(root, "seeds/self"));
    expect(readSeeds(root)).toEqual([
      unread("deep/out", "its link leads to a folder around this one"),
      unread("self", "its symbolic links form a circle"),
      "seeds/deep/a.bib",
    ]);
  });

  it("are reported if they are no files", async () => {
    const root = await workspaceWith({ "seeds/a.bib": bib("A") });
    await symlink("gone.bib", join(root, "seeds/refs.bib"));
    const server = createServer().listen(join(root, "seeds/socket"));
    onTestFinished(() => void server.close());
    await new Promise((done) => server.once("listening", done));
    const expected = [
      unread(
        "refs.bib",
        "it is a symbolic link to a file that does not exist, or was removed just now",
      ),
      unread("socket", "it is a pipe, a socket or a device"),
      "seeds/a.bib",
    ];
    if (process.platform === "linux") {
      await writeFile(Buffer.from(join(root, "seeds/caf\xe9.bib"), "latin1"), bib("B"));
      expected.unshift(unread("caf\uFFFD.bib", "its name is not valid UTF-8"));
    }
    expect(readSeeds(root)).toEqual(expected);
  });

  it("are reported if permission is missing, or if they vanish", async () => {
    const root = await workspaceWith({
      "seeds/a.bib": bib("A"),
      "seeds/private/b.bib": bib("B"),
      "seeds/zotero/c.bib": bib("C"),
    });
    const denied = Object.assign(new Error("EACCES"), { code: "EACCES" });
    const { readdirSync, realpathSync, statSync, unlinkSync } = await import("node:fs");
    const reader: FolderReader = {
      list: (path) => {
        if (path.endsWith("private")) throw denied;
        const found = readdirSync(path, { withFileTypes: true, encoding: "buffer" });
        if (path.endsWith("zotero")) unlinkSync(join(path, "c.bib"));
        return found;
      },
      stat: statSync,
      realPath: (path) => realpathSync(path),
    };
    expect(readSeeds(root, reader)).toEqual([
      unread("private", "permission denied"),
      "seeds/a.bib",
      expect.stringMatching(/^seeds\/zotero\/c\.bib: .*removed just now/),
    ]);
  });

  it("keep their entries while one of them cannot be read", async () => {
    const root = await workspaceWith({ "seeds/a.bib": bib("A"), "library.bib": bib("Refs") });
    await symlink("../library.bib", join(root, "seeds/refs.bib"));
    await runIngest(root);
    await unlink(join(root, "library.bib"));
    await writeIn(root, "seeds/a.bib", bib("Alpha"));
    const { messages, removed, created } = await runIngest(root);
    expect(messages.map(({ rule, place }) => [rule, place?.file])).toEqual([
      ["unread-seed", "seeds/refs.bib"],
      ["entry-kept", "content/papers/2020/a.mdx"],
      ["entry-kept", "content/papers/2020/refs.mdx"],
    ]);
    expect([removed, created]).toEqual([0, 1]);
  });

  it.each([
    ["README", true],
    ["README.md", true],
    ["Readme.de.md", true],
    ["readme.txt", true],
    [".hidden.bib", true],
    ["readme-papers.bib", false],
    ["README.bib", false],
    ["readmes.txt", false],
  ])("are not hidden files and READMEs: %s", (name, isLeft) => {
    expect(isAside(name)).toBe(isLeft);
  });
});

describe("entries and notes", () => {
  it("that cannot be read are reported, and nothing is written in their place", async () => {
    const root = await workspaceWith({ "seeds/a.bib": bib("A") + bib("B"), "mine.mdx": "Mine." });
    await mkdir(join(root, "content/papers/2020"), { recursive: true });
    await mkdir(join(root, "content/notes"), { recursive: true });
    await symlink("gone.mdx", join(root, "content/papers/2020/a.mdx"));
    await symlink("../../mine.mdx", join(root, "content/notes/b.mdx"));
    // A picture is no note.
    await symlink("other.png", join(root, "content/notes/figure.png"));
    const { messages } = await runIngest(root);
    expect(messages.map(({ rule, place }) => [rule, place?.file])).toEqual([
      ["unread-note", "content/notes/b.mdx"],
      ["unread-entry", "content/papers/2020/a.mdx"],
      ["entry-path-taken", "content/papers/2020/a.mdx"],
    ]);
    expect(await entriesIn(root)).toEqual(["2020/a.mdx", "2020/b.mdx"]);
  });
});
