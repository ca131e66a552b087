import { decodeHTMLStrict } from "entities";
import { formulaMark, withoutControls } from "../characters.ts";

const ampersand = String.raw`(?:\{\\&\}|\\&|&)`;
const number = String.raw`(?:\{\\#\}|\\#|#)(?:\d{1,7}|[xX][\dA-Fa-f]{1,6})`;

// Escaped again and again (`&amp;amp;lt;`), and by a program that wrote TeX (`{\&}amp;`, `\&\#8217;`).
const reference = new RegExp(
  String.raw`${ampersand}((?:amp;)*)(${number}|[A-Za-z][A-Za-z\d]{1,31});`,
  "g",
);

/** Replaces the character references of HTML by their characters; a name that HTML has not stays. */
export function decodeReferences(text: string): string {
  if (!text.includes("&") || !text.includes(";")) return text;
  return text.replace(reference, (all, again: string, name: string) => {
    const plain = `&${name.replace(/^\{?\\?#\}?/, "#")};`;
    const decoded = withoutControls(decodeHTMLStrict(plain)).replaceAll(formulaMark, "");
    if (decoded !== plain) return decoded;
    return again === "" ? all : plain;
  });
}
