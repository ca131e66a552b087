import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planDownload } from "../../../src/client/offline/download-plan.ts";
import type { FileList } from "../../../src/client/offline/file-list.ts";

const hash = fc.integer({ min: 0, max: 60 }).map((number) => `h${number}`);
// Files with the same hash have the same length.
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
const storedHashes = fc.array(hash).map((names) => new Set(names));
const hashesOf = ({ packs }: FileList) =>
  new Set(packs.flatMap(({ files }) => files.map(([, , name]) => name)));

describe("the plan of a download", () => {
  it("requests each missing file once, and no file that is there", () => {
    fc.assert(
      fc.property(lists, storedHashes, fc.boolean(), (list, stored, onlyPacks) => {
        const { requests } = planDownload(list, stored, { onlyPacks });
        const downloaded = requests.flatMap(({ wanted }) => wanted.map((one) => one.hash));
        expect(new Set(downloaded).size).toBe(downloaded.length);
        expect(new Set(downloaded)).toEqual(hashesOf(list).difference(stored));
        if (onlyPacks) expect(requests.every(({ packed }) => packed)).toBe(true);
      }),
    );
  });

  it("counts bytes so that stored and requested files add up to the total", () => {
    fc.assert(
      fc.property(lists, storedHashes, (list, stored) => {
        const plan = planDownload(list, stored);
        const coming = plan.requests.flatMap(({ wanted }) => wanted.map(({ length }) => length));
        expect(plan.present + coming.reduce((sum, length) => sum + length, 0)).toBe(plan.total);
      }),
    );
  });

  it("requests a whole pack if most of it is new, and single files if few are", () => {
    const files = Array.from({ length: 100 }, (_, number): [string, number, string] => [
      `papers/${number}/`,
      10_000,
      `h${number}`,
    ]);
    const list = { packs: [{ path: "offline/a.pack", size: 250_000, files }] };
    const all = planDownload(list, new Set());
    expect(all.requests.map(({ path }) => path)).toEqual(["offline/a.pack"]);
    expect(all.requests[0]?.wanted[3]?.offset).toBe(30_000);
    const most = new Set(files.slice(2).map(([, , name]) => name));
    expect(planDownload(list, most).requests.map(({ path }) => path)).toEqual([
      "papers/0/",
      "papers/1/",
    ]);
  });
});
