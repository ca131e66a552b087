import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readSite } from "../../src/workspace/read-site.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import {
  sample,
  sampleFiles,
  siteText,
  writeFirstSettings,
} from "../../src/workspace/start-archive.ts";
import {
  engine,
  printed,
  removeWorkspaces,
  workspaceWith,
  writeIn,
} from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const seed = await readFile(join(engine, "tests/fixtures/daily-papers-11-13.txt"));

const init = (root: string, ...options: string[]) => {
  const parameters = [join(engine, "scripts/init.ts"), "--root", root, ...options];
  return spawnSync(process.execPath, parameters, { encoding: "utf8" });
};

describe("a new archive", () => {
  it("has settings that are read as they were given, whatever signs they have", async () => {
    const settings = { title: 'No: 5, "a" # b', author: "- Ä", address: "https://example.org" };
    const root = await workspaceWith({ "content/site.yaml": siteText({ root: "" }, settings) });
    const { value, messages } = readSite(workspaceAt(root));
    expect(messages).toEqual([]);
    expect(value).toMatchObject(settings);
  });

  it("has settings in a folder that has no content/ yet, and keeps those that exist", async () => {
    const workspace = workspaceAt(await workspaceWith({}));
    expect(await writeFirstSettings(workspace, { title: "Mine" })).toBe(true);
    expect(await writeFirstSettings(workspace, { title: "Other" })).toBe(false);
    expect(readSite(workspace).value).toMatchObject({ title: "Mine" });
  });

  it("begins without the sample and the addresses of its papers", async () => {
    const root = await workspaceWith({ [sample.file]: seed });
    await runIngest(root);
    const { status, stdout } = init(root, "--title", "Mine", "--language", "de");
    expect([status, stdout]).toEqual([0, expect.stringContaining("npm run add")]);
    expect(await readFile(join(root, "content/site.yaml"), "utf8")).toMatch(
      /^# .*\ntitle: Mine\nlanguage: de\n$/,
    );
    expect(existsSync(join(root, sample.file))).toBe(false);
    expect(existsSync(join(root, "content/addresses.jsonl"))).toBe(false);
  });

  it("keeps a sample that the owner changed, and addresses of other papers", async () => {
    const root = await workspaceWith({
      [sample.file]: `${seed}\n`,
      "seeds/a-2025-11-13.txt": printed("Alpha"),
    });
    await runIngest(root);
    expect(await sampleFiles(workspaceAt(root))).toEqual([]);
    await writeIn(root, sample.file, seed);
    expect(await sampleFiles(workspaceAt(root))).toEqual([sample.file]);
  });

  it("keeps settings that exist, and everything else with them", async () => {
    const root = await workspaceWith({ [sample.file]: seed, "content/site.yaml": "title: A\n" });
    const { status, stderr } = init(root, "--title", "B");
    expect([status, stderr]).toEqual([1, expect.stringContaining("nothing was changed")]);
    expect(await readFile(join(root, "content/site.yaml"), "utf8")).toBe("title: A\n");
    expect(existsSync(join(root, sample.file))).toBe(true);
  });
});
