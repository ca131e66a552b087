import type { Item } from "./plain-items.ts";

/** The brackets of environments that have some. */
const brackets: Readonly<Record<string, readonly [open: string, close: string]>> = {
  pmatrix: ["(", ")"],
  bmatrix: ["[", "]"],
  Bmatrix: ["{", "}"],
  vmatrix: ["|", "|"],
  Vmatrix: ["‖", "‖"],
  cases: ["{", "}"],
  dcases: ["{", "}"],
  rcases: ["{", "}"],
};

/** A matrix, a list of cases or lines of a formula: `(a b; c d)`, `{x, x>0; 0, else}`, `a=b; c=d`. */
export function environmentOf(name: string, rows: readonly (readonly string[])[]): Item {
  const isCases = /^[dr]?cases\*?$/.test(name);
  const isMatrix = /matrix|array/.test(name);
  const written = rows.map((cells) => {
    if (!isCases && !isMatrix) return cells.join("").trim();
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    if (isCases) return filled.map((cell) => cell.replace(/,$/, "")).join(", ");
    return filled.join(" ");
  });
  const [open, close] = brackets[name.replace(/^small|\*$/g, "")] ?? ["", ""];
  const text = open + written.filter((row) => row !== "").join("; ") + close;
  return { text, kind: open === "" ? "sign" : "letter" };
}
