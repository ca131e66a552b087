// No vowels: "ba" and "bae" may be two spellings of one name.
const digits = "bcdfghjkmn";

/** A word that marks a record, of letters alone: digits may be read as a formula. */
export function markerOf(index: number): string {
  const letters = [...String(index)].map((digit) => digits.charAt(Number(digit)));
  return `zq${letters.join("")}zq`;
}

/** The number of a marker's record. */
export function numberOf(marker: string): number {
  return Number([...marker.slice(2, -2)].map((letter) => digits.indexOf(letter)).join(""));
}

/** The markers in a text. */
export function markersIn(text: string): string[] {
  return text.match(new RegExp(`zq[${digits}]+zq`, "g")) ?? [];
}
