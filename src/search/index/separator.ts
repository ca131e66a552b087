/** The shortest beginning of a key that is after another, earlier key; the key itself if both are the same. */
export function separator(earlier: string, key: string): string {
  const [before, characters] = [[...earlier], [...key]];
  const different = characters.findIndex((character, at) => character !== before[at]);
  return different < 0 ? key : characters.slice(0, different + 1).join("");
}
