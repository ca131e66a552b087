/** The longest text in words, and how many texts must have it. */
const [mostWords, leastTexts] = [4, 12];
/** A repeated text takes about so many characters, so that much of it is not saved. */
const cost = 3;

/** What texts have in common: one to four words in a row, those first that save most, of so many characters in all. */
export function frequentTexts(texts: readonly string[], size: number): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = text.split(/\s+/);
    const own = new Set<string>();
    for (let count = 1; count <= mostWords; count += 1) {
      for (let first = 0; first + count <= words.length; first += 1) {
        own.add(words.slice(first, first + count).join(" "));
      }
    }
    for (const one of own) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const saved = [...counts]
    .filter(([, count]) => count >= leastTexts)
    .map(([text, count]) => ({ text, saved: count * (text.length - cost) }))
    .sort((a, b) => b.saved - a.saved || (a.text < b.text ? -1 : 1));
  let chosen = " ";
  const found: string[] = [];
  for (const { text } of saved) {
    if (chosen.length > size) break;
    if (chosen.includes(` ${text} `)) continue;
    found.push(text);
    chosen += `${text} `;
  }
  return found;
}
