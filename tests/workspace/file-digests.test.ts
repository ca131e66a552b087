import { readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { FileDigests } from "../../src/workspace/unchanged/file-digests.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const later = () => Date.now() + 60_000;
const record = ".cache/unchanged/files.json";

it("reads a file again only after a change", async () => {
  const root = await workspaceWith({ "seeds/a.txt": "one" });
  const file = join(root, "seeds/a.txt");
  const digests = new FileDigests({ root }, later);
  const first = digests.digestOf(file);
  await digests.keep({ root });
  const other = Buffer.alloc(32, 7).toString("base64");
  const kept = await readFile(join(root, record), "utf8");
  // What is kept shows that it is used.
  await writeFile(join(root, record), kept.replace(/[^"]{43}=/, other));
  expect(Buffer.from(new FileDigests({ root }).digestOf(file)).toString("base64")).toBe(other);
  await writeFile(join(root, record), kept);
  const { atime, mtime } = await stat(file);
  await writeFile(file, "two");
  await utimes(file, atime, mtime);
  expect(new FileDigests({ root }).digestOf(file)).not.toEqual(first);
});

it("keeps no digest of a file that was just written, and may change without another time", async () => {
  const root = await workspaceWith({ "seeds/a.txt": "one" });
  const digests = new FileDigests({ root });
  const first = digests.digestOf(join(root, "seeds/a.txt"));
  await digests.keep({ root });
  await expect(readFile(join(root, record))).rejects.toThrow("ENOENT");
  expect(new FileDigests({ root }).digestOf(join(root, "seeds/a.txt"))).toEqual(first);
});

it("reads everything if what was kept is damaged", async () => {
  const root = await workspaceWith({ "seeds/a.txt": "one", [record]: "{" });
  const empty = await workspaceWith({ "seeds/a.txt": "one" });
  const digestIn = (folder: string) =>
    new FileDigests({ root: folder }).digestOf(join(folder, "seeds/a.txt"));
  expect(digestIn(root)).toEqual(digestIn(empty));
});
