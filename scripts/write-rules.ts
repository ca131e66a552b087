import { rulesPage } from "./rules/rules-page.ts";
import { writeDocument } from "./write-document.ts";

await writeDocument({
  name: "npm run docs:rules",
  summary: "Writes docs/rules.md, the list of all rules, from the catalog in src/schemas/rules/.",
  path: "docs/rules.md",
  make: rulesPage,
});
