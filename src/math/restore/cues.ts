import { shape } from "./shapes.ts";
import type { Token } from "./tokens.ts";

interface Shaped {
  readonly tokens: readonly Token[];
  readonly shapes: Uint8Array;
}

const triggers: ReadonlySet<number> = new Set<number>([
  shape.lowerLetter,
  shape.upperLetter,
  shape.caret,
  shape.underscore,
  shape.openBrace,
  shape.relationSign,
  shape.bar,
  shape.backslash,
  shape.greekLetter,
  shape.greekName,
  shape.strongName,
  shape.functionName,
  shape.delimiterName,
  shape.glued,
]);
const isNumber = (kind: number): boolean => kind === shape.integer || kind === shape.decimal;

const certainNames =
  /^(?:(?:long)?(?:left)?rightarrow|leftarrow|[Uu]parrow|[Dd]ownarrow|[lgn]eq(?:slant)?|[A-Za-z]*infty[A-Za-z]*|propto|var(?:epsilon|phi|theta|rho)|mapsto|lesssim|gtrsim|cdot|[A-Z]times|mathrm|mathcal|mathbb|mathbf|tilde[A-Z].*|(?:alpha|beta|gamma|delta|epsilon|lambda|sigma|theta|omega|Omega|mu|xi|rho)(?:in|to|[lgn]eq?))$/;
/** Relations that no sentence puts before a number: `sim 250`, `approx 0.5`. */
const beforeNumber = /^(?:sim|approx|le|ge)$/;
const braced = /^(?:sim|times|approx|pm|to|circ|[lg]eq?|rightarrow|infty)$/;

const named: ReadonlySet<number> = new Set<number>([
  shape.greekName,
  shape.strongName,
  shape.wrapperName,
  shape.functionName,
  shape.doubtfulName,
  shape.glued,
  shape.mixed,
]);

/** Whether the token cannot be prose, whatever is around it. */
export function isCertain(context: Shaped, at: number): boolean {
  const { tokens, shapes } = context;
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token === undefined) return false;
  const before = shapes[at - 1] ?? shape.edge;
  if (token.text === "^" && !token.spaced) return after !== undefined && !after.spaced;
  if (token.text === "\\" && tokens[at - 1]?.text === "{" && tokens[at + 2]?.text === "}") {
    return shapes[at + 1] === shape.greekName;
  }
  if (before === shape.backslash) return false;
  if (token.text === "{" && tokens[at + 2]?.text === "}") {
    return after !== undefined && braced.test(after.text);
  }
  if (/^text(?:bf|it|rm|tt|sf)?$/.test(token.text)) {
    return after?.text === "{" && !after.spaced;
  }
  if (beforeNumber.test(token.text)) {
    const number = shapes[at + 1] ?? shape.edge;
    if (isNumber(number) && after?.spaced === true) return true;
  }
  if (token.text === "times" && isNumber(before)) {
    const beyond = shapes[at + 2] ?? shape.edge;
    if (isNumber(shapes[at + 1] ?? shape.edge) && beyond !== shape.hyphen) return true;
  }
  if (token.text === "to" && isNumber(before) && !token.spaced) return after?.spaced === false;
  if (token.text === "_") return after?.text === "{" && !after.spaced;
  if (!token.spaced && isNumber(before)) {
    if (token.text === "times" || token.text === "pm" || token.text === "sim") return true;
  }
  if (token.text === "approx" || token.text === "sim" || token.text === "times") {
    const beyond = tokens[at + 2];
    const isWord = beyond !== undefined && !beyond.spaced && /^[a-z]{2}/.test(beyond.text);
    return (
      after !== undefined && !after.spaced && !isWord && isNumber(shapes[at + 1] ?? shape.edge)
    );
  }
  if (token.text.length === 3 && /^[a-zA-Z](?:in|to)$/.test(token.text)) {
    return after !== undefined && !after.spaced && /^[{[]/.test(after.text);
  }
  const isNamed = named.has(shapes[at] ?? shape.edge) || /^(?:mu|xi)/.test(token.text);
  return isNamed && certainNames.test(token.text);
}

/** Whether a formula may be near the token. The tagger looks only there. */
export function isTrigger(context: Shaped, at: number): boolean {
  const { tokens, shapes } = context;
  const kind = shapes[at] ?? shape.edge;
  if (triggers.has(kind)) return true;
  const before = shapes[at - 1] ?? shape.edge;
  const after = shapes[at + 1] ?? shape.edge;
  if (kind === shape.doubtfulName) {
    const text = tokens[at]?.text ?? "";
    if (text === "in" || text === "to") return isNumber(before) && isNumber(after);
    return (
      isNumber(before) ||
      isNumber(after) ||
      /^(?:sim|[lgn]e|ll|gg|P[hs]?i|Xi|Delta|Omega|Theta|Sigma|Lambda|Gamma)$/.test(text)
    );
  }
  return false;
}
