/**
 * TeX's formatting commands in prose (`\emph{…}`, `\textbf{…}`, `{\em …}`, sizes), and references
 * that have no target in an abstract (`\cite{…}`).
 */

const command =
  /\\(emph|textit|textsl|textbf|textsc|texttt|textrm|textsf|textup|mbox|underline) ?\{([^{}\\]{1,300})\}|\{\\(em|it|sl|bf|sc|tt|rm|sf) ([^{}\\]{1,300})\}/g;
const marks: Record<string, string> = {
  ...{ emph: "*", textit: "*", textsl: "*", em: "*", it: "*", sl: "*" },
  ...{ textbf: "**", bf: "**" },
};

const reference =
  /(?:(?<![\s~])[\s~]+)?\\(?:cite[a-z]*|nocite|ref|eqref|[cC]ref|autoref|label|footnotemark)\*? ?\{[^{}]{0,300}\}/g;
const sizeNames = "tiny|scriptsize|footnotesize|normalsize|small|large|Large|LARGE|huge|Huge";
const size = new RegExp(
  // With its backslash, or joined to the next word if the source removed the backslash.
  String.raw`\\(?:${sizeNames})(?![A-Za-z]) ?|(?<![A-Za-z\\])(?:scriptsize|footnotesize|normalsize)(?=[A-Z])`,
  "g",
);

// The characters around emphasis and around strong text, as `parseInline` reads them.
const wordsOnly = /^\p{L}[^*_`]*[\p{L}\p{N}.!?]$/u;
const anything = /^[^*_`]+$/;

/**
 * Emphasis and bold type as Markdown, where Markdown allows it (around whole words); other fonts as
 * plain text.
 */
export function texFonts(text: string): string {
  const plain = text.replace(size, "");
  if (!plain.includes("\\")) return plain;
  return plain
    .replace(reference, "")
    .replace(
      command,
      (all, name?: string, inner?: string, group?: string, within?: string, at = 0) => {
        const words = inner ?? within ?? "";
        const mark = marks[name ?? group ?? ""] ?? "";
        const before = text.charAt(at - 1);
        const after = text.charAt(at + all.length);
        const whole = (mark === "*" ? wordsOnly : anything).test(words.trim());
        const apart = !/[\p{L}\p{N}*_`\\^$}]/u.test(before) && !/[\p{L}\p{N}*_`]/u.test(after);
        return mark !== "" && whole && apart ? mark + words.trim() + mark : words;
      },
    );
}
