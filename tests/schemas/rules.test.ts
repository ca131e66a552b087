import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentedRules, exampleOf, rulesPage } from "../../scripts/rules/rules-page.ts";

const root = join(import.meta.dirname, "../..");
const rules = documentedRules();
describe("the catalogue of rules", () => {
  it("has names that are unique, in kebab case, and like those of the exports", () => {
    const names = rules.map(({ rule }) => rule.name);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const camelCase = names.map((name) => name.replace(/-(.)/g, (_, first) => first.toUpperCase()));
    expect(rules.map(({ exportedAs }) => exportedAs)).toEqual(camelCase);
  });

  it("has an example of each rule, with all values", () => {
    const examples = rules.map(({ rule }) => exampleOf(rule));
    expect(examples.filter((text) => /undefined|\[object|NaN/.test(text))).toEqual([]);
  });

  it("is in docs/rules.md, which `npm run docs:rules` writes", () => {
    expect(readFileSync(join(root, "docs/rules.md"), "utf8")).toBe(rulesPage());
  });
});
