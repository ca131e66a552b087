import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { distances, expectedSize, sizeOf, tooLarge } from "../../src/workspace/doctor/sizes.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const small = {
  files: 700,
  bytes: 5_000_000,
  largest: { file: "search/words.bin", bytes: 900_000 },
  fullest: { folder: "papers", files: 62 },
};
const items = (size: Partial<typeof small>) =>
  tooLarge({ ...small, ...size }).flatMap(({ items: found }) => found);

describe("the size of a built site", () => {
  it("includes its largest file and its fullest folder", async () => {
    const root = await workspaceWith({
      "dist/index.html": "12345",
      "dist/papers/a/index.html": "123",
      "dist/papers/b/index.html": "1234567",
      "dist/papers/c/index.html": "1",
    });
    expect(await sizeOf(join(root, "dist"))).toEqual({
      files: 4,
      bytes: 16,
      largest: { file: "papers/b/index.html", bytes: 7 },
      fullest: { folder: "papers", files: 3 },
    });
    expect(await sizeOf(join(root, "nowhere"))).toBeUndefined();
  });

  it("is within the limits of every host if it is small", () => {
    expect(tooLarge(small)).toEqual([]);
  });

  it("says how far it is from the limits of each host, and how many papers fit", () => {
    expect(distances({ files: 10_000, bytes: 400_000_000 }, 4_000)).toEqual([
      "GitHub Pages: 400.0 MB of 1000.0 MB in total (40 %); about 10,000 papers like these fit",
      "GitLab Pages: 10,000 of 200,000 files (5 %), 400.0 MB of 1000.0 MB in total (40 %); about 10,000 papers like these fit",
      "Cloudflare Pages (free plan): 10,000 of 20,000 files (50 %), at most 26.2 MB in a file; about 8,000 papers like these fit",
      "Cloudflare Pages (paid plans): 10,000 of 100,000 files (10 %), at most 26.2 MB in a file; about 40,000 papers like these fit",
      "Netlify: at most 54,000 files in a folder",
    ]);
  });

  it("says of an archive of a few papers how many fit in a large one", () => {
    const room = (papers: number) =>
      distances({ files: 250, bytes: 1_600_000 }, papers).map((line) =>
        Number(/about ([\d,]+) papers fit/.exec(line)?.[1]?.replaceAll(",", "")),
      );
    expect(room(1)).toEqual([24_800, 24_800, 10_900, 55_300, NaN]);
    expect(room(62)).toEqual(room(1));
  });

  it("is foretold by the number of papers before it is built", () => {
    const [few, many] = [expectedSize(100), expectedSize(10_000)];
    expect(many.files).toBeGreaterThan(10_000);
    expect(many.bytes / few.bytes).toBeGreaterThan(20);
    expect(distances(expectedSize(0), 0)[0]).not.toContain("papers");
  });

  it.each<[string, Partial<typeof small>, RegExp[]]>([
    ["many files", { files: 20_001 }, [/^Cloudflare Pages \(free plan\): 20001 files/]],
    ["more files", { files: 100_001 }, [/free plan/, /paid plans/]],
    [
      "much in all",
      { bytes: 1_000_000_001 },
      [/^GitHub Pages: 1000\.0 MB in total/, /^GitLab Pages: 1000\.0 MB in total/],
    ],
    [
      "a large file",
      { largest: { file: "a.bin", bytes: 26_214_401 } },
      [/free plan.* in a\.bin/, /paid plans.* in a\.bin/],
    ],
    [
      "a full folder",
      { fullest: { folder: "papers", files: 54_001 } },
      [/^Netlify: 54001 files in papers, but the limit is 54000/],
    ],
  ])("is reported if it has %s", (_, size, reported) => {
    expect(items(size)).toEqual(reported.map((one) => expect.stringMatching(one)));
  });
});
