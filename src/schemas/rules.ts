/**
 * The catalogue of rules: every problem that Offprint reports, with its permanent name and its texts.
 * docs/rules.md is made from it.
 */
export * from "./rules/addresses.ts";
export * from "./rules/daily-papers.ts";
export * from "./rules/entries.ts";
export * from "./rules/links.ts";
export * from "./rules/mdx.ts";
export * from "./rules/notes.ts";
export * from "./rules/own-code.ts";
export * from "./rules/papers.ts";
export * from "./rules/records.ts";
export * from "./rules/references.ts";
export { report } from "./rules/rule.ts";
export * from "./rules/seeds.ts";
export * from "./rules/settings.ts";
export * from "./rules/topics.ts";
