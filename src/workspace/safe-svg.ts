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
  /@import|expression\s*\(/i,
  // Escapes of CSS, which can spell any of these.
  /\\[\da-f]/i,
];

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
  return unsafe.every((pattern) => !pattern.test(text));
}
