import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type IdentityRule, identityRules } from "../../../src/ingest/identity/verdict.ts";

const readme = join(import.meta.dirname, "../../../src/ingest/identity/README.md");

function row({ why, when, verdict }: IdentityRule): string {
  const evidence = Object.entries(when).map(([kind, values]) => `${kind} ${values.join(" or ")}`);
  return `| ${why} | ${evidence.join("; ") || "anything else"} | ${verdict} |`;
}

it("the README has the table of the rule", () => {
  const text = readFileSync(readme, "utf8");
  const table = /\| row \| evidence \| verdict \|\n.*\n((?:\|.*\n)+)/.exec(text)?.[1];
  expect(table?.trim().split("\n")).toEqual(identityRules.map(row));
});
