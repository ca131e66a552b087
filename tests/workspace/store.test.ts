import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { exactJson } from "../../src/workspace/store/exact-json.ts";
import { withStore } from "../../src/workspace/store/open-store.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const options = { version: "1", shape: z.unknown() };
const values: Record<string, unknown> = {
  a: [1, "ü", { __proto__: null, b: "\ud800" }],
  b: { texts: ["x".repeat(3000)] },
  c: "",
};
const file = (root: string) => join(root, ".cache/derived/things.store");

function keep(root: string, kept: Record<string, unknown>, more = {}) {
  return withStore({ root }, "things", { ...options, ...more }, async (store) => {
    for (const [key, value] of Object.entries(kept)) store.set(key, value);
  });
}

function get(root: string, keys: readonly string[], more = {}) {
  return withStore({ root }, "things", { ...options, ...more }, async (store) =>
    keys.map((key) => store.get(key)),
  );
}

it("gives what was set, in a later command, and drops what nobody asks for", async () => {
  const root = await workspaceWith({});
  await keep(root, { b: values["b"], c: values["c"] });
  expect(await get(root, ["b", "none"])).toEqual([values["b"], undefined]);
  expect(await get(root, ["c", "b"])).toEqual([undefined, values["b"]]);
  await withStore({ root }, "things", options, async (store) => {
    expect([store.has("b"), store.has("d")]).toEqual([true, false]);
    store.set("d", 4);
  });
  expect(await get(root, ["b", "d"])).toEqual([values["b"], 4]);
});

describe("a store of which little has changed", () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`k${at}`, `value ${at}`]));
  const keys = [...Object.keys(many), "new"];
  const wanted = { ...many, k7: undefined, k9: "other", new: 1 };
  const parts = ["things.store", "things.changes.store"].map((name) => `.cache/derived/${name}`);

  /** A store without a value, with another one and a new one, in its two files. */
  async function changedStore(): Promise<string> {
    const root = await workspaceWith({});
    await keep(root, many);
    await withStore({ root }, "things", options, async (store) => {
      for (const key of Object.keys(many)) if (key !== "k7" && key !== "k9") store.get(key);
      store.set("k9", "other");
      store.set("new", 1);
    });
    return root;
  }

  it("keeps its file and has what is other beside it", async () => {
    const root = await changedStore();
    const [whole = "", changes = ""] = parts.map((path) => join(root, path));
    const before = await readFile(whole);
    expect((await readFile(changes)).length).toBeLessThan(before.length / 2);
    expect(await get(root, keys)).toEqual(keys.map((key) => Object(wanted)[key]));
    expect(await readFile(whole)).toEqual(before);
    await get(root, ["k9", "k1"]);
    expect(await readdir(join(root, ".cache/derived"))).toEqual(["things.store"]);
    expect(await get(root, ["k1", "k2", "k9"])).toEqual(["value 1", undefined, "other"]);
  });

  it.each(parts)("never gives another value if %s is damaged, older or gone", async (path) => {
    const root = await changedStore();
    const sound = await readFile(join(root, path));
    const former = await workspaceWith({});
    await keep(former, { ...many, k9: "former" });
    const given = async (bytes: Uint8Array | undefined) => {
      if (bytes) await writeFile(join(root, path), bytes);
      else await rm(join(root, path));
      const values = await get(root, keys, { isReadOnly: true });
      for (const [at, value] of values.entries()) {
        const key = keys[at] ?? "";
        const known = [Object(wanted)[key], Object(many)[key], key === "k9" ? "former" : undefined];
        expect([undefined, ...known]).toContain(value);
      }
    };
    await given(undefined);
    await given(await readFile(file(former)));
    const place = fc.record({ at: fc.nat(sound.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(place, async ({ at, by }) => {
        const bytes = Buffer.from(sound);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        await given(bytes);
      }),
      { numRuns: 100 },
    );
  });
});

it("has nothing of another version, with a fresh start, or of another shape", async () => {
  const root = await workspaceWith({});
  await keep(root, { c: "text" });
  const before = await readFile(file(root));
  const other = { isReadOnly: true };
  expect(await get(root, ["c"], { ...other, version: "2" })).toEqual([undefined]);
  expect(await get(root, ["c"], { ...other, isFresh: true })).toEqual([undefined]);
  expect(await get(root, ["c"], { ...other, shape: z.number() })).toEqual([undefined]);
  expect(await get(root, ["c"], other)).toEqual(["text"]);
  expect(await readFile(file(root))).toEqual(before);
});

it("never gives another value, however the file was damaged", async () => {
  const root = await workspaceWith({});
  await keep(root, { b: values["b"], c: "text", d: [1, 2, 3] });
  const whole = await readFile(file(root));
  const damage = fc.record({
    at: fc.nat(whole.length - 1),
    by: fc.integer({ min: 1, max: 255 }),
    length: fc.option(fc.nat(whole.length)),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, by, length }) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ by;
      await writeFile(file(root), length === null ? bytes : whole.subarray(0, length));
      const given = await get(root, ["b", "c", "d"], { isReadOnly: true });
      const wanted = [values["b"], "text", [1, 2, 3]];
      for (const [index, value] of given.entries()) {
        if (value !== undefined) expect(value).toEqual(wanted[index]);
      }
    }),
    { numRuns: 200 },
  );
});

it("does its work where nothing can be written", async () => {
  const root = await workspaceWith({ ".cache/derived": "a file in place of the folder" });
  await keep(root, { c: "text" });
  expect(await get(root, ["c"])).toEqual([undefined]);
});

it.each([
  ["undefined", { a: undefined }],
  ["a number that JSON has not", [Number.NaN]],
  ["an infinite number", { a: { b: Number.POSITIVE_INFINITY } }],
  ["minus zero", -0],
  ["a hole", Object.assign([1], { 2: 3 })],
  ["a map", new Map()],
  ["a date", [new Date(0)]],
  ["a function", { a: () => 1 }],
])("keeps no value that would be another one when it is read: %s", (_, value) => {
  expect(exactJson(value)).toBeUndefined();
});

it("writes any other value so that reading it gives the same", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = exactJson(value);
      if (text !== undefined) expect(JSON.parse(text)).toStrictEqual(value);
    }),
  );
});
