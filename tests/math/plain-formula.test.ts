import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Macro, macros } from "../../src/math/macros.ts";
import { plainFormula } from "../../src/math/plain-formula.ts";
import { typeset } from "../../src/math/typeset.ts";

// Formulas, and what a person would write for them without LaTeX.
const cases: readonly (readonly [latex: string, plain: string])[] = [
  [String.raw`\frac{a+b}{c}`, "(a+b)/c"],
  [String.raw`\frac{a}{b+c}`, "a/(b+c)"],
  [String.raw`\frac{1}{2n}`, "1/(2n)"],
  [String.raw`\frac{\frac{a}{b}}{c}`, "(a/b)/c"],
  [String.raw`\frac{a}{\frac{b}{c}}`, "a/(b/c)"],
  [String.raw`\frac{1}{1+\frac{1}{1+x}}`, "1/(1+1/(1+x))"],
  [String.raw`\frac12`, "1/2"],
  [String.raw`\frac{1}{2}x`, "(1/2)x"],
  [String.raw`2\frac{1}{2}`, "2 1/2"],
  [String.raw`x\frac{1}{2}`, "x(1/2)"],
  [String.raw`\frac{2\pi}{n}`, "2π/n"],
  [String.raw`\frac{-1}{2}`, "-1/2"],
  [String.raw`\frac{dx}{dt}`, "dx/dt"],
  [String.raw`\frac{\partial^2 u}{\partial x^2}`, "∂²u/∂x²"],
  [String.raw`\frac{n}{\log n}`, "n/log n"],
  [String.raw`\frac{\log n}{n}`, "(log n)/n"],
  [String.raw`\frac{f(x)}{g(x)}`, "f(x)/g(x)"],
  [String.raw`\frac{|A \cap B|}{|A \cup B|}`, "|A ∩ B|/|A ∪ B|"],
  [String.raw`\left(\frac{a}{b}\right)^2`, "(a/b)²"],
  [String.raw`\frac{a}{b}^2`, "(a/b)²"],
  [String.raw`\frac{\sum_i x_i}{n}`, "(∑ᵢ xᵢ)/n"],
  [String.raw`\log\frac{1}{\delta}`, "log(1/δ)"],
  [String.raw`O\left(\frac{1}{\epsilon^2}\log\frac{1}{\delta}\right)`, "O((1/ε²) log(1/δ))"],
  [String.raw`\nicefrac{a+b}{2}`, "(a+b)/2"],
  [String.raw`\left\lfloor \frac{n}{2} \right\rfloor`, "⌊n/2⌋"],
  [String.raw`\left.\frac{df}{dx}\right|_{x=0}`, "df/dx|ₓ₌₀"],
  [String.raw`\sqrt{x}`, "√x"],
  [String.raw`\sqrt{x+1}`, "√(x+1)"],
  [String.raw`\sqrt{2n}`, "√(2n)"],
  [String.raw`\sqrt2`, "√2"],
  [String.raw`\sqrt{n}T`, "√n T"],
  [String.raw`\sqrt[3]{x}`, "∛x"],
  [String.raw`\sqrt[n]{a+b}`, "ⁿ√(a+b)"],
  [String.raw`\sqrt{\log n}`, "√(log n)"],
  [String.raw`\sqrt{\frac{a}{b}}`, "√(a/b)"],
  [String.raw`\tilde{O}(\sqrt{d^3H^4T})`, "Õ(√(d³H⁴T))"],
  ["x^{t+1}", "xᵗ⁺¹"],
  ["x_{i,j}", "x_(i,j)"],
  ["x^{n/2+1}", "x^(n/2+1)"],
  ["x_i^{(t)}", "xᵢ⁽ᵗ⁾"],
  ["x_i^{(t+1)}", "xᵢ^(t+1)"],
  [String.raw`x_{\text{max}}^2`, "x²_max"],
  ["a_{max}b", "a_max b"],
  [String.raw`\theta_{\mathrm{old}}`, "θ_old"],
  ["2^{1024}", "2¹⁰²⁴"],
  [String.raw`2^{\frac{1}{2}}`, "2^(1/2)"],
  [String.raw`e^{-\frac{x^2}{2\sigma^2}}`, "e^(-x²/(2σ²))"],
  [String.raw`\mathbf{x}^{\top}\mathbf{y}`, "xᵀy"],
  [String.raw`A^{\mathsf{T}}A^\dagger`, "AᵀA†"],
  [String.raw`x^{\prime\prime}`, "x″"],
  [String.raw`{}^{14}\mathrm{C}`, "¹⁴C"],
  [String.raw`\mathbb{E}_{x\sim p}[f(x)]`, "E_(x∼p)[f(x)]"],
  [String.raw`\sum_{i=1}^n\frac{1}{i}`, "∑ᵢ₌₁ⁿ 1/i"],
  [String.raw`\sum\limits_{i\in S}x_i`, "∑_(i∈S)xᵢ"],
  [String.raw`\int_0^1 f(x)\,dx`, "∫₀¹ f(x) dx"],
  [String.raw`\lim_{x\to 0}f(x)`, "lim_(x→0) f(x)"],
  [String.raw`\arg\max_{\theta} L(\theta)`, "arg max_θ L(θ)"],
  [String.raw`\operatorname{rank}A`, "rank A"],
  [String.raw`\mathrm{rank}(A)`, "rank(A)"],
  [String.raw`\log (n)`, "log(n)"],
  [String.raw`\overline{AB}`, "ĀB̄"],
  [String.raw`D_{\mathrm{KL}}(p\|q)`, "D_KL(p‖q)"],
  [String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`, "(a b; c d)"],
  [
    String.raw`f(x)=\begin{cases} x, & x>0 \\ 0, & \text{otherwise} \end{cases}`,
    "f(x)={x, x>0; 0, otherwise}",
  ],
  [String.raw`\begin{aligned} a &= b \\ c &= d \end{aligned}`, "a = b; c = d"],
  [String.raw`\binom{n}{k}p^k`, "(n choose k)pᵏ"],
  [String.raw`\text{if } x > 0`, "if x > 0"],
  ["1{,}000", "1,000"],
  [String.raw`5\,\mu\mathrm{m}`, "5 μm"],
  [String.raw`\text{mAP}_{50}`, "mAP₅₀"],
  [String.raw`\unknown{x}_1 `, String.raw`\unknown{x}_1`],
  ["x^2^3", "x^2^3"],
  [String.raw`\frac{a}{b} + \frac{c}{d}`, "a/b + c/d"],
];

// Macros such as `\cite` and `\label` show nothing of their argument.
const isShown = (macro: Macro) => typeof macro === "string" || macro("b") !== "";
const commands = Object.entries(macros)
  .filter(([name, macro]) => /^[A-Za-z]+$/.test(name) && isShown(macro))
  .map(([name]) => name);
const letter = fc.constantFrom(
  ..."a b n x 1 2 + = ( ) | , \\alpha \\le \\infty \\log \\quad \\ell".split(" "),
);
const command = fc.constantFrom(
  ..."frac nicefrac binom sqrt hat overline mathbb mathcal mathrm text operatorname underbrace left( mathbf".split(
    " ",
  ),
  ...commands,
);
const { formula } = fc.letrec<{ formula: string; part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    letter,
    fc.tuple(letter, tie("formula")).map(([base, script]) => `${base}^{${script}}`),
    fc
      .tuple(letter, tie("formula"), tie("part"))
      .map(([base, sub, sup]) => `${base}_{${sub}}^{${sup}}`),
    fc
      .tuple(command, tie("formula"), tie("formula"))
      .map(([name, first, second]) => `\\${name}{${first}}{${second}}`),
  ),
  formula: fc.array(tie("part"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" ")),
}));

describe("the plain form of a formula", () => {
  it.each(cases)("of %s is %s", (latex, plain) => {
    expect(plainFormula(latex)).toBe(plain);
  });

  it("has no command that is known, and loses no formula with letters", () => {
    fc.assert(
      fc.property(formula, (latex) => {
        if ("refused" in typeset(latex)) return;
        const plain = plainFormula(latex);
        expect(plain).not.toMatch(/\\[A-Za-z]/);
        // What is nested has all its letters.
        const letters = (text: string) => text.match(/[abnx]/g)?.length ?? 0;
        const shown = latex.replace(/\\[A-Za-z]+/g, "");
        expect(letters(plain.normalize("NFKD"))).toBeGreaterThanOrEqual(letters(shown) > 0 ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });

  it("is never empty where something is shown", () => {
    expect(["{{{", "x\\,", "\\phantom{x}", "{}"].map(plainFormula)).toEqual(["{{{", "x", "x", ""]);
    expect(plainFormula("\\,")).toBe(" ");
  });
});
