import { mkdir, readFile, rm, unlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import {
  entriesIn,
  printed,
  removeWorkspaces,
  workspaceWith,
  writeIn,
} from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const path = "content/addresses.jsonl";
const alpha = { "seeds/a-2025-11-13.txt": printed("Alpha") };
const both = { ...alpha, "seeds/b-2025-11-13.txt": printed("Beta") };

describe("content/addresses.jsonl", () => {
  it("is made of the entries where it is missing, which is said once", async () => {
    const root = await workspaceWith(alpha);
    expect((await runIngest(root)).newAddresses).toMatchObject({
      rule: "new-addresses",
      severity: "info",
      place: { file: path },
      hint: expect.stringContaining("Commit this file"),
    });
    const ledger = await readFile(join(root, path), "utf8");
    expect((await runIngest(root)).newAddresses).toBeUndefined();
    await unlink(join(root, path));
    expect((await runIngest(root)).newAddresses).toBeDefined();
    expect(await readFile(join(root, path), "utf8")).toContain(ledger);
  });

  it("is named with what it lacks where the file that an update writes is lost, as on a host", async () => {
    const seed = (title: string) =>
      `@misc{a, title={${title}}, author={Ada Oord}, eprint={2510.01171}}`;
    const root = await workspaceWith({ "seeds/z.bib": seed("Alpha") });
    const { unrecorded } = await runIngest(root);
    expect(unrecorded).toMatchObject({ rule: "unrecorded-addresses", severity: "warning" });
    expect(unrecorded?.reason).toContain(
      "lacks 3 addresses of this site (/papers/2510.01171/ and others)",
    );
    expect(unrecorded?.hint).toContain("commit content/addresses.jsonl");
    expect((await runIngest(root)).unrecorded).toBeUndefined();
    await writeIn(root, "seeds/z.bib", seed("Alpha and Omega"));
    expect((await runIngest(root)).unrecorded?.reason).toContain(
      "titles, keys or ids of one paper (2510.01171)",
    );
    await writeIn(root, "seeds/b-2025-11-13.txt", printed("Beta"));
    expect((await runIngest(root, { dryRun: true })).unrecorded?.reason).toContain("/papers/beta/");
    expect((await runIngest(root)).unrecorded?.reason).toContain("/papers/beta/");
    expect((await runIngest(root)).unrecorded).toBeUndefined();
  });

  it("is neither made nor mentioned in an archive without papers", async () => {
    const root = await workspaceWith({});
    expect((await runIngest(root)).newAddresses).toBeUndefined();
    await expect(readFile(join(root, path))).rejects.toThrow("ENOENT");
  });

  it.each([
    ["a folder", (root: string) => mkdir(join(root, path)), "it is a folder", undefined],
    [
      "not text",
      (root: string) => writeIn(root, path, Buffer.from('{"kind":"paper"}\ncaf\xe9\n', "latin1")),
      "it is not valid UTF-8",
      2,
    ],
  ])("that is %s is reported, and nothing changes", async (_, spoil, reason, line) => {
    const root = await workspaceWith(both);
    await runIngest(root);
    const good = await readFile(join(root, path));
    await unlink(join(root, path));
    await spoil(root);
    await unlink(join(root, "seeds/b-2025-11-13.txt"));
    const { messages, ...report } = await runIngest(root);
    expect(messages).toMatchObject([
      { rule: "unread-addresses", severity: "error", place: { file: path, ...(line && { line }) } },
    ]);
    expect(messages[0]?.reason).toContain(reason);
    expect(report).toMatchObject({ created: 0, updated: 0, removed: 0 });
    expect(await entriesIn(root)).toEqual(["2025/alpha.mdx", "2025/beta.mdx"]);
    await rm(join(root, path), { recursive: true });
    await writeIn(root, path, good);
    expect(await runIngest(root)).toMatchObject({ kept: 1, removed: 1 });
  });

  it("keeps papers that left, which is said when they do, with what to do if they never appeared", async () => {
    const root = await workspaceWith(both);
    await runIngest(root);
    await unlink(join(root, "seeds/a-2025-11-13.txt"));
    const { messages } = await runIngest(root);
    expect(messages).toMatchObject([
      { rule: "gone-papers", reason: expect.stringContaining('"Alpha"'), place: { file: path } },
    ]);
    expect(messages[0]?.hint).toContain("delete content/addresses.jsonl");
    expect(await readFile(join(root, path), "utf8")).toContain('"address":"alpha"');
    expect((await runIngest(root)).messages).toEqual([]);
    await unlink(join(root, path));
    await runIngest(root);
    expect(await readFile(join(root, path), "utf8")).not.toContain('"address":"alpha"');
  });

  it("does not record what is half-typed in a preview, except for papers with a note and removed ones", async () => {
    const seed = (title: string, other = "Beta") =>
      `@misc{a, title={${title}}, author={Ada Oord}}\n@misc{b, title={${other}}, author={Bo Tan}}\n`;
    const root = await workspaceWith({ "seeds/z.bib": seed("Alpha") });
    await runIngest(root);
    const published = await readFile(join(root, path), "utf8");
    for (const title of ["Alph", "Gam", "Gamma"]) {
      await writeIn(root, "seeds/z.bib", seed(title));
      await writeIn(root, "content/pages/half.mdx", `# ${title}\n`);
      expect(await runIngest(root, { isPreview: true })).toMatchObject({ papers: 2 });
      expect(await readFile(join(root, path), "utf8")).toBe(published);
    }
    await writeIn(root, "content/notes/gamma.mdx", "A thought.\n");
    await writeIn(root, "content/removed.yaml", "- betb\n");
    await writeIn(root, "seeds/z.bib", seed("Gamma", "Betb"));
    await runIngest(root, { isPreview: true });
    await writeIn(root, "seeds/z.bib", seed("Gamma Rays", "Beta Rays"));
    const { messages } = await runIngest(root, { isPreview: true });
    expect(messages.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(await entriesIn(root)).toEqual(["undated/gamma-rays.mdx"]);
    await runIngest(root);
    const ledger = await readFile(join(root, path), "utf8");
    for (const half of ['"alph"', '"gam"']) expect(ledger).not.toContain(half);
    for (const line of published.trim().split("\n")) expect(ledger).toContain(line);
    expect(ledger).toContain('"gamma-rays"');
  });

  it("does not call papers gone that two branches published at one address", async () => {
    const root = await workspaceWith({
      "seeds/n1.bib": "@misc{n1, title={One New}, author={Ada Oord}}\n",
    });
    await runIngest(root);
    const ours = await readFile(join(root, path), "utf8");
    const other = { n1: "n2", "One New": "One: new!", "Ada Oord": "Bo Tan" };
    const theirs = Object.entries(other).reduce(
      (text, [from, to]) => text.replaceAll(from, to),
      ours,
    );
    await writeIn(root, path, `<<<<<<< HEAD\n${ours}=======\n${theirs}`);
    await writeIn(root, "seeds/n2.bib", "@misc{n2, title={One: new!}, author={Bo Tan}}\n");
    const { messages, papers } = await runIngest(root);
    expect(papers).toBe(2);
    const rules = messages.map(({ rule }) => rule);
    expect(rules).toContain("contested-address");
    expect(rules).not.toContain("gone-papers");
    expect(messages.find(({ rule }) => rule === "damaged-address")?.hint).toContain("delete it");
  });

  it("is not made in a preview, from entries that were never published", async () => {
    const root = await workspaceWith(alpha);
    expect((await runIngest(root, { isPreview: true })).created).toBe(1);
    await runIngest(root, { isPreview: true });
    await expect(readFile(join(root, path))).rejects.toThrow("ENOENT");
  });

  it("says nothing of the kind about a paper that the owner removed", async () => {
    const root = await workspaceWith(both);
    await runIngest(root);
    await writeIn(root, "content/removed.yaml", "- alpha\n");
    expect(await runIngest(root)).toMatchObject({ removed: 1, messages: [] });
  });
});

describe("the addresses of lists and pages", () => {
  const addresses = async (root: string) =>
    (await readFile(join(root, path), "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .filter(({ kind }) => kind !== "paper" && kind !== "changed")
      .map(({ kind, address, title, name }) => [kind, address, title ?? name].join(" ").trim());

  it("are kept once they have been published, each on one line", async () => {
    const topics = "topics: [{ id: bees, name: Bees, description: Bees., strong: [Alpha] }]\n";
    const root = await workspaceWith({
      ...alpha,
      "content/topics.yaml": topics,
      "content/notes/alpha.mdx": "---\nstatus: read\ntags: [Wax & Honey]\n---\n",
      "content/pages/talks/2025.mdx": "---\ntitle: My talks\n---\n",
      "content/pages/index.mdx": "Not shown.\n",
    });
    await runIngest(root);
    const published = await addresses(root);
    expect(published).toEqual([
      "list days/2025-10-01",
      "list days/2025-11-13",
      "list months/2025-10",
      "list months/2025-11",
      "list reading-list",
      "list reading-list/read",
      "list reading-list/tags/wax-honey",
      "list weeks/2025-W46",
      "list years/2025",
      "page talks/2025 My talks",
      "topic bees Bees",
    ]);
    const ledger = await readFile(join(root, path), "utf8");
    await runIngest(root);
    expect(await readFile(join(root, path), "utf8")).toBe(ledger);
    await writeIn(root, "content/topics.yaml", topics.replace("name: Bees", "name: Honeybees"));
    await rm(join(root, "content/pages"), { recursive: true });
    await writeIn(root, "content/notes/alpha.mdx", "---\nstatus: read\ndraft: true\n---\n");
    await runIngest(root);
    expect(await addresses(root)).toEqual(published);
    await unlink(join(root, "content/topics.yaml"));
    await runIngest(root);
    expect(await addresses(root)).toEqual([...published, "list topics/unsorted"].toSorted());
  });

  it("that are no paths below the site are reported and lead nowhere", async () => {
    const bad = ["../x", "days/..", "/days", "days//x", "days/", ""];
    const lines = bad.map((address) => `${JSON.stringify({ kind: "list", address })}\n`);
    const root = await workspaceWith({ ...alpha, [path]: lines.join("") });
    const { messages } = await runIngest(root);
    expect(messages.map(({ rule, place }) => [rule, place?.line])).toEqual(
      bad.map((_, at) => ["damaged-address", at + 1]),
    );
  });
});

it("says on which day an entry changed, and the same on every later day", async () => {
  const root = await workspaceWith(alpha);
  const ledger = () => readFile(join(root, path), "utf8");
  const days = async () => (await ledger()).match(/(?<="day":")[^"]+/g);
  await runIngest(root, { today: "2025-11-13" });
  const first = await ledger();
  await runIngest(root, { today: "2025-11-20" });
  expect(await ledger()).toBe(first);
  expect(await days()).toEqual(["2025-11-13"]);
  await writeIn(root, "content/notes/alpha.mdx", "---\ncorrections:\n  title: Alpha Waves\n---\n");
  await runIngest(root, { today: "2025-11-21", isPublish: true });
  expect(await days()).toEqual(["2025-11-13"]);
  await runIngest(root, { today: "2025-11-22" });
  expect(await days()).toEqual(["2025-11-13", "2025-11-22"]);
});
