const raised = /<(?:jats:)?sup\b[^<>]{0,50}>([^<>]{0,20})<\/(?:jats:)?sup>/giu;
const marks = /^[\s\d*†‡§¶#∗⋆★✉,;.]*$/u;
const letter = /^\s*[a-z](?:\s*,\s*[a-z\d*])*\s*$/;
// After a word: "L²" is a name of its own.
const digits = /(?<=\p{L}{2}\.?)[¹²³⁰⁴-⁹](?:,?\s?[¹²³⁰⁴-⁹])*/gu;

const symbols = /(?<=\p{L}\.?)[*†‡§¶]+(?=$|[\s,;])/gu;

/** Names without the marks of footnotes and affiliations that are raised after them: `Ada Byron<sup>1,2</sup>`. */
export function withoutRaisedMarks(names: string): string {
  const plain = names.replace(raised, (all, content: string, at: number) => {
    // One letter may be part of an abbreviation: `D<sup>r</sup>`.
    const isAfterWord = /\p{L}{2}\.?\s?$/u.test(names.slice(Math.max(0, at - 4), at));
    return marks.test(content) || (isAfterWord && letter.test(content)) ? "" : all;
  });
  return plain.replace(digits, "").replace(symbols, "");
}
