import { accents, special } from "./latex.ts";

const characters = new Map(Object.entries(special).map(([character, latex]) => [latex, character]));
const marks = new Map(Object.entries(accents).map(([mark, command]) => [command, mark]));

/** The text of which `textAsLatex` made this. */
export function latexAsText(latex: string): string {
  return latex
    .replace(
      /\{\\(?:([^A-Za-z])([A-Za-z])|([A-Za-z])\{([A-Za-z])\})\}/g,
      (all, ...found: string[]) => {
        const [sign, signed, letter, lettered] = found;
        const [command, base = ""] = sign === undefined ? [letter ?? "", lettered] : [sign, signed];
        const mark = marks.get(command);
        return mark === undefined ? all : (base + mark).normalize("NFC");
      },
    )
    .replace(/\{\\[A-Za-z]+\}|\\[$&%#_]/g, (all) => characters.get(all) ?? all)
    .replace(/(?<=[-'`])\{\}(?=[-'`])/g, "");
}
