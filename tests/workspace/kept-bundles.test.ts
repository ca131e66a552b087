import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { BundleFacts } from "../../src/workspace/bundle/bundle-facts.ts";
import {
  dropBundle,
  gatherBundle,
  hasBundle,
  keepBundle,
  openBundle,
  shareBundle,
} from "../../src/workspace/bundle/kept-bundles.ts";

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

const facts: BundleFacts = {
  entry: "entry.mjs",
  port: 4321,
  styles: [["a", [{ depth: 0, order: 1, sheet: { type: "external", src: "_astro/a.css" } }]]],
  imports: [["_astro/a.js", ["_astro/b.js"]]],
  shipped: [],
};
const messages = [{ rule: "a-rule", severity: "warning" as const, reason: "So it is." }];

/** A workspace with a bundle of each key. */
async function withBundles(...keys: string[]): Promise<{ root: string }> {
  const root = mkdtempSync(join(tmpdir(), "offprint-bundles-"));
  roots.push(root);
  const made = join(root, "made");
  mkdirSync(join(made, "chunks"), { recursive: true });
  for (const [index, key] of keys.entries()) {
    writeFileSync(join(made, "entry.mjs"), `export const key = "${key}";\n`);
    writeFileSync(join(made, "chunks/a.css"), "a{}\n");
    gatherBundle({ root }, "server", made, ["entry.mjs"]);
    gatherBundle({ root }, "site", made, ["chunks/a.css"]);
    await keepBundle({ root }, key, { facts, messages });
    for (const name of ["entry.mjs", "chunks/a.css"]) rmSync(join(made, name));
    utimesSync(join(root, ".cache/bundles", key.slice(0, 16)), 1000 + index, 1000 + index);
  }
  return { root };
}

const nameOf = (pid: number) => `next-${pid}`;
const file = (root: string, key: string, path: string) =>
  join(root, ".cache/bundles", key.slice(0, 16), path);

describe("bundles of earlier builds", () => {
  it("are opened by what they were made from", async () => {
    const { root } = await withBundles("first", "second");
    const bundle = openBundle({ root }, "second");
    expect(bundle).toMatchObject({ facts, messages, files: ["chunks/a.css"] });
    expect(readFileSync(join(bundle?.server ?? "", "entry.mjs"), "utf8")).toMatch("second");
    expect(readFileSync(join(bundle?.site ?? "", "chunks/a.css"), "utf8")).toBe("a{}\n");
    expect(openBundle({ root }, "third")).toBeUndefined();
  });

  it.each<[string, (root: string) => void]>([
    [
      "a file that has changed",
      (root) => appendFileSync(file(root, "key", "server/entry.mjs"), " "),
    ],
    ["a file less", (root) => rmSync(file(root, "key", "site/chunks/a.css"))],
    ["a file more", (root) => writeFileSync(file(root, "key", "server/b.mjs"), "")],
    ["a changed record", (root) => appendFileSync(file(root, "key", "bundle.json"), " ")],
    ["half a record", (root) => writeFileSync(file(root, "key", "bundle.json"), "abc")],
    ["no record", (root) => rmSync(file(root, "key", "bundle.json"))],
  ])("are not opened with %s", async (_, damage) => {
    const { root } = await withBundles("key");
    damage(root);
    expect(openBundle({ root }, "key")).toBeUndefined();
  });

  it("are not opened without a package of which the site has a part", async () => {
    const { root } = await withBundles("key");
    const shipped = [join(root, "node_modules/gone/index.js")];
    const other = join(root, "other");
    mkdirSync(other);
    writeFileSync(join(other, "entry.mjs"), "");
    gatherBundle({ root }, "server", other, ["entry.mjs"]);
    await keepBundle({ root }, "key", { facts: { ...facts, shipped }, messages });
    expect(openBundle({ root }, "key")).toBeUndefined();
    mkdirSync(join(root, "node_modules/gone"), { recursive: true });
    writeFileSync(shipped[0] ?? "", "");
    expect(openBundle({ root }, "key")?.facts.shipped).toEqual(shipped);
  });

  it("are kept until others have been used later", async () => {
    const { root } = await withBundles("1", "2", "3", "4");
    // It was made first, and is used last.
    expect(openBundle({ root }, "1")).toBeDefined();
    mkdirSync(join(root, "more"));
    writeFileSync(join(root, "more/entry.mjs"), "");
    gatherBundle({ root }, "server", join(root, "more"), ["entry.mjs"]);
    await keepBundle({ root }, "5", { facts, messages });
    expect(readdirSync(join(root, ".cache/bundles")).sort()).toEqual(["1", "3", "4", "5"]);
  });

  it("are not pushed out by what processes that ended early have gathered", async () => {
    const { root } = await withBundles("1", "2", "3");
    // No process has this id: it is above what systems give.
    for (const pid of [2 ** 30, 2 ** 30 + 1]) {
      mkdirSync(join(root, `.cache/bundles/next-${pid}/stage`), { recursive: true });
    }
    mkdirSync(join(root, `.cache/bundles/next-${process.ppid}`));
    mkdirSync(join(root, "more"));
    writeFileSync(join(root, "more/entry.mjs"), "");
    gatherBundle({ root }, "server", join(root, "more"), ["entry.mjs"]);
    await keepBundle({ root }, "4", { facts, messages });
    const kept = ["1", "2", "3", "4", `next-${process.ppid}`];
    expect(readdirSync(join(root, ".cache/bundles")).sort()).toEqual(kept);
  });

  it("are gone when a build could not use them", async () => {
    const { root } = await withBundles("key");
    dropBundle({ root }, "key");
    expect(openBundle({ root }, "key")).toBeUndefined();
  });
});

describe("bundles that archives with the same packages share", () => {
  /** Two archives with the same packages, of which the first has shared the bundles of each key. */
  async function twoArchives(...keys: string[]) {
    const { root: packages } = await withBundles();
    const one = await withBundles(...keys);
    const other = await withBundles();
    for (const { root } of [one, other]) symlinkSync(packages, join(root, "node_modules"));
    for (const key of keys) shareBundle(one, key);
    const place = (key: string, path: string) =>
      join(packages, ".cache/offprint/bundles", key.slice(0, 16), path);
    return { one, other, packages, place };
  }

  it("become those of an archive that needs them", async () => {
    const { other } = await twoArchives("key", "another");
    expect(hasBundle(other, "third")).toBe(false);
    expect(hasBundle(other, "key")).toBe(true);
    expect(openBundle(other, "another")?.server).toMatch(other.root);
    expect(readFileSync(file(other.root, "key", "server/entry.mjs"), "utf8")).toMatch("key");
  });

  it("name files of packages as the archive does that opens them", async () => {
    const { one, other, packages } = await twoArchives();
    mkdirSync(join(packages, "a"));
    const inPackage = "node_modules/a/index.js";
    writeFileSync(join(one.root, inPackage), "");
    mkdirSync(join(one.root, "made"), { recursive: true });
    writeFileSync(join(one.root, "made/entry.mjs"), "");
    gatherBundle(one, "server", join(one.root, "made"), ["entry.mjs"]);
    // Vite knows it by the folder that the link leads to.
    const shipped = [join(realpathSync(packages), "a/index.js")];
    await keepBundle(one, "key", { facts: { ...facts, shipped }, messages });
    shareBundle(one, "key");
    expect(openBundle(other, "key")?.facts.shipped).toEqual([join(other.root, inPackage)]);
  });

  it("stay when an archive loses its own, and take the place of damaged ones", async () => {
    const { one } = await twoArchives("key");
    rmSync(join(one.root, ".cache"), { recursive: true });
    expect(openBundle(one, "key")).toBeDefined();
    const own = file(one.root, "key", "server/entry.mjs");
    rmSync(own);
    writeFileSync(own, "damaged");
    expect(openBundle(one, "key")).toBeDefined();
  });

  it.each<[string, (path: string) => void]>([
    ["changed", (path) => appendFileSync(path, " ")],
    ["gone", (path) => rmSync(path)],
  ])(
    "are not taken if a file is %s, and the next that are made replace them",
    async (_, damage) => {
      const { one, other, place } = await twoArchives("key");
      damage(place("key", "server/entry.mjs"));
      expect(openBundle(other, "key")).toBeUndefined();
      expect(existsSync(join(other.root, ".cache/bundles", nameOf(process.pid)))).toBe(false);
      const again = await withBundles("key");
      symlinkSync(join(one.root, "node_modules"), join(again.root, "node_modules"));
      shareBundle(again, "key");
      expect(openBundle(other, "key")).toBeDefined();
    },
  );

  it("are gone when a build could not use them", async () => {
    const { one, other } = await twoArchives("key");
    dropBundle(one, "key");
    expect(openBundle(other, "key")).toBeUndefined();
  });

  it("are those of four keys, the last that were used", async () => {
    const { one, other, packages } = await twoArchives("1", "2", "3", "4");
    const folder = join(packages, ".cache/offprint/bundles");
    for (const key of ["1", "2", "3", "4"]) utimesSync(join(folder, key), 1000, 1000);
    expect(openBundle(other, "1")).toBeDefined();
    const more = await withBundles("5");
    symlinkSync(packages, join(more.root, "node_modules"));
    shareBundle(more, "5");
    const names = readdirSync(folder);
    expect(names).toHaveLength(4);
    expect(names).toEqual(expect.arrayContaining(["1", "5"]));
    expect(openBundle(one, "2")).toBeDefined();
  });

  it("are none without packages, or where nobody can write", async () => {
    const { root } = await withBundles("key");
    shareBundle({ root }, "key");
    expect(existsSync(join(root, "node_modules"))).toBe(false);
    mkdirSync(join(root, "node_modules"));
    writeFileSync(join(root, "node_modules/.cache"), "");
    shareBundle({ root }, "key");
    expect(openBundle({ root }, "key")).toBeDefined();
    dropBundle({ root }, "key");
    expect(hasBundle({ root }, "key")).toBe(false);
  });
});
