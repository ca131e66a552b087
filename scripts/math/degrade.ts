// Damages a text in the same three steps as the source. The steps are separate, so that the
// position of each span in the damaged text and its recoverable LaTeX are known.

const greek: Readonly<Record<string, string>> = {
  Gamma: "Γ",
  Delta: "Δ",
  Theta: "Θ",
  Lambda: "Λ",
  Xi: "Ξ",
  Pi: "Π",
  Sigma: "Σ",
  Upsilon: "Υ",
  Phi: "Φ",
  Psi: "Ψ",
  Omega: "Ω",
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  zeta: "ζ",
  eta: "η",
  theta: "θ",
  iota: "ι",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  xi: "ξ",
  omicron: "ο",
  pi: "π",
  rho: "ρ",
  varsigma: "ς",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  chi: "χ",
  psi: "ψ",
  omega: "ω",
};
const letters: Readonly<Record<string, string>> = {
  AA: "Å",
  AE: "Æ",
  DH: "Ð",
  DJ: "Đ",
  ETH: "Ð",
  L: "Ł",
  NG: "Ŋ",
  O: "Ø",
  oe: "œ",
  OE: "Œ",
  TH: "Þ",
  aa: "å",
  ae: "æ",
  dh: "ð",
  dj: "đ",
  eth: "ð",
  i: "ı",
  l: "ł",
  ng: "ŋ",
  o: "ø",
  ss: "ß",
  th: "þ",
  P: "¶",
  S: "§",
  copyright: "©",
  pounds: "£",
  dag: "†",
  ddag: "‡",
  div: "÷",
  deg: "°",
};
const marks: Readonly<Record<string, string>> = {
  "'": "\u0301",
  "`": "\u0300",
  "^": "\u0302",
  '"': "\u0308",
  "~": "\u0303",
  "=": "\u0304",
  ".": "\u0307",
  H: "\u030b",
  c: "\u0327",
  k: "\u0328",
  r: "\u030a",
  u: "\u0306",
  v: "\u030c",
};
const named: Readonly<Record<string, string>> = { ...letters, ...greek };
const namedCommand = new RegExp(
  `(\\{)?\\\\(${Object.keys(named)
    .sort((a, b) => b.length - a.length)
    .join("|")})(?![A-Za-z0-9])`,
  "g",
);

/** Step 0, since late 2025: replaces TeX letters and accents with Unicode. */
export function toUnicode(text: string): string {
  let out = "";
  let last = 0;
  namedCommand.lastIndex = 0;
  for (let match = namedCommand.exec(text); match !== null; match = namedCommand.exec(text)) {
    let end = namedCommand.lastIndex;
    let start = match.index;
    if (match[1] !== undefined && text[end] === "}") end += 1;
    else {
      if (match[1] !== undefined) start += 1;
      if (text.startsWith("\\ ", end) || text.startsWith("{}", end)) end += 2;
      else if (text[end] === " ") end += 1;
    }
    out += text.slice(last, start) + (named[match[2] ?? ""] ?? "");
    last = end;
    namedCommand.lastIndex = end;
  }
  out += text.slice(last);
  const accent = (_: string, mark: string, letter: string): string => {
    const joined = (letter + (marks[mark] ?? "")).normalize("NFC");
    return joined.length === 1 ? joined : letter;
  };
  return out
    .replace(/\\(['`^"~=.])([a-zA-Zı])/g, accent)
    .replace(/\\(['`^"~=.])\{([a-zA-Zı])\}/g, accent)
    .replace(/\\([Hckruv])\{([a-zA-Z])\}/g, accent);
}

/** Step 1: replaces a command that has a braced argument with the argument. */
export const dropWrappers = (text: string): string => text.replace(/\\[a-zA-Z]+\{([^}]*)\}/g, "$1");

/** Step 2: removes dollar signs, and the backslashes between them. */
export const dropDollars = (text: string): string =>
  text.replace(/\$([^$]+)\$/g, (_, inner: string) => inner.replace(/\\/g, ""));

/** Applies all steps. */
export const degrade = (text: string, era: "A" | "B"): string =>
  dropDollars(dropWrappers(era === "B" ? toUnicode(text) : text));
