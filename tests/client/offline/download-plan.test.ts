import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planFetching } from "../../../src/client/offline/download-plan.ts";
import type { FileList } from "../../../src/client/offline/file-list.ts";

const hash = fc.integer({ min: 0, max: 60 }).map((number) => `h${number}`);
// The length belongs to the content, so it follows from the hash.
const file = hash.map(
  (name, index = name) => [`${index}/`, 100 + name.length * 1000, name] as const,
);
const lists: fc.Arbitrary<FileList> = fc
  .array(fc.array(file, { minLength: 1, maxLength: 12 }), { maxLength: 8 })
  .map((packs) => ({
    packs: packs.map((files, number) => ({
      path: `offline/${number}.pack`,
      size: Math.ceil(files.reduce((sum, [, length]) => sum + length, 0) / 3),
      files: files.map(([path, length, name]) => [path, length, name]),
    })),
  }));
const presents = fc.array(hash).map((names) => new Set(names));
const hashesOf = ({ packs }: FileList) =>
  new Set(packs.flatMap(({ files }) => files.map(([, , name]) => name)));

describe("planning what to fetch", () => {
  it("brings every file that is not there, each once, and none that is", () => {
    fc.assert(
      fc.property(lists, presents, fc.boolean(), (list, present, onlyPacks) => {
        const { fetches } = planFetching(list, present, { onlyPacks });
        const brought = fetches.flatMap(({ wanted }) => wanted.map((one) => one.hash));
        expect(new Set(brought).size).toBe(brought.length);
        expect(new Set(brought)).toEqual(hashesOf(list).difference(present));
        if (onlyPacks) expect(fetches.every(({ packed }) => packed)).toBe(true);
      }),
    );
  });

  it("counts so that what is there and what comes make the whole", () => {
    fc.assert(
      fc.property(lists, presents, (list, present) => {
        const plan = planFetching(list, present);
        const coming = plan.fetches.flatMap(({ wanted }) => wanted.map(({ length }) => length));
        expect(plan.present + coming.reduce((sum, length) => sum + length, 0)).toBe(plan.total);
      }),
    );
  });

  it("fetches a whole pack when most of it is new, and files alone when few are", () => {
    const files = Array.from({ length: 100 }, (_, number): [string, number, string] => [
      `papers/${number}/`,
      10_000,
      `h${number}`,
    ]);
    const list = { packs: [{ path: "offline/a.pack", size: 250_000, files }] };
    const all = planFetching(list, new Set());
    expect(all.fetches.map(({ path }) => path)).toEqual(["offline/a.pack"]);
    expect(all.fetches[0]?.wanted[3]?.offset).toBe(30_000);
    const most = new Set(files.slice(2).map(([, , name]) => name));
    expect(planFetching(list, most).fetches.map(({ path }) => path)).toEqual([
      "papers/0/",
      "papers/1/",
    ]);
  });
});
