import { isWide, wideFormula } from "../../math/is-wide.ts";
import { element } from "../element.ts";
import { unescaped } from "../unescaped.ts";

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
 * A formula as a node: the MathML that the build made, with allowed elements and attributes only, or
 * the LaTeX source if there is no MathML. It is not parsed by the browser, so no markup can run.
 */
export function formula(latex: string, mathml: string | undefined): Node {
  const [, place, digits = ""] = raisedDigits.exec(latex) ?? [];
  if (place !== undefined) return element(place === "^" ? "sup" : "sub", {}, digits);
  const created = mathml === undefined ? undefined : read(mathml);
  if (!created) return element("code", { class: "formula-source" }, latex);
  created.setAttribute("aria-label", latex);
  const isLong = isWide(created.textContent, mathml ?? "");
  return isLong ? element("span", { class: wideFormula }, created) : created;
}

// Browsers set a script without a base, as in "G$^2$RPO", too high and too large.
const raisedDigits = /^([_^])\{?(\d+)\}?$/;

// A start tag with its attributes, an end tag, or text.
const token = /<([a-z]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|<\/([a-z]+)>|([^<]+)/gy;

/** The element `math` that a text describes; undefined if the text is anything else. */
function read(mathml: string): Element | undefined {
  const holder = document.createDocumentFragment();
  const open: { name: string; into: ParentNode | undefined }[] = [{ name: "", into: holder }];
  let end = 0;
  for (const [whole, start, attributes = "", closed, ended, text = ""] of mathml.matchAll(token)) {
    end += whole.length;
    const parent = open.at(-1);
    if (ended !== undefined) {
      if (open.pop()?.name !== ended) return undefined;
    } else if (start !== undefined) {
      const into = parent?.into && tags.has(start) ? created(start, attributes) : undefined;
      if (into) parent?.into?.append(into);
      if (!closed) open.push({ name: start, into });
    } else parent?.into?.append(unescaped(text));
  }
  const [math] = holder.children;
  const isWhole = end === mathml.length && open.length === 1 && holder.childNodes.length === 1;
  return isWhole && math?.localName === "math" ? math : undefined;
}

function created(name: string, attributesText: string): Element {
  const made = document.createElementNS(mathmlNamespace, name);
  for (const [, attribute = "", value = ""] of attributesText.matchAll(/([\w-]+)="([^"]*)"/g)) {
    if (attributes.has(attribute)) made.setAttribute(attribute, unescaped(value));
  }
  return made;
}
