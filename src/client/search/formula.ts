import { element } from "../element.ts";

const mathmlNamespace = "http://www.w3.org/1998/Math/MathML";

/** The MathML elements that KaTeX writes. Others are left out. */
const tags = new Set(
  `math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover
  mtable mtr mtd mstyle mpadded mphantom menclose mmultiscripts mprescripts none`.split(/\s+/),
);
const attributes = new Set(
  `mathvariant stretchy fence separator lspace rspace accent accentunder width height depth voffset
  linethickness columnalign rowspacing columnspacing minsize maxsize movablelimits largeop symmetric
  displaystyle scriptlevel display`.split(/\s+/),
);

/**
 * A formula as a node: a copy of the MathML that the build made, with allowed elements and attributes
 * only, or the LaTeX source if there is no MathML.
 */
export function formula(latex: string, mathml: string | undefined): Node {
  const source = () => element("code", { class: "formula-source" }, latex);
  if (mathml === undefined) return source();
  const parsed = new DOMParser().parseFromString(mathml, "text/html").querySelector("math");
  const created = parsed && copy(parsed);
  if (!created) return source();
  created.setAttribute("aria-label", latex);
  return created;
}

function copy(from: Element): Element | undefined {
  const name = from.localName;
  if (!tags.has(name)) return undefined;
  const created = document.createElementNS(mathmlNamespace, name);
  for (const { name: attribute, value } of from.attributes) {
    if (attributes.has(attribute)) created.setAttribute(attribute, value);
  }
  for (const child of from.childNodes) {
    if (child instanceof Element) {
      const copied = copy(child);
      if (copied) created.append(copied);
    } else if (child.nodeType === Node.TEXT_NODE) created.append(child.textContent ?? "");
  }
  return created;
}
