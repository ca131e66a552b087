import { existsSync } from "node:fs";
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sumsFile } from "../../src/workspace/built-files.ts";
import { filesUnder } from "../../src/workspace/files-under.ts";
import { replaceSite, settleSite } from "../../src/workspace/site-folder.ts";
import { writeIn } from "../fixtures/workspaces.ts";

let root: string;
let site: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "offprint-site-")));
  site = join(root, "dist");
});
afterEach(() => rm(root, { recursive: true }));

const pages = ["index.html", "404.html", sumsFile];

/** Writes a whole site whose files all say its name, with one page that no other site has. */
async function write(folder: string, name: string): Promise<void> {
  for (const path of [...pages, `papers/${name}/index.html`]) await writeIn(folder, path, name);
}

const build = (name: string) => (stage: string) => write(stage, name);

/** The name of the site in a folder. Fails if the site is not whole, or if there are other files. */
async function siteIn(folder: string): Promise<string> {
  const name = await readFile(join(folder, "index.html"), "utf8");
  const files = (await filesUnder(folder)).filter((path) => path !== ".git");
  expect(files).toEqual([...pages, `papers/${name}/index.html`].sort());
  for (const path of files) expect(await readFile(join(folder, path), "utf8")).toBe(name);
  return name;
}

describe("replacing a site", () => {
  it("leaves the last one in its place until the next one is complete", async () => {
    await replaceSite(site, build("first"));
    await replaceSite(site, async (stage) => {
      await write(stage, "second");
      expect(await siteIn(site)).toBe("first");
    });
    expect(await siteIn(site)).toBe("second");
    expect(await filesUnder(root)).toEqual((await filesUnder(site)).map((path) => `dist/${path}`));
  });

  it("leaves the last one in its place if the build fails, or ends without a whole site", async () => {
    await replaceSite(site, build("first"));
    const fails = replaceSite(site, async (stage) => {
      await write(stage, "second");
      throw new Error("no more");
    });
    await expect(fails).rejects.toThrow("no more");
    const partial = replaceSite(site, (stage) => writeIn(stage, "index.html", "second"));
    await expect(partial).rejects.toThrow(/without 404\.html, SHA256SUMS/);
    expect(await siteIn(site)).toBe("first");
    expect(await filesUnder(root)).toHaveLength(4);
  });

  it("builds at a path that Vite can read, whatever the name of the folder", async () => {
    site = join(root, "50% #1? *new* ü");
    await replaceSite(site, async (stage) => {
      expect(stage).not.toMatch(/[#?%*]/);
      await write(stage, "first");
    });
    expect(await siteIn(site)).toBe("first");
    expect(await readdir(root)).toEqual(["50% #1? *new* ü"]);
  });

  it("keeps what the owner's version control has in the folder", async () => {
    await write(site, "first");
    await writeIn(site, ".git", "gitdir: elsewhere");
    await replaceSite(site, build("second"));
    expect(await readFile(join(site, ".git"), "utf8")).toBe("gitdir: elsewhere");
    expect(await siteIn(site)).toBe("second");
  });

  it("replaces the folder that a link names, and leaves the link", async () => {
    await write(join(root, "elsewhere/site"), "first");
    await symlink(join(root, "elsewhere/site"), site);
    await replaceSite(site, build("second"));
    expect((await lstat(site)).isSymbolicLink()).toBe(true);
    expect(await siteIn(join(root, "elsewhere/site"))).toBe("second");
  });
});

describe("what a killed command left", () => {
  it("is removed, if it was killed while it built", async () => {
    await write(site, "first");
    await writeIn(root, ".dist.offprint-next/index.html", "second");
    await settleSite(site);
    expect(await siteIn(site)).toBe("first");
    expect(await filesUnder(root)).toHaveLength(4);
  });

  it("is put in place, if it was killed between the two renames", async () => {
    await write(join(root, ".dist.offprint-last"), "first");
    await writeIn(root, ".dist.offprint-last/.git", "gitdir: elsewhere");
    await write(join(root, ".dist.offprint-next"), "second");
    await settleSite(site);
    expect(await siteIn(site)).toBe("second");
    expect(existsSync(join(site, ".git"))).toBe(true);
    expect(existsSync(join(root, ".dist.offprint-last"))).toBe(false);
  });

  it("is removed, if it was killed while it removed the last site", async () => {
    await write(site, "second");
    await writeIn(root, ".dist.offprint-gone/404.html", "first");
    await settleSite(site);
    expect(await siteIn(site)).toBe("second");
    expect(await filesUnder(root)).toHaveLength(4);
  });

  it("is put in place file by file, where the folder cannot be renamed", async () => {
    // As after a kill between the two steps of such an exchange.
    await write(join(site, ".offprint-rest"), "second");
    await rename(join(site, ".offprint-rest/404.html"), join(site, "404.html"));
    await write(join(site, ".offprint-last"), "first");
    await settleSite(site);
    expect(await siteIn(site)).toBe("second");
    // As after a kill in the first step.
    await write(join(site, ".offprint-next"), "third");
    await mkdir(join(site, ".offprint-last"));
    await rename(join(site, "papers"), join(site, ".offprint-last/papers"));
    await settleSite(site);
    expect(await siteIn(site)).toBe("third");
  });
});
