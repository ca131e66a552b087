import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { licencesFile } from "../../src/workspace/built-files.ts";
import { isPermissive, readLicences } from "../../src/workspace/licences.ts";
import { readChecksums, verifyFolder } from "../../src/workspace/verify-site.ts";

describe("a built site", () => {
  it("has the licences of the packages of which it has a part, all of them permissive", () => {
    const text = readFileSync(join(inject("site"), licencesFile), "utf8");
    const packages = readLicences(text);
    const names = packages.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        "katex",
        "@fontsource-variable/source-serif-4",
        "idb",
        "zod",
        "vite",
      ]),
    );
    expect(packages.filter(({ licence }) => !isPermissive(licence))).toEqual([]);
    expect(text).not.toContain("no file with the text");
  });

  it("agrees with its checksums", async () => {
    const { sums } = await readChecksums(inject("site"));
    const found = await verifyFolder(inject("site"), sums, () => {});
    expect(found).toEqual({ same: sums.size, missing: [], changed: [], extra: [], unread: [] });
    expect(sums.size).toBeGreaterThan(500);
  });
});
