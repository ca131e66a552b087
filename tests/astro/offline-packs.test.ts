import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  byPartition,
  packsFrom,
  partitionsOfPacks,
} from "../../src/astro/integrations/cut-packs.ts";

const fileOf = (path: string, size: number, hash = "h") => ({ path, size, hash });

/** Files of an archive, in the order of their paths. */
const archive = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    fileOf(`papers/${String(at).padStart(5, "0")}/index.html`, 8_000 + ((at * 977) % 9_000)),
  );

const written = (files: Iterable<ReturnType<typeof fileOf>>) =>
  [...packsFrom(files)].map((pack) => JSON.stringify(pack));

describe("packs for offline reading", () => {
  it("have all files once and in their order, and no pack is larger than it needs to be", () => {
    const file = fc.record({ name: fc.string(), length: fc.nat(900_000) });
    fc.assert(
      fc.property(fc.array(file), (files) => {
        const all = files.map(({ name, length }, at) => fileOf(`${at}/${name}`, length));
        const packs = [...packsFrom(all)];
        expect(packs.flat()).toEqual(all);
        for (const pack of packs) {
          const before = pack.slice(0, -1).reduce((sum, { size }) => sum + size, 0);
          expect(before).toBeLessThan(2 * 1024 * 1024);
        }
      }),
    );
  });

  it("are those of each partition with enough papers, the newest first, after those of all other files", () => {
    const papers = ["2022", "2023", "2024"].flatMap((year, at) =>
      Array.from({ length: [3, 120, 100][at] ?? 0 }, (_, index) => ({
        id: `${year}-${index}`,
        date: `${year}-05-${10 + (index % 20)}`,
      })),
    );
    const paths = [
      "days/2022-05-10/index.html",
      "days/2023-05-10/index.html",
      "index.html",
      "papers/2022-1/index.html",
      "papers/2023-1/index.html",
      "papers/2023-2/index.html",
      "papers/2024-0/index.html",
      "years/2024/index.html",
    ];
    expect(byPartition(paths, partitionsOfPacks(papers))).toEqual([
      ["days/2022-05-10/index.html", "index.html", "papers/2022-1/index.html"],
      ["papers/2024-0/index.html", "years/2024/index.html"],
      ["days/2023-05-10/index.html", "papers/2023-1/index.html", "papers/2023-2/index.html"],
    ]);
    expect(byPartition(paths, partitionsOfPacks([]))).toEqual([paths]);
  });

  it("are mostly the same after an edit, a new file or one less", () => {
    const files = archive(4_000);
    const before = written(files);
    expect(before.length).toBeGreaterThan(30);
    const edited = files.map((file, at) =>
      at === 900 ? fileOf(file.path, 30_000, "other") : file,
    );
    const more = [...files.slice(0, 500), fileOf("papers/00499a/", 12_345), ...files.slice(500)];
    const less = files.filter((_, at) => at !== 1_200);
    for (const after of [edited, more, less].map(written)) {
      const others = after.filter((pack) => !before.includes(pack));
      expect(others.length).toBeGreaterThan(0);
      expect(others.length).toBeLessThan(8);
    }
  });
});
