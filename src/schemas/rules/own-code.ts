import type { Rule } from "./rule.ts";

/** An override in `content/overrides/` throws an error, or imports what no longer exists. */
export const overrideFailed: Rule<{ name: string; reason: string }> = {
  name: "override-failed",
  severity: "error",
  message: ({ reason }) =>
    `This override failed, so Offprint's own component is shown in its place: ${reason}`,
  hint: ({ name }) =>
    `Compare it with src/components/${name}.astro: after an update, props and helpers may have other names.`,
  example: { name: "PaperDate", reason: "formatDay is not a function" },
};

/** A component in `content/components/` throws an error, or imports what no longer exists. */
export const componentFailed: Rule<{ reason: string }> = {
  name: "component-failed",
  severity: "error",
  message: ({ reason }) =>
    `This component failed, so only the text inside it is shown in its place: ${reason}`,
  hint: () => "Fix the code. After an update, what it imports may have another name.",
  example: { reason: "Could not resolve '../../src/archive/days.ts'" },
};

/** `content/theme.css` cannot be read as a style sheet, or imports what does not exist. */
export const themeFailed: Rule<{ reason: string }> = {
  name: "theme-failed",
  severity: "error",
  message: ({ reason }) => `This style sheet failed, so the site has its usual looks: ${reason}`,
  hint: () => "Look for a brace or a quotation mark that is missing on the line or above it.",
  example: { reason: "Unclosed block" },
};

/** An override, or an import in the owner's code, uses a name that a component of Offprint had earlier. */
export const renamedComponent: Rule<{ former: string; name: string; isIgnored: boolean }> = {
  name: "renamed-component",
  severity: "warning",
  message: ({ former, name, isIgnored }) =>
    isIgnored
      ? `The component "${former}" is called "${name}" now, and there is an override of that name, so this one is not used.`
      : `The component "${former}" is called "${name}" now. It is found by its former name, too.`,
  hint: ({ former, name, isIgnored }) =>
    isIgnored
      ? "Delete one of the two files."
      : `Write "${name}" in place of "${former}", in the name of the file or of the import.`,
  example: { former: "Shelf", name: "PaperGroup", isIgnored: false },
};

/** Code of an override, component, page or note fails after its page was made. */
export const strayError: Rule<{ kind: "rejected" | "thrown"; reason: string }> = {
  name: "stray-error",
  severity: "error",
  message: ({ kind, reason }) =>
    kind === "rejected"
      ? `Code of a page, note or component rejected a promise that nothing awaits: ${reason}`
      : `Code of a page, note or component threw an error in a timer or a callback, where nothing could catch it: ${reason}`,
  hint: ({ kind }) =>
    kind === "rejected"
      ? "Await the promise, or handle its errors with .catch()."
      : "Catch the error where it is thrown, or do without the timer.",
  example: { kind: "rejected", reason: "fetch failed" },
};
