import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readSite } from "../../src/workspace/read-site.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { keptSample, sampleFile } from "../../src/workspace/sample.ts";
import { sampleFiles, siteText, writeFirstSettings } from "../../src/workspace/start-archive.ts";
import {
  engine,
  printed,
  removeWorkspaces,
  workspaceWith,
  writeIn,
} from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const seed = `${printed("Bees")}${printed("Wax")}`;

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

  it("ends the sample, and what earlier versions left of it", async () => {
    const root = await workspaceWith({ [sampleFile]: seed });
    await runIngest(root);
    await writeIn(root, keptSample, seed);
    const line = { kind: "paper", address: "a", paper: "a", title: "A", file: keptSample };
    await writeIn(root, "content/addresses.jsonl", `${JSON.stringify(line)}\n`);
    const { status, stdout } = init(root, "--title", "Mine", "--language", "de");
    expect([status, stdout]).toEqual([0, expect.stringContaining("npm run add")]);
    expect(await readFile(join(root, "content/site.yaml"), "utf8")).toMatch(
      /^# .*\ntitle: Mine\nlanguage: de\nsample: false\n$/,
    );
    expect(existsSync(join(root, keptSample))).toBe(false);
    expect(existsSync(join(root, "content/addresses.jsonl"))).toBe(false);
    const { papers, removed, messages } = await runIngest(root);
    expect([papers, removed, messages.map(({ rule }) => rule)]).toEqual([0, 2, ["empty-archive"]]);
  });

  it("keeps the sample as papers of the owner, if the owner wants that", async () => {
    const root = await workspaceWith({ [sampleFile]: seed });
    expect(init(root, "--keep-sample").status).toBe(0);
    expect(await readFile(join(root, keptSample), "utf8")).toBe(seed);
    expect(await readFile(join(root, "content/site.yaml"), "utf8")).not.toContain("sample");
  });

  it("keeps a former sample that the owner changed, and addresses of other papers", async () => {
    const root = await workspaceWith({
      [sampleFile]: seed,
      [keptSample]: `${seed}\n`,
      "seeds/a-2025-11-13.txt": printed("Alpha"),
    });
    await runIngest(root);
    expect(await sampleFiles(workspaceAt(root))).toEqual([]);
    await writeIn(root, keptSample, seed);
    expect(await sampleFiles(workspaceAt(root))).toEqual([keptSample]);
  });

  it("keeps settings that exist, and everything else with them", async () => {
    const root = await workspaceWith({
      [sampleFile]: seed,
      [keptSample]: seed,
      "content/site.yaml": "title: A\n",
    });
    const { status, stderr } = init(root, "--title", "B");
    expect([status, stderr]).toEqual([1, expect.stringContaining("nothing was changed")]);
    expect(await readFile(join(root, "content/site.yaml"), "utf8")).toBe("title: A\n");
    expect(existsSync(join(root, keptSample))).toBe(true);
  });
});

describe("the sample", () => {
  const ledger = "content/addresses.jsonl";

  it("is shown while there are no seeds, and published as nobody's", async () => {
    const root = await workspaceWith({ [sampleFile]: seed, "content/site.yaml": "title: Mine\n" });
    const { papers, messages } = await runIngest(root);
    expect(papers).toBe(2);
    expect(messages.map(({ rule }) => rule)).toContain("sample-shown");
    expect(existsSync(join(root, ledger))).toBe(false);
  });

  it("goes with the first paper, without a word about its own", async () => {
    const root = await workspaceWith({ [sampleFile]: seed });
    await runIngest(root);
    await writeIn(root, "seeds/a-2025-11-13.txt", printed("Alpha"));
    const named: string[] = [];
    const report = await runIngest(root, { beforeRemoval: (paths) => named.push(...paths) });
    expect([report.papers, report.removed, report.messages, named]).toEqual([1, 2, [], []]);
    const addresses = await readFile(join(root, ledger), "utf8");
    expect(addresses.match(/"kind":"paper"/g)).toHaveLength(1);
  });

  it("never takes the place of published papers whose file is not known", async () => {
    const line = { kind: "paper", address: "a", paper: "a", title: "A" };
    const root = await workspaceWith({
      [sampleFile]: seed,
      [ledger]: `${JSON.stringify(line)}\n`,
    });
    const { papers, messages } = await runIngest(root);
    expect([papers, messages.map(({ rule }) => rule)]).toEqual([0, ["no-seeds"]]);
    expect(await sampleFiles(workspaceAt(root))).toEqual([]);
  });

  it("never takes the place of papers that were published", async () => {
    const root = await workspaceWith({
      [sampleFile]: seed,
      "seeds/a-2025-11-13.txt": printed("Alpha"),
    });
    await runIngest(root);
    await rm(join(root, "seeds/a-2025-11-13.txt"));
    const { papers, messages } = await runIngest(root);
    expect([papers, messages.map(({ rule }) => rule)]).toEqual([0, ["no-seeds", "entry-kept"]]);
  });
});
