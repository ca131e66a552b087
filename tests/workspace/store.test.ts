import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
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
