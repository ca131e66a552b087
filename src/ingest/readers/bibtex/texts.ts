/**
 * A value without the braces that protect capitals in BibTeX. Those of formulas and commands
 * (`\emph{…}`, `{\"o}`) stay, because they are cleaned later.
 */
export function withoutCaseBraces(value: string): string {
  if (!value.includes("{")) return value;
  const parts = /\\[A-Za-z]+\*?\s*(?=\{)|\\["'`^~=.](?=\{)|\\[\s\S]|[{}]|\$\$?/g;
  const kept: boolean[] = [];
  const dropped: number[] = [];
  let command = -1;
  let inFormula = false;
  for (const { 0: part, index } of value.matchAll(parts)) {
    if (part.startsWith("$")) inFormula = !inFormula;
    else if (inFormula) continue;
    else if (part === "{") {
      const keep = command === index || value.charAt(index + 1) === "\\";
      kept.push(keep);
      if (!keep) dropped.push(index);
      // The second argument of a command follows its first.
    } else if (part === "}") {
      const keep = kept.pop() ?? false;
      if (!keep) dropped.push(index);
      else command = index + 1;
    } else if (value.charAt(index + part.length) === "{") command = index + part.length;
  }
  let text = "";
  let at = 0;
  for (const index of dropped) {
    text += value.slice(at, index);
    at = index + 1;
  }
  return text + value.slice(at);
}

/** Undoes the escaping of a program that took TeX for words (`\textbackslash emph\{x\}`). */
export function undoEscaping(value: string): string {
  if (!value.includes("\\textbackslash")) return value;
  return value
    .replace(/\\textbackslash(?:\{\}|[ \t])?/g, "\\")
    .replace(/\\\^\{\}/g, "^")
    .replace(/\\([{}$_&#%])/g, "$1");
}
