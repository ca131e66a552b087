import { commandClass } from "./commands.ts";
import { shape, shapeTable } from "./shapes.ts";
import type { Token } from "./tokens.ts";

interface Shaped {
  readonly tokens: readonly Token[];
  readonly shapes: Uint8Array;
}

const triggers = shapeTable([
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

/** Whether a name in braces is a symbol, as in `{sim}1,000`. */
export const isBracedSymbol = (name: string): boolean =>
  braced.test(name) || commandClass.get(name) === "greek";

/** Names in model families end in these: `PixArt-alpha`. Others are versions, such as `-beta`. */
const familyNames =
  /^(?:alpha|gamma|delta|sigma|lambda|kappa|theta|rho|tau|phi|psi|mu|Sigma|Delta|Psi)$/;

/** A Greek name where only the letter can be meant: `muP`, `PixArt-alpha`, `kappa = 0.8`. */
function isGreekLetter({ tokens, shapes }: Shaped, at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token === undefined || commandClass.get(token.text) !== "greek") return false;
  const before = tokens[at - 1];
  const isApart = token.spaced || before === undefined || !/[A-Za-z]$/.test(before.text);
  if (token.text === "mu" && isApart && after !== undefined && !after.spaced) {
    if (/^[A-Z]/.test(after.text)) return true;
  }
  if (before?.text === "-" && !token.spaced && !before.spaced && familyNames.test(token.text)) {
    const name = tokens[at - 2];
    const head = tokens[at - 3];
    const isFamily =
      name !== undefined &&
      head !== undefined &&
      !name.spaced &&
      /[a-z]$/.test(head.text) &&
      /^[A-Z]/.test(name.text);
    if (isFamily && !(after !== undefined && !after.spaced && /^[A-Za-z]/.test(after.text)))
      return true;
  }
  if (shapes[at + 1] !== shape.relationSign || !isApart) return false;
  const value = tokens[at + 2]?.text ?? "";
  const number = /^[-+.~]$/.test(value) ? at + 3 : at + 2;
  return isNumber(shapes[number] ?? shape.edge);
}

/** `0.95 pm 0.03`: no time of the day is a decimal. `10.8~mum` is a length. */
function isMeasured({ tokens, shapes }: Shaped, at: number): boolean {
  const text = tokens[at]?.text;
  const before = shapes[at - 1] ?? shape.edge;
  const after = shapes[at + 1] ?? shape.edge;
  if (text === "pm" && before === shape.percent && isNumber(after)) return true;
  if (text === "pm" && isNumber(before) && isNumber(after)) {
    return before === shape.decimal || after === shape.decimal;
  }
  if (text !== "mum") return false;
  return isNumber(before === shape.tilde ? (shapes[at - 2] ?? shape.edge) : before);
}

const interval = /^(?:\[-?[\d.]+,-?(?:[\d.]+|[A-Za-z])[\])]|\(-?[\d.]+,-?(?:[\d.]+|[A-Za-z])\])/;

/** Whether an interval such as `[0,1]` or `(0,1]` begins here. */
const isInterval = ({ tokens }: Shaped, at: number): boolean =>
  interval.test(
    tokens
      .slice(at, at + 7)
      .map(({ text }) => text)
      .join(""),
  );

/** `a in [0,1]`, `n in Z`, `c in {True, False}`: the letter is an element of a set. */
function isElementOf({ tokens, shapes }: Shaped, at: number): boolean {
  if (tokens[at]?.text !== "in" || tokens[at]?.spaced !== true) return false;
  const before = shapes[at - 1] ?? shape.edge;
  const after = tokens[at + 1];
  if (before !== shape.lowerLetter && before !== shape.upperLetter) return false;
  if (tokens[at - 1]?.spaced !== true && !/^[($,|]$/.test(tokens[at - 2]?.text ?? "")) return false;
  if (after?.spaced !== true) return false;
  const kind = shapes[at + 1] ?? shape.edge;
  if (kind === shape.openBrace || kind === shape.openBracket) return true;
  const beyond = tokens[at + 2];
  return (
    kind === shape.upperLetter &&
    (beyond === undefined || beyond.spaced || !/^[A-Za-z0-9-]/.test(beyond.text))
  );
}

const named = shapeTable([
  shape.greekName,
  shape.strongName,
  shape.wrapperName,
  shape.functionName,
  shape.doubtfulName,
  shape.glued,
  shape.mixed,
]);

const perhapsCertain =
  /^(?:[\^\\{_]|text(?:bf|it|rm|tt|sf)?|sim|approx|le|ge|times|to|pm|mum|in|mu|[a-zA-Z](?:in|to))$/;

/** Whether `isCertain` can be true of a token with this text and shape. All others need no look. */
export function mayBeCertain(text: string, kind: number): boolean {
  if (perhapsCertain.test(text) || commandClass.get(text) === "greek") return true;
  return (named[kind] === 1 || /^(?:mu|xi)|infty/.test(text)) && certainNames.test(text);
}

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
  if (isGreekLetter(context, at) || isMeasured(context, at) || isElementOf(context, at))
    return true;
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
    if (token.text === "times" || token.text === "pm") return true;
    // `real2sim` is a name.
    if (token.text === "sim") return isNumber(shapes[at + 1] ?? shape.edge);
  }
  if (token.text === "approx" || token.text === "sim" || token.text === "times") {
    const beyond = tokens[at + 2];
    const isWord =
      beyond !== undefined &&
      !beyond.spaced &&
      /^[a-z]{2}/.test(beyond.text) &&
      beyond.text !== "times";
    return (
      after !== undefined && !after.spaced && !isWord && isNumber(shapes[at + 1] ?? shape.edge)
    );
  }
  if (token.text.length === 3 && /^[a-zA-Z](?:in|to)$/.test(token.text)) {
    if (after === undefined) return false;
    return after.spaced ? isInterval(context, at + 1) : /^[{[]/.test(after.text);
  }
  const isNamed = named[shapes[at] ?? shape.edge] === 1 || /^(?:mu|xi)|infty/.test(token.text);
  return isNamed && certainNames.test(token.text);
}

/** Whether a formula may be near the token. The tagger looks only there. */
export function isTrigger(context: Shaped, at: number): boolean {
  const { tokens, shapes } = context;
  const kind = shapes[at] ?? shape.edge;
  if (triggers[kind] === 1) return true;
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
