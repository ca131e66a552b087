import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Rule, report } from "../../src/schemas/rules/rule.ts";
import * as catalogue from "../../src/schemas/rules.ts";
import { describeMessage } from "../../src/workspace/describe-messages.ts";

const root = join(import.meta.dirname, "../..");

/** The parts of the page, in order, by the files of the catalogue. */
const areas = {
  settings: "Settings",
  seeds: "Seeds",
  links: "Linked files",
  records: "Records of all sources",
  references: "Fields of BibTeX, RIS and other references",
  "daily-papers": "Daily Papers",
  papers: "Papers",
  addresses: "Published addresses",
  entries: "Entries",
  notes: "Notes",
  mdx: "Text of notes and pages",
  "own-code": "Code of overrides and components",
  topics: "Topics",
} as const;

/** A rule as the page shows it. */
export interface DocumentedRule {
  /** Its file in src/schemas/rules/, without `.ts`. */
  area: string;
  /** The name under which it is exported. */
  exportedAs: string;
  rule: Rule;
  /** What it means and when it happens: its doc comment, as one line. */
  meaning: string;
}

const declared = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export const (\w+): Rule\b/g;

/** Every rule of the catalogue, in the order of the files. A rule without a doc comment is an error. */
export function documentedRules(): DocumentedRule[] {
  const byName = new Map(Object.entries(catalogue));
  const files = globSync("*.ts", { cwd: join(root, "src/schemas/rules") }).sort();
  return files.flatMap((file) => {
    const text = readFileSync(join(root, "src/schemas/rules", file), "utf8");
    return [...text.matchAll(declared)].map(([, comment, exportedAs = ""]) => {
      const rule = byName.get(exportedAs);
      if (comment === undefined) throw new Error(`${file}: ${exportedAs} has no doc comment.`);
      if (typeof rule !== "object") throw new Error(`rules.ts does not export ${exportedAs}.`);
      const meaning = comment.replace(/\s*\n\s*\*\s?|\s+/g, " ").trim();
      return { area: file.replace(/\.ts$/, ""), exportedAs, rule, meaning };
    });
  });
}

/** The message of a rule with its example values, for instance as `npm run ingest` prints it. */
export function exampleOf(rule: Rule): string {
  return describeMessage(report(rule, rule.example ?? {}));
}

/** docs/rules.md: what each rule means, an example, and what to do. */
export function rulesPage(): string {
  const rules = documentedRules();
  const parts = Object.entries(areas).map(([area, title]) => {
    const own = rules.filter((one) => one.area === area);
    return `## ${title}\n\n${own.map(section).join("\n")}`;
  });
  return `${introduction}\n${parts.join("\n")}`;
}

const introduction = `<!-- Made by \`npm run docs:rules\` from src/schemas/rules/. Do not edit. -->

# Rules

When Offprint finds a problem in your files, it prints a message with the file and line, a severity,
what happened, and the name of a rule in brackets. This page lists all rules. Their names never
change, so you can search for them.

- An **error** means that something was skipped or is wrong on the site. The command ends with exit
  code 1, but everything else is done.
- A **warning** is something you should look at. With \`--strict\`, \`npm run ingest\` ends with exit
  code 1 for warnings too.
- An **info** is good to know. Nothing needs to be done.

In the examples, the line after the arrow says what to do.
`;

function section({ rule, meaning }: DocumentedRule): string {
  return `### ${rule.name}\n\n${meaning}\n\n\`\`\`text\n${exampleOf(rule)}\n\`\`\`\n`;
}
