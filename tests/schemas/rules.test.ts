import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentedRules, exampleOf, rulesPage } from "../../scripts/rules/rules-page.ts";

const root = join(import.meta.dirname, "../..");
const rules = documentedRules();
const source = globSync("{src,scripts}/**/*.{ts,astro}", { cwd: root })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !/^src\/schemas\/(?:rules[./]|message\.ts)/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
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
    const page = readFileSync(join(root, "docs/rules.md"), "utf8");
    expect(page).toBe(rulesPage());
    expect(rules.filter(({ rule }) => !page.includes(`### ${rule.name}\n`))).toEqual([]);
  });

  it("has every text: no other file makes a message", () => {
    const making = /\brule:\s*["'`]|\bseverity:\s*["'`](?:error|warning|info)["'`][^;]*\breason:/;
    expect(making.test('{ rule: "no-title", severity: "error" }')).toBe(true);
    expect(source.filter(({ text }) => making.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it("has no rule that nothing reports", () => {
    const unused = rules.filter(
      ({ exportedAs }) => !source.some(({ text }) => new RegExp(`\\b${exportedAs}\\b`).test(text)),
    );
    expect(unused.map(({ rule }) => rule.name)).toEqual([]);
  });
});
