import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { hostLimits, sizeOf, tooLarge } from "../../src/workspace/doctor/sizes.ts";
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
    expect(hostLimits()).toContain("Netlify: at most 54,000 files in a folder");
  });

  it.each<[string, Partial<typeof small>, RegExp[]]>([
    ["many files", { files: 20_001 }, [/^Cloudflare Pages \(free plan\): 20001 files/]],
    ["more files", { files: 100_001 }, [/free plan/, /paid plans/]],
    ["much in all", { bytes: 1_000_000_001 }, [/^GitHub Pages: 1000\.0 MB in total/]],
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
