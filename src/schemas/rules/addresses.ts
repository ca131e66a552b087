import type { Rule } from "./rule.ts";

/** `content/addresses.jsonl` cannot be read. */
export const unreadAddresses: Rule<{ reason: string }> = {
  name: "unread-addresses",
  severity: "error",
  message: ({ reason }) =>
    `This was not read: ${reason}. Without it, addresses could go to other papers, so no entry was changed, and former addresses have no page.`,
  hint: () => "Make it readable, or restore it from an earlier commit.",
  example: { reason: "permission denied" },
};

/** The archive has no `content/addresses.jsonl` yet. */
export const newAddresses: Rule = {
  name: "new-addresses",
  severity: "info",
  message: () =>
    "There was no list of published addresses, so it is made from the papers and entries that exist now. Former addresses that none of them has are unknown.",
  hint: () =>
    "Commit this file, so that no published address is lost. If an earlier commit has it, restore it.",
};

/**
 * A host or a workflow builds the site from a commit whose `content/addresses.jsonl` lacks addresses of
 * this site. The file that the build itself writes is lost with the machine that it runs on.
 */
export const unrecordedAddresses: Rule<{ addresses: string[]; papers: string[] }> = {
  name: "unrecorded-addresses",
  severity: "warning",
  message: ({ addresses: [first, ...others], papers }) => {
    const missing =
      first === undefined
        ? `the current titles, keys or ids of ${numbered(papers, ["paper", "papers"])}`
        : numbered([`/${first}/`, ...others], ["address of this site", "addresses of this site"]);
    const risk =
      first === undefined
        ? "When these papers change again, they may not be recognized, and lose their addresses and notes."
        : "When a paper changes or goes, an address that is not listed there leads nowhere, or to another paper.";
    return `The committed list of published addresses lacks ${missing}. ${risk}`;
  },
  hint: () =>
    "Run `npm run ingest` in your copy of the repository and commit content/addresses.jsonl.",
  example: { addresses: ["papers/on-bounds", "topics/bandits"], papers: [] },
};

/** "one paper (on-bounds)", or "3 papers (on-bounds and others)". */
function numbered([first = "", ...others]: readonly string[], [one, many]: Words): string {
  if (others.length === 0) return `one ${one} (${first})`;
  return `${others.length + 1} ${many} (${first} and others)`;
}

type Words = readonly [one: string, many: string];

/** A seed with faults has papers that were published, and the site would be without them. */
export const papersMissing: Rule<{ count: number; title: string }> = {
  name: "papers-missing",
  severity: "error",
  message: ({ count, title }) =>
    count === 1
      ? `Because of the faults in this file, "${title}" would be missing from the site, where it was published.`
      : `Because of the faults in this file, ${count} published papers would be missing from the site, such as "${title}".`,
  hint: () =>
    "Fix the file, or restore it from an earlier commit. If you do not want these papers anymore, run `npm run remove -- ID`.",
  example: { count: 2, title: "Attention Is All You Need" },
};

/** Entries of papers that were published are removed, because no seed has these papers anymore. */
export const gonePapers: Rule<{ count: number; title: string }> = {
  name: "gone-papers",
  severity: "info",
  message: ({ count, title }) =>
    count === 1
      ? `No seed has "${title}" anymore. A page at its address says so, and no other paper gets the address.`
      : `No seed has ${count} papers anymore, among them "${title}". Pages at their addresses say so, and no other paper gets these addresses.`,
  hint: () =>
    "If you have never published this archive, and want no such pages, delete content/addresses.jsonl and run `npm run ingest`.",
  example: { count: 62, title: "On Bounds" },
};

/** A former address that a page in `content/pages/` names is that of another page. */
export const aliasTaken: Rule<{ alias: string }> = {
  name: "alias-taken",
  severity: "warning",
  message: ({ alias }) =>
    `/${alias}/ is the address of another page, so it does not redirect to this one.`,
  hint: () => "Remove it from aliases.",
  example: { alias: "talks" },
};

/** A record was taken for a paper that the owner removed. */
export const removedTwin: Rule<{ title: string; id: string }> = {
  name: "removed-twin",
  severity: "info",
  message: ({ title, id }) =>
    `"${title}" is left out, because it appears to be "${id}", which you removed.`,
  hint: ({ id }) => `To have it in the archive, run \`npm run remove -- --undo ${id}\`.`,
  example: { title: "On Bounds", id: "on-bound" },
};
