/**
 * The 1-based line on which the code of a text most likely failed: the first line with a name that
 * the error message quotes. Undefined if the message quotes no name of the text.
 */
export function lineOfFault(source: string, reason: string): number | undefined {
  const lines = source.split(/\r\n?|\n/);
  const quoted = [
    ...[...reason.matchAll(/[`'"]([^`'"]+)[`'"]/g)].map(([, name]) => name ?? ""),
    ...[...reason.matchAll(/([\w$.]+) is not /g)].map(([, name]) => name ?? ""),
    reason,
  ];
  for (const name of quoted) {
    const escaped = name.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    if (!/\w/.test(escaped)) continue;
    const word = new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`);
    const at = lines.findIndex((line) => word.test(line));
    if (at >= 0) return at + 1;
  }
  return undefined;
}
