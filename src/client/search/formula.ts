import { element } from "../element.ts";

const space = "http://www.w3.org/1998/Math/MathML";

/** What KaTeX writes of MathML; anything else is left out. */
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
 * A formula as nodes, from the MathML that the build made of it, copied tag by tag; its LaTeX where
 * there is none.
 */
export function formula(latex: string, mathml: string | undefined): Node {
  const source = () => element("code", { class: "formula-source" }, latex);
  if (mathml === undefined) return source();
  const parsed = new DOMParser().parseFromString(mathml, "text/html").querySelector("math");
  const made = parsed && copy(parsed);
  if (!made) return source();
  made.setAttribute("aria-label", latex);
  return made;
}

function copy(from: Element): Element | undefined {
  const name = from.localName;
  if (!tags.has(name)) return undefined;
  const made = document.createElementNS(space, name);
  for (const { name: attribute, value } of from.attributes) {
    if (attributes.has(attribute)) made.setAttribute(attribute, value);
  }
  for (const child of from.childNodes) {
    if (child instanceof Element) {
      const copied = copy(child);
      if (copied) made.append(copied);
    } else if (child.nodeType === Node.TEXT_NODE) made.append(child.textContent ?? "");
  }
  return made;
}
