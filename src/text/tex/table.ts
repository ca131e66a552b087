import { latex2unicode } from "unicode2latex";

/**
 * TeX's names of letters and symbols that authors write in prose. Names that begin with `text` or
 * `guil` are from the table of unicode2latex, which Better BibTeX uses. Sources of the others: the
 * accents and symbols of Lamport's "LaTeX: A Document Preparation System" (2nd ed., sections 2.2 and
 * 3.2), which is also the list that arXiv accepts in metadata
 * (https://info.arxiv.org/help/prep.html#accents); the Greek letters and symbols that arXiv's listings
 * print as `{\Delta}` for "Δ"; the abbreviations of the CVPR author kit (cvpr.sty).
 */

/** The combining character of an accent, and the letters that European alphabets use it with. */
export interface Accent {
  mark: string;
  on: RegExp;
}

/** Accents by the name of their command. */
export const accents: ReadonlyMap<string, Accent> = new Map(
  Object.entries({
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
  }),
);

/** Letters of words. A space after one only ends its name. */
export const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ aa: "å", AA: "Å", ae: "æ", AE: "Æ", dh: "ð", DH: "Ð", dj: "đ", DJ: "Đ", i: "ı", j: "ȷ" },
    ...{ ij: "ĳ", IJ: "Ĳ", l: "ł", L: "Ł", ng: "ŋ", NG: "Ŋ", o: "ø", O: "Ø", oe: "œ", OE: "Œ" },
    ...{ ss: "ß", SS: "ẞ", th: "þ", TH: "Þ" },
  }),
);

const ownSymbols: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ deg: "°", degree: "°", celsius: "°C", copyright: "©", dag: "†", ddag: "‡", pounds: "£" },
    ...{
      dots: "…",
      ldots: "…",

      euro: "€",
      LaTeX: "LaTeX",
      TeX: "TeX",
      BibTeX: "BibTeX",
    },
    ...{
      LaTeXe: "LaTeX2ε",
      slash: "/",
      S: "§",
      P: "¶",
      textquotesingle: "'",
      glqq: "„",
      grqq: "“",
      flqq: "«",
    },
    ...{ frqq: "»", glq: "‚", grq: "‘", lq: "‘", rq: "’", textsmaller: "<", textlarger: ">" },
    ...{ textasciigrave: "`" },
    // Where the table has another character than LaTeX prints.
    ...{ quotedblbase: "„", textcelsius: "°C", textperiodcentered: "·", textTheta: "Θ" },
    ...{
      textesh: "ʃ",
      textlangle: "⟨",
      textrangle: "⟩",
      texthyphen: "-",
      textnonbreakinghyphen: "-",
    },
    ...{ textquotestraightbase: "‚", textquotestraightdblbase: "„", texttwelveudash: "–" },
  }),
);

/** What a command for a symbol prints. Undefined for other commands. */
export function symbolOf(name: string): string | undefined {
  const own = ownSymbols.get(name);
  if (own !== undefined || !/^(?:text|guil|quote)[A-Za-z]+$/.test(name)) return own;
  const known: unknown = Reflect.get(latex2unicode, `\\${name}`);
  return typeof known === "string" && /^[\p{L}\p{N}\p{S}\p{P}]+$/u.test(known) ? known : undefined;
}

/** Symbols of formulas, which people also write in prose (`{\Delta}`, `\alpha-helix`), and authors' names for them. */
export const mathSymbols: ReadonlyMap<string, string> = new Map(
  (
    "alpha α,beta β,gamma γ,delta δ,epsilon ε,varepsilon ε,zeta ζ,eta η,theta θ,vartheta ϑ,iota ι,kappa κ," +
    "lambda λ,mu μ,nu ν,xi ξ,pi π,rho ρ,sigma σ,tau τ,upsilon υ,phi φ,varphi φ,chi χ,psi ψ,omega ω," +
    "Gamma Γ,Delta Δ,Theta Θ,Lambda Λ,Xi Ξ,Pi Π,Sigma Σ,Upsilon Υ,Phi Φ,Psi Ψ,Omega Ω,upmu μ,upalpha α," +
    "upbeta β,upgamma γ,updelta δ,infty ∞,pm ±,mp ∓,times ×,cdot ·,div ÷,circ °,sim ∼,approx ≈,leq ≤,geq ≥," +
    "neq ≠,equiv ≡,ll ≪,gg ≫,rightarrow →,leftarrow ←,leftrightarrow ↔,Rightarrow ⇒,longrightarrow ⟶," +
    "cdots ⋯,le ≤,ge ≥,ne ≠,subset ⊂,subseteq ⊆,cup ∪,cap ∩,forall ∀,exists ∃,emptyset ∅,otimes ⊗,oplus ⊕," +
    "odot ⊙,propto ∝,perp ⊥,simeq ≃,cong ≅,langle ⟨,rangle ⟩,rightleftharpoons ⇌,mapsto ↦,Leftarrow ⇐," +
    "Leftrightarrow ⇔,uparrow ↑,downarrow ↓,gtrsim ≳,lesssim ≲,ast ∗,leqslant ≤,geqslant ≥," +
    "eps ε,vareps ε,Om Ω,ell ℓ,hbar ħ,bullet •,checkmark ✓,dagger †,ddagger ‡,nabla ∇,partial ∂,star ⋆"
  )
    .split(",")
    .map((pair) => [pair.slice(0, -2), pair.slice(-1)]),
);

/** The CVPR author kit's abbreviations. Each adds a full stop unless one follows. */
export const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cf: "cf",
    eg: "e.g",
    etal: "et al",
    etc: "etc",
    ie: "i.e",
    vs: "vs",
  }),
);
