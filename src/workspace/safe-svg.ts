import { XMLValidator } from "fast-xml-parser";

const mostBytes = 10_000_000;
// Where builds look for the root: within the first thousand bytes.
const beginning = 1000;

/** The root, with whatever attributes. */
const root = /<svg(?:\s(?:[^>"'<]|"[^"]*"|'[^']*')*)?>/y;

/** What runs code, loads something, or makes a reader of XML do so. */
const unsafe: readonly RegExp[] = [
  // Elements, whatever their namespace's prefix is.
  /<\s*(?:[\w.-]+:)?(?:script|foreignobject|handler|listener|iframe|embed|object|audio|video|a|link|meta|set|animate\w*|use\s[^>]{0,1000}data:)(?![\w-])/i,
  /[\s"'/]on[a-z]+\s*=/i,
  /<!ENTITY|<!DOCTYPE[^>]{0,1000}\[|<\?xml-stylesheet/i,
  // Only UTF-8 is read here as a browser reads it.
  /<\?xml[^>]{0,200}encoding\s*=\s*["'](?!utf-?8["'])/i,
  /(?:java|vb)script\s*:/i,
  // Addresses other than those of parts of the picture and of pictures within it.
  /[\s"'/:](?:href|src)\s*=(?!\s*["'](?:#|data:image\/(?:png|jpe?g|gif|webp);base64,))/i,
  /url\s*\((?!\s*["']?#)/i,
  /@import|image-set\s*\(|expression\s*\(/i,
  // Elements of HTML and MathML have more ways to run and load something, whatever they are called.
  /www\.w3\.org\/1999\/xhtml|www\.w3\.org\/1998\/math/i,
];

/** The text as its author wrote it, as readers of XML, and as readers of CSS in it, understand it. */
function readings(text: string): string[] {
  const asXml = text.replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
    characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
  const asCss = asXml.replace(
    /\\(?:([\da-f]{1,6})\s?|(.))/gi,
    (_, hex?: string, character?: string) =>
      hex === undefined ? (character ?? "") : characterOf(Number.parseInt(hex, 16)),
  );
  return [text, asXml, asCss];
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Whether an SVG has no scripts, no links, and loads nothing: browsers also open it as a page. */
export function isSafeSvg(bytes: Uint8Array): boolean {
  if (bytes.length > mostBytes || bytes.includes(0)) return false;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  const at = text.indexOf("<svg");
  root.lastIndex = at;
  if (at === -1 || !root.test(text.slice(0, beginning))) return false;
  return readings(text).every((reading) => unsafe.every((pattern) => !pattern.test(reading)));
}

/**
 * Whether an SVG is XML to its end, with no name of an entity or a namespace that it does not define.
 * Browsers show no other one.
 */
export function isWellFormed(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  if (XMLValidator.validate(text) !== true) return false;
  const markup = text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, "");
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(markup)) return false;
  const defined = new Set([...markup.matchAll(/\sxmlns:([\w.-]+)\s*=/g)].map(([, name]) => name));
  const used = markup.matchAll(/<\/?([\w.-]+):|\s([\w.-]+):[\w.-]+\s*=\s*["']/g);
  return [...used].every(([, element, attribute]) => {
    const prefix = element ?? attribute ?? "";
    return /^xml(?:ns)?$/.test(prefix) || defined.has(prefix);
  });
}
