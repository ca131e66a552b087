import { type Item, inParentheses, joined } from "./plain-items.ts";
import { lowered, raised } from "./plain-symbols.ts";

/** Raised signs that are read without `^`, and what they are in plain text. */
const raisedSigns: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "∘": "°",
    "°": "°",
    "⊤": "ᵀ",
    "⊺": "ᵀ",
    "†": "†",
    "‡": "‡",
    "′′": "″",
    "″": "″",
  }),
);

/** A superscript or subscript: `²`, `_max`, `^(n/2)`. */
export interface Script {
  text: string;
  goesOn?: boolean;
}

/**
 * A script in Unicode if all its characters have such a form, otherwise with `^` or `_`. Words are not
 * changed: a search finds `x_max`, but not `xₘₐₓ`.
 */
export function scriptOf(mark: "^" | "_", content: readonly Item[]): Script {
  const text = joined(content).trim();
  const sign = mark === "^" ? raisedSigns.get(text) : undefined;
  if (text === "" || sign !== undefined) return { text: sign ?? "" };
  const forms = mark === "^" ? raised : lowered;
  const characters = [...text];
  const isShort = characters.length <= 3 && !/^[a-z]{3}/.test(text);
  if ((isShort || /^\d+$/.test(text)) && characters.every((it) => forms.has(it))) {
    return { text: characters.map((character) => forms.get(character) ?? character).join("") };
  }
  const isWord = characters.length === 1 || /^[\p{L}\p{M}\p{N}]+$/u.test(text);
  return isWord ? { text: mark + text, goesOn: true } : { text: mark + inParentheses(text) };
}

const roots: ReadonlyMap<string, string> = new Map([
  ["2", "√"],
  ["3", "∛"],
  ["4", "∜"],
]);

/** The sign of a root by its index, which is raised before it: `∛`, `ⁿ√`. */
export function rootSign(index: readonly Item[]): string {
  return roots.get(joined(index).trim()) ?? `${scriptOf("^", index).text}√`;
}

/** Scripts in the order in which they are read: what Unicode has is nearest to the base. */
export function withScripts(base: Item, scripts: readonly Script[]): Item {
  const inOrder = scripts.toSorted((a, b) => Number(isWritten(a)) - Number(isWritten(b)));
  const isRoot = base.kind === "fraction" || base.kind === "root";
  const text = isRoot ? `(${base.text})` : base.text;
  const goesOn = inOrder.at(-1)?.goesOn ?? false;
  return {
    text: text + inOrder.map((script) => script.text).join(""),
    kind: isRoot || base.kind === "space" ? "letter" : base.kind,
    goesOn,
  };
}

const isWritten = ({ text }: Script): boolean => /^[_^]/.test(text);
