import { globSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sectionOf } from "../../src/archive/sections.ts";

it.each([
  ["years/", "dates"],
  ["weeks/2025-W46/", "dates"],
  ["papers/2510.01171/", "dates"],
  ["with-code/2/", "topics"],
  ["authors/ada-byron/", "authors"],
  ["", undefined],
  ["constructor/", undefined],
])("of /%s is %s", (path, section) => {
  expect(sectionOf(path)).toBe(section);
});

it("is known for every page of the engine", () => {
  const pages = join(import.meta.dirname, "../../src/pages");
  const first = globSync("**/*.astro", { cwd: pages }).map((path) => path.split(/[\\/]/)[0] ?? "");
  const names = new Set(first.map((name) => name.replace(/\.astro$/, "")));
  const without = [...names].filter((name) => sectionOf(`${name}/`) === undefined);
  expect(without.toSorted()).toEqual(["404", "[...gone]", "[...moved]", "[...page]", "index"]);
});
