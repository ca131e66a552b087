/**
 * The line of a text at which its code most likely failed, by what the failure says: the words that
 * it names, as the text has them. Undefined where it names none.
 */
export function lineOfFault(source: string, reason: string): number | undefined {
  const lines = source.split(/\r\n?|\n/);
  const named = [
    ...[...reason.matchAll(/[`'"]([^`'"]+)[`'"]/g)].map(([, name]) => name ?? ""),
    ...[...reason.matchAll(/([\w$.]+) is not /g)].map(([, name]) => name ?? ""),
    reason,
  ];
  for (const name of named) {
    const escaped = name.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    if (escaped === "") continue;
    const word = new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`);
    const at = lines.findIndex((line) => word.test(line));
    if (at >= 0) return at + 1;
  }
  return undefined;
}
