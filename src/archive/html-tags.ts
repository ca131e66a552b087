/** Elements whose text stays as it is. */
export const verbatim: ReadonlySet<string> = new Set(["pre", "textarea", "script", "style"]);

/** Where the next tag, comment or declaration begins. */
export function startOfTag(html: string, from: number): number {
  let at = html.indexOf("<", from);
  while (at >= 0 && !beginsTag(html.charCodeAt(at + 1))) at = html.indexOf("<", at + 1);
  return at < 0 ? html.length : at;
}

/** Whether `<` begins a tag before a character: a letter, `/` or `!`. */
function beginsTag(code: number): boolean {
  return (code >= 97 && code <= 122) || code === 47 || code === 33 || (code >= 65 && code <= 90);
}

/** Where a tag ends. Its attributes may have `>`. */
export function endOfTag(html: string, start: number): number {
  if (html.startsWith("<!--", start)) {
    const end = html.indexOf("-->", start + 4);
    return end < 0 ? html.length : end + 3;
  }
  let at = start + 1;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === greater) return at + 1;
    // Past what is in quotation marks.
    if (code === double || code === single) {
      at = html.indexOf(code === double ? '"' : "'", at + 1);
      if (at < 0) return html.length;
    }
    at += 1;
  }
  return html.length;
}

const [greater, double, single] = [62, 34, 39];

/** The name of the element whose name begins here. */
export function nameOfTag(html: string, start: number): string {
  let end = start;
  while (end < html.length) {
    const code = html.charCodeAt(end);
    if (code <= 32 || code === greater || code === 47) break;
    end += 1;
  }
  return html.slice(start, end).toLowerCase();
}
