/**
 * A value without the braces that protect capitals in BibTeX. Those of formulas and commands
 * (`\emph{…}`, `{\"o}`) stay, because they are cleaned later.
 */
export function withoutCaseBraces(value: string): string {
  if (!value.includes("{")) return value;
  const parts = /\\[A-Za-z]+\*?\s*(?=\{)|\\["'`^~=.](?=\{)|\\[\s\S]|[{}]|\$\$?/g;
  const kept: ("argument" | "group" | "dropped")[] = [];
  const dropped: number[] = [];
  let command = -1;
  let inFormula = false;
  for (const { 0: part, index } of value.matchAll(parts)) {
    if (part.startsWith("$")) inFormula = !inFormula;
    else if (part === "\\(" || part === "\\)") inFormula = part === "\\(";
    else if (inFormula) continue;
    else if (part === "{") {
      const isGroup = /^\\[^(]/.test(value.slice(index + 1, index + 3));
      const kind = command === index ? "argument" : isGroup ? "group" : "dropped";
      kept.push(kind);
      if (kind === "dropped") dropped.push(index);
      // The second argument of a command follows its first.
    } else if (part === "}") {
      const kind = kept.pop() ?? "dropped";
      if (kind === "dropped") dropped.push(index);
      else if (kind === "argument") command = index + 1;
    } else if (!/^\\[^A-Za-z"'`^~=.]$/.test(part) && value.charAt(index + part.length) === "{") {
      // An escaped character, as in `R\&{D}`, has no argument.
      command = index + part.length;
    }
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
    .replace(/\{\\textbackslash\}|\\textbackslash(?:\{\}|[ \t])?/g, "\\")
    .replace(/\\\^\{\}/g, "^")
    .replace(/\\([{}$_&#%])/g, "$1");
}
