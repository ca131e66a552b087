import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
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
  keepBundle,
  openBundle,
} from "../../src/workspace/bundle/kept-bundles.ts";

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

const facts: BundleFacts = {
  entry: "entry.mjs",
  base: "/",
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

const file = (root: string, key: string, path: string) =>
  join(root, ".cache/bundles", key.slice(0, 16), path);

describe("bundles of earlier builds", () => {
  it("are opened by what they were made from", async () => {
    const { root } = await withBundles("first", "second");
    const bundle = await openBundle({ root }, "second");
    expect(bundle).toMatchObject({ facts, messages, files: ["chunks/a.css"] });
    expect(readFileSync(join(bundle?.server ?? "", "entry.mjs"), "utf8")).toMatch("second");
    expect(readFileSync(join(bundle?.site ?? "", "chunks/a.css"), "utf8")).toBe("a{}\n");
    expect(await openBundle({ root }, "third")).toBeUndefined();
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
    expect(await openBundle({ root }, "key")).toBeUndefined();
  });

  it("are not opened without a package of which the site has a part", async () => {
    const { root } = await withBundles("key");
    const shipped = [join(root, "node_modules/gone/index.js")];
    const other = join(root, "other");
    mkdirSync(other);
    writeFileSync(join(other, "entry.mjs"), "");
    gatherBundle({ root }, "server", other, ["entry.mjs"]);
    await keepBundle({ root }, "key", { facts: { ...facts, shipped }, messages });
    expect(await openBundle({ root }, "key")).toBeUndefined();
  });

  it("are kept until others have been used later", async () => {
    const { root } = await withBundles("1", "2", "3", "4");
    // It was made first, and is used last.
    expect(await openBundle({ root }, "1")).toBeDefined();
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
    expect(await openBundle({ root }, "key")).toBeUndefined();
  });
});
