import { brief, katexError, type Rule } from "./rule.ts";

/** A title consists of invisible characters only, such as zero-width spaces. */
export const blankTitle: Rule<{ what: string; effect: string }> = {
  name: "blank-title",
  severity: "error",
  message: ({ what, effect }) => `${what} has no visible characters, so ${effect}.`,
  hint: () => "Write the title of the paper.",
  example: { what: "This title", effect: "the paper was skipped" },
};

/**
 * A list of ids has a paper whose title is not known yet. The paper is shown as soon as a source with
 * its title is added.
 */
export const notFetched: Rule<{ id: string }> = {
  name: "not-fetched",
  severity: "warning",
  message: ({ id }) => `Only the id ${id} of this paper is known, so it is not shown yet.`,
  hint: ({ id }) => `Run \`npm run add -- ${id}\` to download its title, authors and abstract.`,
  example: { id: "2510.01171" },
};

/** How messages name the facts that differ. */
const factNames: Record<string, string> = {
  published: "publication date",
  authorsCount: "number of authors",
  doi: "DOI",
};

/**
 * Sources contradict each other. The more trusted source wins: arXiv, a DOI registry or BibTeX over
 * an API, and an API over a copied page.
 */
export const sourcesDiffer: Rule<{
  fact: string;
  title: string;
  used: string;
  usedFile?: string | undefined;
  other: string;
  otherFile: string;
}> = {
  name: "sources-differ",
  severity: "info",
  message: ({ fact, title, used, usedFile, other, otherFile }) =>
    `Sources disagree on the ${factNames[fact] ?? fact} of "${title}". Used: ${brief(used)}${usedFile === undefined ? "" : ` (${usedFile})`}. Ignored: ${brief(other)} (${otherFile}).`,
  hint: () => "If the wrong value is used, correct it in content/notes/.",
  example: {
    fact: "published",
    title: "Attention Is All You Need",
    used: "2017-06-12",
    usedFile: "seeds/arxiv.xml",
    other: "2017-06-13",
    otherFile: "seeds/daily.txt",
  },
};

/**
 * Records have the same arXiv id or DOI, but neither their titles nor their abstracts are alike. One of
 * the ids may be wrong.
 */
export const oneIdTwoTitles: Rule<{ id: string; title: string; other: string; place: string }> = {
  name: "one-id-two-titles",
  severity: "warning",
  message: ({ id, title, other, place }) =>
    `"${brief(title)}" has the id ${id}, and so has "${brief(other)}" (${place}). They are shown as one paper.`,
  hint: () => "If they are two papers, correct the id in one of the sources.",
  example: {
    id: "2510.01171",
    title: "Attention Is All You Need",
    other: "Bandits That Wait",
    place: "seeds/refs.bib:12",
  },
};

/**
 * Two records have one title, and neither ids, authors nor abstracts that both have. They are merged,
 * because no other fact differs.
 */
export const mergedByTitle: Rule<{ title: string; other: string }> = {
  name: "merged-by-title",
  severity: "info",
  message: ({ title, other }) =>
    `"${brief(title)}" has the same title as the record in ${other}. No other fact says that they are one paper, and none says that they are two. They are shown as one paper.`,
  hint: () =>
    "If they are two papers, add the authors, the year or an id to the record that lacks them.",
  example: { title: "Attention Is All You Need", other: "seeds/refs.bib:12" },
};

const idNames = { arxiv: "arXiv id", doi: "DOI" } as const;

/**
 * Papers whose other facts differ have the same id. An id that a program put on the wrong paper, or a
 * book's DOI on its chapters, must not merge them.
 */
export const strayId: Rule<{
  field: "arxiv" | "doi";
  id: string;
  title: string;
  other: string;
  place: string;
  kept: { title: string; place: string } | undefined;
}> = {
  name: "stray-id",
  severity: "warning",
  message: ({ field, id, title, other, place, kept }) =>
    `"${brief(title)}" and "${brief(other)}" (${place}) have the same ${idNames[field]}, ${id}, but by their other facts they are two papers. ${kept === undefined ? "Neither keeps the id" : `The id stays with "${brief(kept.title)}" (${kept.place})`}.`,
  hint: ({ field }) =>
    `Correct or remove the ${idNames[field]} in the source that has the wrong one.`,
  example: {
    field: "arxiv",
    id: "1011.1669",
    title: "Special points in zone integrals",
    other: "Growth of crystals in gels",
    place: "seeds/refs.bib:1",
    kept: undefined,
  },
};

/**
 * The id that a paper would have is that of another paper, or was. Where both are new, neither gets
 * it; else the first keeps it.
 */
export const sharedSlug: Rule<{ title: string; slug: string; id: string }> = {
  name: "shared-slug",
  severity: "info",
  message: ({ title, slug, id }) =>
    `The id "${slug}" would not be unique, so the id of "${title}" is "${id}".`,
  example: { title: "On Bounds", slug: "on-bounds", id: "on-bounds-3f2a" },
};

/**
 * The abstracts of two papers have very many word pairs in common, so the papers may be two versions
 * of one work. Papers are only merged if their ids or their titles and abstracts agree, or if a note
 * says so.
 */
export const possibleDuplicate: Rule<{
  id: string;
  title: string;
  otherId: string;
  otherTitle: string;
  otherPlace: string;
  /** The path of the other paper's note. */
  note: string;
  percent: number;
}> = {
  name: "possible-duplicate",
  severity: "warning",
  message: ({ id, title, otherId, otherTitle, otherPlace, percent }) =>
    `"${title}" (${id}) and "${otherTitle}" (${otherId}, ${otherPlace}) may be the same paper: their abstracts share ${percent} % of their word pairs. Both are kept.`,
  hint: ({ id, note }) =>
    `In ${note}, write "sameAs: [${id}]" to merge them, or "differentFrom: [${id}]" to hide this message.`,
  example: {
    id: "tallying-bandits",
    title: "Tallying Bandits",
    otherId: "bandits-that-tire",
    otherTitle: "Bandits That Tire",
    otherPlace: "seeds/a.txt:1",
    note: "content/notes/bandits-that-tire.mdx",
    percent: 69,
  },
};

/**
 * Two papers have the same title and nothing else speaks against one paper, but they have different DOIs or
 * arXiv ids, such as a preprint with a DOI and the article.
 */
export const twoIdsOneTitle: Rule<{
  field: "arxiv" | "doi";
  id: string;
  title: string;
  otherId: string;
  otherPlace: string;
  /** The path of the other paper's note. */
  note: string;
  ids: string[];
}> = {
  name: "two-ids-one-title",
  severity: "warning",
  message: ({ field, id, title, otherId, otherPlace, ids: [own, other] }) =>
    `"${brief(title)}" (${id}) may be the same paper as ${otherId} (${otherPlace}), but their ${idNames[field]}s are different: ${own} and ${other}. Both are kept.`,
  hint: ({ id, note }) =>
    `In ${note}, write "sameAs: [${id}]" to merge them, or "differentFrom: [${id}]" to hide this message.`,
  example: {
    field: "doi",
    id: "10.1000-x",
    title: "On Bounds",
    otherId: "10.1000-y",
    otherPlace: "seeds/a.bib:1",
    note: "content/notes/10.1000-y.mdx",
    ids: ["10.1000/x", "10.1000/y"],
  },
};

/** KaTeX cannot typeset a formula. The page shows its LaTeX source instead. */
export const invalidFormula: Rule<{ latex: string; where: string; reason: string }> = {
  name: "invalid-formula",
  severity: "warning",
  message: ({ latex, where, reason }) =>
    `KaTeX cannot typeset $${latex}$ in ${where}, so its source is shown: ${katexError(reason)}.`,
  hint: () =>
    "Correct the formula in a note, define its commands under macros in content/site.yaml, or leave it as it is.",
  example: {
    latex: "\\foo",
    where: '"On Bounds"',
    reason: "Undefined control sequence: \\foo",
  },
};

/** A line of `content/addresses.jsonl` cannot be read. */
export const damagedAddress: Rule<Record<never, never>> = {
  name: "damaged-address",
  severity: "warning",
  message: () =>
    "This line cannot be read, so the address in it is not reserved. It stays in the file as it is.",
  hint: () =>
    "If git wrote it after a conflict (<<<<<<<, =======, >>>>>>>), delete it. Otherwise, restore it from an earlier commit.",
  example: {},
};

/** A published paper was recognized in a seed, and has a new id. */
export const changedAddress: Rule<{ title: string; id: string; former: string; by: string }> = {
  name: "changed-address",
  severity: "info",
  message: ({ title, id, former, by }) =>
    `"${title}" was recognized by ${by}. Its id is now "${id}", and the address of "${former}" redirects to it.`,
  example: {
    title: "On Bounds",
    id: "2510.01171",
    former: "on-bounds",
    by: "its title",
  },
};

/** Several papers could be the one that was published under an address. */
export const contestedAddress: Rule<{ address: string; titles: string[] }> = {
  name: "contested-address",
  severity: "warning",
  message: ({ address, titles }) =>
    `Several papers could be the one published as "${address}": ${titles.map((title) => `"${title}"`).join(", ")}. None of them gets the address.`,
  hint: () => "Give each paper its arXiv id or DOI in the seed.",
  example: { address: "editorial", titles: ["Editorial", "Editorial"] },
};
