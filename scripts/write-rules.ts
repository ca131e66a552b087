import { rulesPage } from "./rules/rules-page.ts";
import { writeDocuments } from "./write-document.ts";

await writeDocuments({
  name: "npm run docs:rules",
  summary: "Writes docs/rules.md, the list of all rules, from the catalog in src/schemas/rules/.",
  make: () => ({ "docs/rules.md": rulesPage() }),
});
