/** The words by which a formula can be found. */
export interface FormulaWords {
  /** Symbols in reading order: p, theta, y, x of `p_\theta(y \mid x)`. */
  words: string[];
  /** Symbols with their subscripts and superscripts as one word: `ptheta`, `x1`, `l2`. */
  attached: string[];
  /** How operators are read aloud: `squared`, `root`. */
  spoken: string[];
}

/** Commands for fonts, accents and layout, which have no name. */
const formatting = new Set(
  `mathbb mathcal mathbf mathrm mathit mathsf mathtt mathscr mathfrak boldsymbol bm bf rm it text
  textbf textit textrm textsc textsf texttt emph operatorname left right big Big bigg Bigg bigl bigr
  Bigl Bigr frac dfrac tfrac tilde widetilde hat widehat bar overline underline vec dot ddot mid vert
  lvert rvert Vert lVert rVert quad qquad displaystyle textstyle limits nolimits dots ldots cdots
  cdot times colon phantom hspace vspace label`.split(/\s+/),
);

/** Commands for a variant of a letter. */
const letters: ReadonlyMap<string, string> = new Map([["ell", "l"]]);

/** How commands are read aloud. */
const spokenNames: ReadonlyMap<string, string> = new Map([
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

/** Splits the LaTeX of a formula into the words by which it can be found. */
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
      const spoken = spokenNames.get(name);
      const letter = letters.get(name);
      if (letter !== undefined) take(letter);
      else if (spoken !== undefined) found.spoken.push(spoken);
      else if (/^[a-zA-Z]{2,}$/.test(name) && !formatting.has(name)) take(name.toLowerCase());
    } else if (/^[\p{L}\p{N}]/u.test(token)) {
      if (pending === "^" && token === "2") found.spoken.push("squared");
      if (pending === "^" && token === "3") found.spoken.push("cubed");
      // In `L^2x` only the 2 is raised.
      if (pending && depth === 0 && token.length > 1 && /^\p{N}/u.test(token)) {
        take(token.slice(0, 1));
        take(token.slice(1));
      } else take(token);
    }
  }
  end();
  return found;
}
