import { describe, expect, it } from "vitest";
import { firstSentenceEnd } from "../../src/text/first-sentence.ts";

// The first sentence ends at "|".
const texts = [
  "Updates use i.i.d. trajectories of the policy.| However, after a few of them, it fails.",
  "Following Smith et al. (2020), we show that X holds.| Then we prove it.",
  "As shown by Vaswani et al. Transformers are good.| We ask why.",
  "This extends the work of Ngo et al.| We prove three new bounds.",
  "We reach 3.5% on ImageNet vs. ResNet-50.| It costs 1.2e-3 more.",
  "Methods (e.g. GPT-4, Claude, etc.) are strong.| We fix the rest.",
  "Methods, i.e., BERT and its kind, fail here.| We fix them.",
  "In Fig. 3 we show U.S. Senate data.| The rest is in Sec. 4.",
  "Dr. Smith and Prof. J. R. Jones agree, cf. Eq. 5 and Sec. 2.1.| Others do not.",
  "These are data of the U.S.| This is another sentence.",
  "Yahoo! Answers is a site of questions.| We read it.",
  "Abstract. We study bees and their wax.| They dance.",
  "Noise is Gaussian w.r.t. Lebesgue measure.| We prove it.",
  "The code is at https://example.org/a?b=c.d.| We release it.",
  "We use GPT-3.5.| It is good.",
  "Is every X in P?| Nobody knows.",
  "We ask: what is it?!| Then nothing.",
  "We present node.js and .NET tools.| They work.",
  "The model has approx. 7B parameters.| It is small.",
  "Large models fail (see the second part. It is long) in all cases.| We fix them.",
  "Making films has two problems.| They are: 1) too few data. 2) too many frames.",
  "He said that it works.| (It does not.) We repeat it.",
  "It was said that “this works.”| But it does not.",
  "The answer to both is no.| We show why.",
  "This is the No. 1 problem of the field.| It is open.",
  "The rate is in [0, 1).| It grows with time.",
  "On the proof of A. B. Smith rests this.| We simplify it.",
  "A sentence without its point",
  "One line\nand the next.| Then more.",
  "Wir zeigen bzw. Beweise folgen, z.B. Satz 3.| Der Rest ist leicht.",
  "蜜蜂在花间跳舞。| 我们观察它们。",
  "Only this sentence is here.",
  "Wait… what is this about?| It is about bees.",
  "",
];

describe("the end of the first sentence", () => {
  it.each(texts)("%j", (text) => {
    const [sentence = "", ...more] = text.split("|");
    const whole = sentence + more.join("");
    expect(whole.slice(0, firstSentenceEnd(whole))).toBe(sentence);
  });

  it("is found in a text of many beginnings without taking long", () => {
    const text = "(A. ".repeat(50_000);
    expect(firstSentenceEnd(text)).toBeLessThanOrEqual(text.length);
  });
});
