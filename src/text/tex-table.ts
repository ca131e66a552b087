/**
 * TeX's names of letters and symbols that authors write in prose. Sources: the accents and symbols of
 * Lamport's "LaTeX: A Document Preparation System" (2nd ed., sections 2.2 and 3.2), which is also the
 * list that arXiv accepts in metadata (https://info.arxiv.org/help/prep.html#accents); the Greek
 * letters and symbols that arXiv's listings print as `{\Delta}` for "Δ"; the abbreviations of the CVPR
 * author kit (cvpr.sty).
 */

/** The combining character of an accent, and the letters that European alphabets use it with. */
export const accents: Record<string, { mark: string; on: RegExp }> = {
  '"': { mark: "\u0308", on: /[aeiouyAEIOUY]/ },
  "'": { mark: "\u0301", on: /[acegiklmnoprsuwyzACEGIKLMNOPRSUWYZ]/ },
  "`": { mark: "\u0300", on: /[aeinouwyAEINOUWY]/ },
  "^": { mark: "\u0302", on: /[aceghijosuwyzACEGHIJOSUWYZ]/ },
  "~": { mark: "\u0303", on: /[aeinouvyAEINOUVY]/ },
  "=": { mark: "\u0304", on: /[aegiouyAEGIOUY]/ },
  ".": { mark: "\u0307", on: /[bcdefghmnprstwxyzBCDEFGHIMNPRSTWXYZ]/ },
  u: { mark: "\u0306", on: /[aegiouAEGIOU]/ },
  v: { mark: "\u030C", on: /[acdeghijklnorstuzACDEGHIKLNORSTUZ]/ },
  H: { mark: "\u030B", on: /[ouOU]/ },
  c: { mark: "\u0327", on: /[cdeghklnrstCDEGHKLNRST]/ },
  d: { mark: "\u0323", on: /[a-zA-Z]/ },
  b: { mark: "\u0331", on: /[bdhklnrtzBDKLNRTZ]/ },
  k: { mark: "\u0328", on: /[aeiouAEIOU]/ },
  r: { mark: "\u030A", on: /[auwyAU]/ },
};

/** Commands of TeX for letters and symbols, by name. */
export const letters: Record<string, string> = {
  aa: "å",
  AA: "Å",
  ae: "æ",
  AE: "Æ",
  dh: "ð",
  DH: "Ð",
  dj: "đ",
  DJ: "Đ",
  i: "ı",
  j: "ȷ",
  l: "ł",
  L: "Ł",
  ng: "ŋ",
  NG: "Ŋ",
  o: "ø",
  O: "Ø",
  oe: "œ",
  OE: "Œ",
  ss: "ß",
  SS: "ẞ",
  th: "þ",
  TH: "Þ",
  deg: "°",
  degree: "°",
  textdegree: "°",
  copyright: "©",
  dag: "†",
  ddag: "‡",
  dots: "…",
  ldots: "…",
  pounds: "£",
  textellipsis: "…",
  textemdash: "—",
  textendash: "–",
  textquoteright: "’",
  textquoteleft: "‘",
  textquotedblleft: "“",
  textquotedblright: "”",
  textbackslash: "\\",
  textbar: "|",
  textbraceleft: "{",
  textbraceright: "}",
  textless: "<",
  textgreater: ">",
  textasciitilde: "~",
  textasciicircum: "^",
  textregistered: "®",
  texttrademark: "™",
  LaTeX: "LaTeX",
  TeX: "TeX",
  S: "§",
  P: "¶",
};

/** Commands for a symbol instead of a letter of a word: the space after one stays. */
export const symbols = new Set(
  [
    "deg",
    "degree",
    "copyright",
    "dag",
    "ddag",
    "dots",
    "ldots",
    "pounds",
    "LaTeX",
    "TeX",
    "S",
    "P",
  ].concat(Object.keys(letters).filter((name) => name.startsWith("text"))),
);

/** Only in braces, as arXiv's listings print them: `{\Delta}`. */
export const grouped: Record<string, string> = {
  ...Object.fromEntries(
    "alpha α,beta β,gamma γ,delta δ,epsilon ε,zeta ζ,eta η,theta θ,iota ι,kappa κ,lambda λ,mu μ,nu ν,xi ξ,pi π,rho ρ,sigma σ,tau τ,upsilon υ,phi φ,chi χ,psi ψ,omega ω,Gamma Γ,Delta Δ,Theta Θ,Lambda Λ,Xi Ξ,Pi Π,Sigma Σ,Phi Φ,Psi Ψ,Omega Ω"
      .split(",")
      .map((pair) => [pair.slice(0, -2), pair.slice(-1)]),
  ),
  infty: "∞",
  pm: "±",
  rightarrow: "→",
  sim: "∼",
  times: "×",
};

/** The CVPR author kit's abbreviations. Each adds a full stop unless one follows. */
export const abbreviations: Record<string, string> = {
  cf: "cf",
  eg: "e.g",
  etal: "et al",
  etc: "etc",
  ie: "i.e",
  vs: "vs",
};
