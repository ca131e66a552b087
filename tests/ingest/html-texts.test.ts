import { describe, expect, it } from "vitest";
import { raw, record } from "../fixtures/papers.ts";
import { shown } from "../fixtures/shown.ts";

const tex = String.raw;

describe("HTML, JATS and MathML in the abstract of any source", () => {
  const abstract = (text: string) =>
    record(raw({ abstract: text }))
      .abstract.map(({ children }) => shown(children))
      .join(" ¶ ");

  it.each([
    ["<i>E. coli</i>, <em>a</em>, <b>b</b>, <italic>c</italic>", "*E. coli*, *a*, **b**, *c*"],
    ["an <italic>attack</i> on <sc>LLMs</sc>", "an *attack* on LLMs"],
    ["a <b>bold <i>and</i></b> end", "a **bold *and*** end"],
    ["Smith &amp; Sons &ndash; &Uuml;ber &eacute;", "Smith & Sons – Über é"],
    ["5&nbsp;km &#x2014; &#8217; &hellip; &alpha;", "5 km — ’ … α"],
    ["&amp;amp; and &amp;lt;i&amp;gt;x&amp;lt;/i&amp;gt;", "& and *x*"],
    ["AT&T, &unknown; and &#;", "AT&T, &unknown; and &#;"],
    ["H<sub>2</sub>O, <sup>13</sup>C, 10<sup>−3</sup>, m s<sup>−1</sup>", "H₂O, ¹³C, 10⁻³, m s⁻¹"],
    ["x<sub>i</sub><sup>2</sup>, <i>x</i><sub>1</sub>, R<sup>n</sup>", "$x_i^2$, $x_1$, $R^n$"],
    ["SO<sub>4</sub><sup>2−</sup>, NO<sub>x</sub>, 1<sup>st</sup>", "SO₄²⁻, NOₓ, 1st"],
    ["<p>One.</p><p>Two.</p>", "One. ¶ Two."],
    ["One.<br/>Two.<br><br>Three.", "One. Two. ¶ Three."],
    ["<jats:title>Abstract</jats:title><jats:p>One.</jats:p>", "One."],
    [
      "<jats:sec><jats:title>Aims</jats:title><jats:p>One.</jats:p></jats:sec><jats:sec><jats:title>Results</jats:title><jats:p>Two.</jats:p></jats:sec>",
      "**Aims** One. ¶ **Results** Two.",
    ],
    ['see <a href="https://a.org/x">our page</a>.', "see [our page](https://a.org/x)."],
    ['a <xref ref-type="bibr" rid="r1">1</xref> b', "a 1 b"],
    ["<inline-formula><tex-math>$x^2$</tex-math></inline-formula> is", "$x^2$ is"],
    [
      'D<inline-formula><tex-math notation="LaTeX">$^2$</tex-math><alternatives><mml:math><mml:msup><mml:mrow/><mml:mn>2</mml:mn></mml:msup></mml:math><inline-graphic xlink:href="y.gif"/></alternatives></inline-formula>Sketch',
      "D$^2$Sketch",
    ],
    [
      tex`<jats:tex-math>\documentclass[12pt]{minimal}\begin{document}$$k_{\bot }$$\end{document}</jats:tex-math> so`,
      tex`$k_{\bot }$ so`,
    ],
    ["<tex-math><![CDATA[E = mc^2]]></tex-math>", "$E = mc^2$"],
    [
      '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mrow><mml:mi>f</mml:mi><mml:mo stretchy="false">(</mml:mo><mml:mi mathvariant="bold-italic">θ</mml:mi><mml:mo>)</mml:mo></mml:mrow></mml:math>',
      tex`$f(\boldsymbol{θ})$`,
    ],
    [
      "<math><mfrac><mi>a</mi><msqrt><mn>2</mn></msqrt></mfrac><mo>≤</mo><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></math>",
      tex`$\frac{a}{\sqrt{2}}≤x_{i}^{2}$`,
    ],
    [
      "<math><mi>log</mi><mi>n</mi><mo>−</mo><mover><mi>x</mi><mo>¯</mo></mover><mtext>if</mtext></math>",
      tex`$\log n-\bar{x}\text{if}$`,
    ],
    [
      '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">\\xi</annotation></semantics></math>',
      tex`$\xi$`,
    ],
    [tex`so \begin{equation} a = b \label{x} \end{equation} holds`, "so $a = b$ holds"],
    [
      tex`\begin{align*} a &= b \\ c &= d \end{align*}`,
      tex`$\begin{aligned}a &= b \\ c &= d\end{aligned}$`,
    ],
    ["a <i>b <math><mi>c</mi></i> d</math> e", "a *b <math><mi>c</mi>* d</math> e"],
    ["$p$ < 0.05 and a<b and c>d", "$p$ < 0.05 and a<b and c>d"],
    [
      "the <b> tag, List<T>, <script>x</script>, <!-- c -->",
      "the <b> tag, List<T>, <script>x</script>, <!-- c -->",
    ],
    ["costs $5 for CO<sub>2</sub> and $6", "costs $5 for CO₂ and $6"],
  ])("%s", (source, wanted) => {
    expect(abstract(source)).toBe(wanted);
  });
});
