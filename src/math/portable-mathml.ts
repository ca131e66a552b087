import { mathmlOf } from "./mathml.ts";

/**
 * A formula as MathML for documents of others, such as feeds: well-formed XML with only the elements and
 * attributes that the W3C's feed validator knows to be safe. The rest changes spacing and accents a
 * little. Undefined where KaTeX refuses the formula.
 */
export function portableMathml(latex: string): string | undefined {
  if (!cache.has(latex)) cache.set(latex, mathmlOf(latex)?.replace(tag, portableTag));
  return cache.get(latex);
}

// Many papers have the same formulas.
const cache = new Map<string, string | undefined>();

const tag = /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g;

function portableTag(_: string, end: string, name: string, attributes: string, empty: string) {
  const kept = [...attributes.matchAll(/\s+([\w:-]+)="[^"]*"/g)]
    .filter(([, attribute = ""]) => knownAttributes.has(attribute))
    .map(([whole]) => ` ${whole.trim()}`);
  return `<${end}${knownElements.has(name) ? name : "mrow"}${kept.join("")}${empty}>`;
}

const knownElements = new Set(
  "math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none".split(
    " ",
  ),
);

const knownAttributes = new Set(
  "align columnalign columnlines columnspacing columnspan depth display displaystyle fence height linethickness lspace mathbackground mathcolor mathvariant maxsize minsize rowalign rowlines rowspacing rowspan rspace scriptlevel separator stretchy width xmlns".split(
    " ",
  ),
);
