import { formulaMark } from "../characters.ts";
import { emphasis, typeMarks } from "../marks.ts";
import type { Output } from "./output.ts";
import type { Formula, Reading } from "./reading.ts";

const forms = (from: string, to: string): ReadonlyMap<string, string> => {
  const target = [...to];
  return new Map([...from].map((character, index) => [character, target[index] ?? character]));
};

// Unicode's superscripts and subscripts. Only a single letter: words are found better as they are.
const raised = forms("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ");
const lowered = forms("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");

/** The end of an ordinal, or a sign that is raised by itself: `1st`, `2ème`, `™`. */
/** Signs that are raised by themselves, and letters that stand for one. */
const raisedSigns: ReadonlyMap<string, string> = new Map([
  ["®", "®"],
  ["™", "™"],
  ["©", "©"],
  ["TM", "™"],
  ["SM", "℠"],
]);

/** A unit after a number or after another unit: `5 m`, `kg/m`. */
const unit = /(?:[\d.,]\s|\p{L}\/)[mscgLKJNW]$/u;

const raisedAnyway = /^(?:st|nd|rd|th|e|er|re|ère|ème|ième|[oa]|®|™|©|[*†‡§¶°º′″,.]+)$/u;

/** Longer text is words and no script. */
const longest = 40;

/** A raised or lowered text. Its formulas are marks, of which `latex` has the content. */
interface Script {
  mark: "^" | "_";
  content: string;
  formulas: readonly Formula[];
  /** How the source prints it. */
  source: string;
}

/**
 * Writes a raised or lowered text: as Unicode where that can be read (`CO₂`), as plain words where it
 * is only a manner of printing (`1st`), and else as a formula with its base (`$x_i^2$`).
 */
export function writeScript<F extends Formula>(
  script: Script,
  output: Output,
  reading: Reading<F>,
): void {
  const content = script.content.replace(typeMarks, "").trim();
  const tail = output.tail();
  const plain = plainScript(script.mark, content, tail);
  const isFormula = content.includes(formulaMark) || content.length <= longest;
  if (content === "" || plain !== undefined) output.push(plain ?? "");
  else if (!isFormula || content.includes("://")) {
    reading.written.push(...script.formulas);
    output.push(content);
  } else writeFormula({ ...script, content }, output, reading);
}

function plainScript(mark: Script["mark"], content: string, tail: string): string | undefined {
  if (mark === "^" && /^[∘◦]$/.test(content)) return "°";
  const sign = mark === "^" ? raisedSigns.get(content) : undefined;
  if (sign !== undefined && (content === sign || /[\p{L}\p{N}]$/u.test(tail))) return sign;
  if (mark === "^" && raisedAnyway.test(content) && /[\p{N}\p{L}]$/u.test(tail)) {
    const isDegree = /^[oº°]$/.test(content) && /\d$/.test(tail);
    return isDegree ? "°" : content;
  }
  const characters = [...content];
  const table = mark === "^" ? raised : lowered;
  if (characters.length > 4 || !characters.every((one) => table.has(one))) return undefined;
  if (/\p{L}/u.test(content) && characters.length > 1) return undefined;
  // A small letter by itself is a variable, and so is anything with a letter as its script; but `s⁻¹`
  // is a unit.
  const isUnit = mark === "^" && /^[-−]?[1-9]$/.test(content) && unit.test(tail);
  const isVariable = !isUnit && (variable.test(tail) || tail.endsWith(formulaMark));
  const isSmall = /\p{Ll}.?$/u.test(tail) && !/^[-−]\d$/.test(content);
  if (isVariable && (isSmall || /\p{L}/u.test(content) || tail.endsWith(formulaMark))) {
    return undefined;
  }
  return characters.map((one) => table.get(one) ?? one).join("");
}

// A letter by itself, in emphasis or not.
const variable = new RegExp(
  `(?:^|[^\\p{L}\\p{N}\\p{M}\\\\'’])(?:(\\p{L})|${emphasis.open}(\\p{L})${emphasis.close})$`,
  "u",
);

function writeFormula<F extends Formula>(
  { mark, content, formulas, source }: Script,
  output: Output,
  reading: Reading<F>,
): void {
  const latex = `${mark}${grouped(latexOf(content, formulas))}`;
  const last = reading.written.at(-1);
  const tail = output.tail();
  if (tail.endsWith(formulaMark) && last && canTake(last.latex, mark)) {
    // In the list only: a formula of the source must stay what it is.
    reading.written[reading.written.length - 1] = {
      ...last,
      latex: last.latex + latex,
      source: last.source + source,
    };
    return;
  }
  const found = variable.exec(tail);
  const base = found?.[1] ?? found?.[2] ?? "";
  if (base !== "") output.cut(found?.[2] === undefined ? base.length : base.length + 2);
  reading.written.push({ latex: base + latex, source: base + source });
  output.push(formulaMark);
}

/** Whether a script can be added to a formula: it has none of its kind at its end. */
function canTake(latex: string, mark: string): boolean {
  return !new RegExp(`\\${mark}(?:\\{[^{}]*\\}|.)(?:[_^](?:\\{[^{}]*\\}|.))?$`).test(latex);
}

function grouped(latex: string): string {
  return /^[A-Za-z0-9]$/.test(latex) ? latex : `{${latex}}`;
}

/** The content of a script as LaTeX: words upright, letters and formulas as they are. */
function latexOf(content: string, formulas: readonly Formula[]): string {
  let next = 0;
  return content.replace(/\uFFFC|\p{L}{2,}|[−–]|[\\#%&$_{}~^]|\s+/gu, (piece) => {
    if (piece === formulaMark) {
      next += 1;
      return formulas[next - 1]?.latex ?? "";
    }
    // Indices of a matrix are letters by themselves.
    if (/^(?!in|ln)[i-n]{2}$/.test(piece)) return piece;
    if (/^\p{L}/u.test(piece)) return `\\mathrm{${piece}}`;
    if (/^[−–]$/.test(piece)) return "-";
    if (piece.trim() === "") return "\\ ";
    if (piece === "\\") return "\\backslash ";
    if (piece === "~") return "\\sim ";
    return piece === "^" ? "\\hat{}" : `\\${piece}`;
  });
}
