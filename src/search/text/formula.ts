/** A formula's symbols in reading order: `p_\theta(y \mid x)` as p, theta, y, x. */
export interface FormulaWords {
  words: string[];
  /** Symbols with what is attached to them, as one word: `ptheta`, `x1`, `l2`. */
  attached: string[];
  /** What a reader would say for a sign: `squared`, `root`. */
  spoken: string[];
}

/** Commands that dress a symbol or arrange the page: they name nothing. */
const dress = new Set(
  `mathbb mathcal mathbf mathrm mathit mathsf mathtt mathscr mathfrak boldsymbol bm bf rm it text
  textbf textit textrm textsc textsf texttt emph operatorname left right big Big bigg Bigg bigl bigr
  Bigl Bigr frac dfrac tfrac tilde widetilde hat widehat bar overline underline vec dot ddot mid vert
  lvert rvert Vert lVert rVert quad qquad displaystyle textstyle limits nolimits dots ldots cdots
  cdot times colon phantom hspace vspace label`.split(/\s+/),
);

/** Commands that write a letter in another shape. */
const letters: ReadonlyMap<string, string> = new Map([["ell", "l"]]);

const said: ReadonlyMap<string, string> = new Map([
  ["sqrt", "root"],
  ["sum", "sum"],
  ["prod", "product"],
  ["int", "integral"],
  ["infty", "infinity"],
  ["partial", "partial"],
  ["nabla", "gradient"],
  ["in", "in"],
  ["approx", "approximately"],
  ["top", "transpose"],
]);

/** Takes a formula's LaTeX apart into the words by which it can be found. */
export function formulaWords(latex: string): FormulaWords {
  const found: FormulaWords = { words: [], attached: [], spoken: [] };
  let base: string | undefined;
  let script = "";
  let pending: "^" | "_" | undefined;
  let depth = 0;
  const end = () => {
    if (base !== undefined && script !== "") found.attached.push(base + script);
    script = "";
    pending = undefined;
    depth = 0;
  };
  const take = (word: string) => {
    found.words.push(word);
    if (pending) {
      script += word;
      if (depth === 0) end();
    } else base = word;
  };
  for (const [token] of latex.matchAll(/\\[a-zA-Z]+|\\.|[\p{L}\p{M}]+|\p{N}+|[\^_{}*']|\S/gu)) {
    if (token === "^" || token === "_") {
      if (depth === 0) pending = token;
    } else if (token === "{") {
      if (pending) depth += 1;
    } else if (token === "}") {
      if (pending && --depth <= 0) end();
    } else if (token === "*" && pending === "^") {
      take("star");
    } else if (token.startsWith("\\")) {
      const name = token.slice(1).replace(/^var(?=[a-z])/, "");
      const spoken = said.get(name);
      const letter = letters.get(name);
      if (letter !== undefined) take(letter);
      else if (spoken !== undefined) found.spoken.push(spoken);
      else if (/^[a-zA-Z]{2,}$/.test(name) && !dress.has(name)) take(name.toLowerCase());
    } else if (/^[\p{L}\p{N}]/u.test(token)) {
      if (pending === "^" && token === "2") found.spoken.push("squared");
      if (pending === "^" && token === "3") found.spoken.push("cubed");
      // `L^2x` raises L to 2 and no more.
      if (pending && depth === 0 && token.length > 1 && /^\p{N}/u.test(token)) {
        take(token.slice(0, 1));
        take(token.slice(1));
      } else take(token);
    }
  }
  end();
  return found;
}
