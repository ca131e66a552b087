import { katexError, type Rule, recreateEntry } from "./rule.ts";

/** The rules below are about your notes in `content/notes/` and your pages in `content/pages/`. */
interface OfText {
  kind: "note" | "page";
}

/** The frontmatter of a note or an entry has no end, so it cannot be told apart from the text. */
export const unclosedFrontmatter: Rule<{ kind: "note" | "entry" }> = {
  name: "unclosed-frontmatter",
  severity: "error",
  message: ({ kind }) => `The frontmatter that starts here has no end, so the ${kind} was skipped.`,
  hint: ({ kind }) =>
    kind === "note"
      ? "Add a line of three hyphens (---) between the frontmatter and the text."
      : recreateEntry,
  example: { kind: "note" },
};

/** A page in `content/pages/` has no title. */
export const pageWithoutTitle: Rule<{ similar?: string | undefined }> = {
  name: "page-without-title",
  severity: "warning",
  message: () => "This page has no title, so its file name is used as the heading.",
  hint: ({ similar }) =>
    `${similar === undefined ? "" : `Did you mean "title" instead of "${similar}"? `}Start the file with a line of three hyphens (---), then \`title: …\`, then --- again.`,
  example: { similar: "titel" },
};

/** A page in `content/pages/` has the address of one of Offprint's own pages. */
export const pageAddressTaken: Rule<{ path: string }> = {
  name: "page-address-taken",
  severity: "error",
  message: ({ path }) => `Offprint has a page of its own at /${path}, so this page is not shown.`,
  hint: () => "Rename the file.",
  example: { path: "topics" },
};

/** Two pages in `content/pages/` have the same address, such as `a.mdx` and `a/index.mdx`. */
export const samePageAddress: Rule<{ path: string; other: string }> = {
  name: "same-page-address",
  severity: "error",
  message: ({ path, other }) =>
    `${other} has the same address, /${path}/, so this page is not shown.`,
  hint: () => "Rename one of the files. Upper and lower case count as the same.",
  example: { path: "talks", other: "content/pages/talks.mdx" },
};

/** A note or page is not valid MDX. */
export const invalidMdx: Rule<OfText & { reason: string }> = {
  name: "invalid-mdx",
  severity: "error",
  message: ({ kind, reason }) =>
    `This ${kind} is not valid MDX, so its source is shown as text: ${reason}.`,
  hint: () =>
    "In MDX, < starts a component and { starts code. For the characters themselves, write \\< and \\{.",
  example: { kind: "note", reason: "Expected a closing tag for `<Aside>`" },
};

/** Quotes, lists, elements, formulas or code of a note or page are inside of each other too many times. */
export const nestedTooDeeply: Rule<OfText> = {
  name: "nested-too-deeply",
  severity: "error",
  message: ({ kind }) =>
    `This ${kind} is nested too deeply or has too long a formula here, so its source is shown as text.`,
  hint: () => "Use at most 20 quotes, lists, elements or fractions inside of each other.",
  example: { kind: "note" },
};

/** A note or page would take very long to compile. */
export const longNote: Rule<OfText & { length: number; limit: number }> = {
  name: "long-note",
  severity: "error",
  message: ({ kind, length, limit }) =>
    length > limit
      ? `This ${kind} has ${length.toLocaleString("en")} characters, and more than ${limit.toLocaleString("en")} take too long, so its source is shown.`
      : `A paragraph of this ${kind} has too many asterisks and underscores, so the source of the ${kind} is shown.`,
  hint: ({ length, limit }) =>
    length > limit ? "Divide it." : "Put code into a code block with empty lines in it.",
  example: { kind: "note", length: 1_000_000, limit: 300_000 },
};

/** A formula in a note or page cannot be typeset by KaTeX. */
export const invalidNoteFormula: Rule<OfText & { latex: string; reason: string }> = {
  name: "invalid-note-formula",
  severity: "warning",
  message: ({ kind, latex, reason }) =>
    `KaTeX cannot typeset $${latex}$ in this ${kind}, so its source is shown: ${katexError(reason)}.`,
  hint: () => "Fix the formula.",
  example: { kind: "note", latex: "\\foo", reason: "Undefined control sequence: \\foo" },
};

/** Code in a note or page throws an error when it is imported or run. */
export const codeFailed: Rule<OfText & { reason: string }> = {
  name: "code-failed",
  severity: "error",
  message: ({ kind, reason }) =>
    `The code in this ${kind} failed, so its source is shown as text: ${reason}`,
  hint: () => "Fix the code. Components must be imported before they are used.",
  example: { kind: "page", reason: "Expected component `Chart` to be defined" },
};

/** A note has code, which notes may have only if the settings allow it. */
export const codeNotAllowed: Rule<{ code: string }> = {
  name: "code-not-allowed",
  severity: "error",
  message: ({ code }) => `This note has code (${code}), so its source is shown as text.`,
  hint: () =>
    "For the character itself, write \\{. To allow code in notes, set notes: { code: true } in content/site.yaml.",
  example: { code: "{5}" },
};

/** A note uses a component that does not exist. */
export const unknownComponent: Rule<{ name: string; nearest: string; known: readonly string[] }> = {
  name: "unknown-component",
  severity: "error",
  message: ({ name }) => `There is no component <${name}>, so the note is shown as text.`,
  hint: ({ nearest, known }) => `Did you mean <${nearest}>? Notes can use: ${known.join(", ")}.`,
  example: { name: "Asid", nearest: "Aside", known: ["Aside", "Paper", "Topic"] },
};

/** A note has an HTML element that can run code or load files from elsewhere. */
export const unsafeElement: Rule<{ element: string }> = {
  name: "unsafe-element",
  severity: "error",
  message: ({ element }) =>
    `Notes cannot have <${element}>, which can run code or load files, so the note is shown as text.`,
  hint: () => "Use Markdown instead, or remove the element.",
  example: { element: "iframe" },
};

/** An HTML element in a note has an attribute that can run code or load files from elsewhere. */
export const unsafeAttribute: Rule<{ element: string; attribute: string }> = {
  name: "unsafe-attribute",
  severity: "error",
  message: ({ element, attribute }) =>
    `In notes, <${element}> cannot have ${attribute}, which can run code or load files, so the note is shown as text.`,
  hint: ({ attribute }) => `Remove ${attribute}.`,
  example: { element: "p", attribute: "onclick" },
};

/** A note or page has a link that runs code, such as `javascript:`, or a component that loads a remote file. */
export const unsafeLink: Rule<OfText & { url: string }> = {
  name: "unsafe-link",
  severity: "error",
  message: ({ kind, url }) => `A ${kind} cannot link to ${url}, so it is shown as text.`,
  hint: () =>
    "Link to a web address (https: or http:), an email address (mailto:), or a page of this site.",
  example: { kind: "note", url: "javascript:alert(1)" },
};

/** An image in a note or page does not exist. */
export const missingImage: Rule<OfText & { image: string }> = {
  name: "missing-image",
  severity: "error",
  message: ({ kind, image }) =>
    `There is no image ${image}, so this ${kind} shows its alternative text instead.`,
  hint: ({ kind }) =>
    `Put the image into content/${kind}s/, and refer to it with a relative path: ![…](./image.png).`,
  example: { kind: "note", image: "./figure.png" },
};

/**
 * A note or page refers to something that is not an image as an image, or to a file outside the folder
 * of notes. The extension and the content of the file must both be those of an image, and an SVG must
 * have no scripts and load nothing. An image can also be damaged: cut off, or an SVG that is not XML.
 */
export const invalidImage: Rule<
  OfText & { image: string; fault: "outside" | "not-a-picture" | "damaged" }
> = {
  name: "invalid-image",
  severity: "error",
  message: ({ kind, image, fault }) =>
    `${image} ${imageFault(kind, fault)}, so this ${kind} shows its alternative text instead.`,
  hint: ({ kind, fault }) =>
    fault === "damaged"
      ? "Copy or save the file again."
      : `Put a PNG, JPEG, GIF, WebP, AVIF or SVG file into ${pictureFolder(kind)}, and refer to it with a relative path: ![…](./image.png).`,
  example: { kind: "note", image: "./figure.mjs", fault: "not-a-picture" },
};

function imageFault(kind: OfText["kind"], fault: "outside" | "not-a-picture" | "damaged"): string {
  if (fault === "outside") return `is outside ${pictureFolder(kind)}`;
  return fault === "damaged"
    ? "is damaged and cannot be read to its end"
    : "is not an image that can be shown";
}

/**
 * An image in a note or page is on another server. Pages never load anything from other servers, so
 * that reading them is private and works offline.
 */
export const remoteImage: Rule<OfText & { url: string }> = {
  name: "remote-image",
  severity: "warning",
  message: ({ url }) =>
    `The image ${url} is on another server, so a link is shown instead. Pages load nothing from other servers.`,
  hint: ({ kind }) =>
    `Put the image into content/${kind}s/, and refer to it with a relative path: ![…](./image.png).`,
  example: { kind: "note", url: "https://example.org/figure.png" },
};

/** A note or page imports a file that does not exist. */
export const missingImport: Rule<OfText & { name: string }> = {
  name: "missing-import",
  severity: "error",
  message: ({ kind, name }) =>
    `This ${kind} imports "${name}", which does not exist, so its source is shown as text.`,
  hint: ({ kind }) => `Paths are relative to the ${kind}: ./ is content/${kind}s/.`,
  example: { kind: "page", name: "./chart.astro" },
};

/** `<Paper id="…">` in a note names a paper that does not exist. */
export const unknownPaperLink: Rule<{ id: string }> = {
  name: "unknown-paper-link",
  severity: "warning",
  message: ({ id }) =>
    `A note links to the paper "${id}", which is not in this archive. Its id is shown without a link.`,
  hint: () => "Use the last part of the paper's address as its id.",
  example: { id: "2510.0117" },
};

/** `<Topic>` in a note or page names a topic that does not exist. */
export const unknownTopicLink: Rule<{ id: string; nearest?: string | undefined }> = {
  name: "unknown-topic-link",
  severity: "warning",
  message: ({ id }) => `There is no topic "${id}", so its id is shown without a link.`,
  hint: ({ nearest }) =>
    nearest === undefined
      ? "Use the last part of the topic's address."
      : `Did you mean "${nearest}"?`,
  example: { id: "bandit", nearest: "bandits" },
};

/** The folder from which notes or pages can show images. */
function pictureFolder(kind: OfText["kind"]): string {
  return kind === "note" ? "content/notes/" : "content/";
}
