import { appendFile, cp, rm, symlink, unlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { noSearchIndex, report } from "../../src/schemas/rules.ts";
import { site } from "../../src/schemas/site.ts";
import { writeChecksums } from "../../src/workspace/checksums.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { type IngestReport, runIngest } from "../../src/workspace/run-ingest.ts";
import { digestInputs } from "../../src/workspace/unchanged/inputs.ts";
import {
  recordIngest,
  summaryOf,
  unchangedIngest,
} from "../../src/workspace/unchanged/last-ingest.ts";
import { recordSite, siteKey, unchangedSite } from "../../src/workspace/unchanged/last-site.ts";
import { hasCodeOfOwner } from "../../src/workspace/unchanged/own-code.ts";
import { printed, removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const engineFiles = {
  "src/a.ts": "export const a = 1;\n",
  "scripts/b.ts": "export const b = 2;\n",
  "package.json": "{}\n",
  "node_modules/.package-lock.json": "{}\n",
};

const inputsOf = (root: string, environment = {}) =>
  digestInputs(workspaceAt(root), root, environment);

/** Ingests as the command does. */
async function ingested(root: string): Promise<IngestReport> {
  const before = inputsOf(root);
  const report = await runIngest(root);
  await recordIngest({ root }, report, { before, after: inputsOf(root) });
  return report;
}

const files = {
  ...engineFiles,
  "public/a/b.txt": "b",
  "seeds/a-2025-11-13.txt": printed("Alpha") + printed("Beta"),
  "seeds/c.bib": "@article{x, title = {Gamma of Delta}, author = {A. Bee}, year = 20255}\n",
  "content/links.yaml": "- from: ../../nowhere/library.bib\n  file: seeds/added/library.bib\n",
};

const edits: Record<string, (root: string) => Promise<unknown>> = {
  "a paper in a seed": (root) => appendFile(join(root, "seeds/c.bib"), "@misc{y, title={Eta}}\n"),
  "a new seed": (root) => writeIn(root, "seeds/d-2025-11-14.txt", printed("Epsilon")),
  "a seed that is gone": (root) => unlink(join(root, "seeds/c.bib")),
  "a note": (root) => writeIn(root, "content/notes/alpha.mdx", "---\nid: alpha\n---\nGood.\n"),
  "a setting": (root) => writeIn(root, "content/site.yaml", "title: Other\n"),
  "a removed paper": (root) => writeIn(root, "content/removed.yaml", "- id: alpha\n"),
  "an entry edited by hand": (root) => appendFile(join(root, "content/papers/2025/alpha.mdx"), "x"),
  "an entry that is gone": (root) => unlink(join(root, "content/papers/2025/beta.mdx")),
  "the list of addresses": (root) => unlink(join(root, "content/addresses.jsonl")),
  "the engine": (root) => appendFile(join(root, "src/a.ts"), "\n"),
  "a command": (root) => appendFile(join(root, "scripts/b.ts"), "\n"),
  "the packages": (root) => appendFile(join(root, "node_modules/.package-lock.json"), "\n"),
  "a second name of a folder": (root) => symlink("a", join(root, "public/again")),
  "a setting of Vite": (root) => writeIn(root, ".env", "PUBLIC_A=1\n"),
};

describe("an ingest when nothing has changed", () => {
  it("reports what another run would report", async () => {
    const root = await workspaceWith(files);
    const first = await ingested(root);
    expect(first.created).toBe(3);
    expect(first.messages).not.toEqual([]);
    const kept = await unchangedIngest({ root }, inputsOf(root));
    expect(kept).toEqual(summaryOf(await runIngest(root)));
  });

  it("runs again after any change of what it reads", async () => {
    const root = await workspaceWith(files);
    await ingested(root);
    for (const [name, edit] of Object.entries(edits)) {
      const before = inputsOf(root).all;
      expect(inputsOf(root).all, name).toBe(before);
      await edit(root);
      expect(inputsOf(root).all, name).not.toBe(before);
      expect(await unchangedIngest({ root }, inputsOf(root)), name).toBeUndefined();
    }
  });

  it("runs again if a linked file or a variable of the build has changed", async () => {
    const linked = await workspaceWith({ "library.bib": "@misc{z, title={Zeta of Theta}}\n" });
    const from = join(linked, "library.bib");
    const links = `- from: ${JSON.stringify(from)}\n  file: seeds/added/library.bib\n`;
    const root = await workspaceWith({ ...files, "content/links.yaml": links });
    await ingested(root);
    await ingested(root);
    expect(await unchangedIngest({ root }, inputsOf(root))).toBeDefined();
    const other = inputsOf(root, { PUBLIC_NAME: "other" });
    expect(await unchangedIngest({ root }, other)).toBeUndefined();
    await appendFile(from, "@misc{i, title={Iota of Kappa}}\n");
    expect(await unchangedIngest({ root }, inputsOf(root))).toBeUndefined();
  });

  it("runs again if something was edited during the last one, or if its record is damaged", async () => {
    const root = await workspaceWith(files);
    const before = inputsOf(root);
    const report = await runIngest(root);
    await writeIn(root, "seeds/d-2025-11-14.txt", printed("Epsilon"));
    await recordIngest({ root }, report, { before, after: inputsOf(root) });
    expect(await unchangedIngest({ root }, inputsOf(root))).toBeUndefined();
    await ingested(root);
    expect(await unchangedIngest({ root }, inputsOf(root))).toBeDefined();
    await writeFile(join(root, ".cache/unchanged/ingest.json"), '{"inputs":');
    expect(await unchangedIngest({ root }, inputsOf(root))).toBeUndefined();
  });

  it("runs again after one for a host, which records no days, unless it is for one, too", async () => {
    const root = await workspaceWith(files);
    await ingested(root);
    const before = inputsOf(root);
    const report = await runIngest(root, { isPublish: true });
    await recordIngest({ root }, report, { before, after: inputsOf(root), isPublish: true });
    expect(await unchangedIngest({ root }, inputsOf(root))).toBeUndefined();
    expect(await unchangedIngest({ root }, inputsOf(root), true)).toBeDefined();
  });

  it("runs again after one that spoke of what it removed", async () => {
    const root = await workspaceWith(files);
    await ingested(root);
    await unlink(join(root, "seeds/c.bib"));
    const report = await ingested(root);
    expect(report.removed).toBe(1);
    expect(report.messages.length > 0 && report.isSettled).toBe(false);
    await ingested(root);
    const kept = await unchangedIngest({ root }, inputsOf(root));
    expect(kept).toEqual(summaryOf(await runIngest(root)));
  });
});

describe("a site when nothing has changed", () => {
  const key = siteKey("inputs", { base: "/" });

  async function built(): Promise<string> {
    const root = await workspaceWith({ "dist/index.html": "<p>a</p>", "dist/b/c.txt": "b" });
    await writeChecksums(join(root, "dist"));
    await recordSite({ root }, { folder: join(root, "dist"), pages: 1, messages: [] }, key);
    return root;
  }
  const kept = (root: string, of = key) => unchangedSite({ root }, join(root, "dist"), of);

  it("stays, even if it was copied and so has other times", async () => {
    const root = await built();
    expect(await kept(root)).toMatchObject({ pages: 1, messages: [] });
    await cp(join(root, "dist"), join(root, "copy"), { recursive: true });
    await rm(join(root, "dist"), { recursive: true });
    await cp(join(root, "copy"), join(root, "dist"), { recursive: true });
    await utimes(join(root, "dist/index.html"), 1, 1);
    expect(await kept(root)).toMatchObject({ pages: 1 });
  });

  it("is built again if its search index could not be made", async () => {
    const root = await built();
    const messages = [report(noSearchIndex, { reason: "no memory" }, { file: "dist/search/" })];
    await recordSite({ root }, { folder: join(root, "dist"), pages: 1, messages }, "other");
    expect(await kept(root, "other")).toBeUndefined();
  });

  it("is built again from other inputs or with other options", async () => {
    const root = await built();
    expect(await kept(root, siteKey("others", { base: "/" }))).toBeUndefined();
    expect(await kept(root, siteKey("inputs", { base: "/a" }))).toBeUndefined();
    expect(await unchangedSite({ root }, join(root, "other"), key)).toBeUndefined();
  });

  it.each<[string, (dist: string) => Promise<unknown>]>([
    ["changed", (dist) => writeFile(join(dist, "index.html"), "<p>b</p>")],
    ["gone", (dist) => unlink(join(dist, "b/c.txt"))],
    ["new", (dist) => writeFile(join(dist, "d.txt"), "d")],
    ["its list of checksums", (dist) => appendFile(join(dist, "SHA256SUMS"), "\n")],
  ])("is built again if one of its files is %s", async (_, edit) => {
    const root = await built();
    await edit(join(root, "dist"));
    expect(await kept(root)).toBeUndefined();
  });
});

describe("code of the owner's", () => {
  const found = async (path: string, text: string, notes = {}) => {
    const root = await workspaceWith({ [path]: text });
    return hasCodeOfOwner(workspaceAt(root), site.parse({ notes }));
  };

  it.each([
    ["content/overrides/Masthead.astro", "<p>a</p>"],
    ["content/components/A.astro", "<p>a</p>"],
    ["content/pages/a.mdx", "import a from './a.js'\n\nText"],
    ["content/pages/a.mdx", "It is {new Date().getFullYear()}."],
    ["content/pages/a.mdx", "<Figure />"],
    ["content/theme.css", '@import "../../elsewhere.css";'],
    ["content/theme.css", ".prose { background: url(../figures/paper.webp) }"],
    ["content/theme.css", '@import "/figures/colors.css";'],
  ])("is found in %s: %s", async (path, text) => {
    expect(await found(path, text)).toBe(true);
  });

  it("is allowed in notes by a setting", async () => {
    expect(await found("content/notes/a.mdx", "Text")).toBe(false);
    expect(await found("content/notes/a.mdx", "Text", { code: true })).toBe(true);
  });

  it("is not a folder in which nothing is left", async () => {
    const root = await workspaceWith({ "content/overrides/Masthead.astro": "<p>a</p>" });
    expect(hasCodeOfOwner(workspaceAt(root), site.parse({}))).toBe(true);
    await unlink(join(root, "content/overrides/Masthead.astro"));
    expect(hasCodeOfOwner(workspaceAt(root), site.parse({}))).toBe(false);
  });

  it("is not what only has text", async () => {
    expect(await found("content/pages/a.mdx", "---\ntitle: A\n---\n\nWe *import* tea.")).toBe(
      false,
    );
    expect(await found("content/theme.css", ":root { --a: url(./a.png) }")).toBe(false);
  });
});
