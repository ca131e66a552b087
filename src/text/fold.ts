/**
 * Folds a word: lower case, without accents, and with compatibility characters (`²`, `ﬁ`, full
 * width) replaced by plain ones. Pagefind folds accents in the same way, so it does not change a
 * folded word.
 */
export function fold(word: string): string {
  // Most words.
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}

const letters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/**
 * The other spelling of a name with an umlaut, folded: `Schrödinger` as "schroedinger" and
 * `Schroedinger` as "schrodinger". Undefined for words that have none.
 */
export function otherSpelling(word: string): string | undefined {
  const composed = word.normalize("NFC");
  if (/[äöüÄÖÜøØ]/.test(composed)) {
    return fold(composed.replace(/[äöüøÄÖÜØ]/g, (letter) => `${fold(letter)}e`));
  }
  if (/^\p{Lu}\p{Ll}{6,}$/u.test(composed) && /[aou]e/.test(composed.slice(1))) {
    return fold(composed).replace(/(?<=.)([aou])e/, "$1");
  }
  return undefined;
}

/** A single Greek letter is a symbol and is replaced by its name. */
export function nameOfGreek(letter: string): string | undefined {
  const plain = letter.normalize("NFKC").toLowerCase();
  return plain.length === 1 ? greek.get(plain) : undefined;
}

const greek = new Map(
  Object.entries({
    α: "alpha",
    β: "beta",
    γ: "gamma",
    δ: "delta",
    ε: "epsilon",
    ζ: "zeta",
    η: "eta",
    θ: "theta",
    ι: "iota",
    κ: "kappa",
    λ: "lambda",
    μ: "mu",
    ν: "nu",
    ξ: "xi",
    π: "pi",
    ρ: "rho",
    σ: "sigma",
    ς: "sigma",
    τ: "tau",
    υ: "upsilon",
    φ: "phi",
    χ: "chi",
    ψ: "psi",
    ω: "omega",
  }),
);
