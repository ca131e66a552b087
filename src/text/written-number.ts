const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
const roman = /^(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;

/** The digits of a number in Roman numerals up to 89, or of an English ordinal up to "tenth". */
export function digitsOf(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  const ordinal = ordinals.indexOf(word) + 1;
  if (ordinal > 0) return String(ordinal);
  if (!roman.test(word)) return undefined;
  const signs = [...word].map((sign) => values[sign] ?? 0);
  const sum = signs.reduce((total, value, at) => {
    return (signs[at + 1] ?? 0) > value ? total - value : total + value;
  }, 0);
  return String(sum);
}
