const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const digits = new Map([...alphabet].map((character, digit) => [character, digit]));

/** How numbers below a size are written. */
interface Notation {
  /** How many characters each has. */
  width: number;
  /** How many different ones there are: no more than needed, so that they compress well. */
  base: number;
}

function notationOf(size: number): Notation {
  const width = Math.max(1, Math.ceil(Math.log2(Math.max(2, size)) / 6));
  let base = 2;
  while (base ** width < size) base += 1;
  return { width, base };
}

/** Writes numbers below a size, each with as many characters. */
export function termCodes(terms: readonly number[], size: number): string {
  const { width, base } = notationOf(size);
  let codes = "";
  for (const term of terms) {
    let code = "";
    for (let rest = term, at = 0; at < width; at++) {
      code = (alphabet[rest % base] ?? "") + code;
      rest = Math.floor(rest / base);
    }
    codes += code;
  }
  return codes;
}

/** The numbers that were written one after the other. */
export function termsOfCodes(codes: string, size: number): number[] {
  const { width, base } = notationOf(size);
  return Array.from({ length: Math.floor(codes.length / width) }, (_, term) => {
    let number = 0;
    for (const character of codes.slice(width * term, width * (term + 1))) {
      number = base * number + (digits.get(character) ?? 0);
    }
    return number;
  });
}
