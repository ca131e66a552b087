// What a name of a file may not have on some system, and what ends or begins something in a wikilink.
const unsafe = /[\p{C}\\/:*?"<>|#^[\]%]+/gu;
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
/** In bytes of UTF-8: folders and the ending leave room within the 260 characters of Windows. */
const mostBytes = 110;

/**
 * Names of files for titles, the same for the same titles: valid on Windows, macOS and Linux, and within wikilinks. What
 * has no such title, or one that others have too, is named by its id as well. Ids are valid names.
 */
export function vaultNames(named: readonly { id: string; title: string }[]): Map<string, string> {
  const titles = named.map(({ id, title }) => ({ id, name: safeName(title) }));
  const counts = new Map<string, number>();
  for (const { id, name } of titles) {
    for (const key of new Set([keyOf(name), keyOf(id)]))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map(
    titles.map(({ id, name }) => {
      const isOwn = name !== "" && counts.get(keyOf(name)) === 1;
      return [id, isOwn ? name : name === "" ? id : `${name} (${id})`];
    }),
  );
}

/** File systems of Windows and macOS take names in another case or form for the same. */
function keyOf(name: string): string {
  return name.normalize("NFKC").toLowerCase().toUpperCase().normalize("NFKC");
}

/** A title as the name of a file; empty if nothing is left of it. */
function safeName(title: string): string {
  const words = title.toWellFormed().normalize("NFC").replace(unsafe, " ").replace(/\s+/gu, " ");
  let [name, bytes] = ["", 0];
  for (const character of words.trim().replace(/^[.~\s]+/, "")) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > mostBytes) break;
    name += character;
  }
  while (/[.\s]$/u.test(name)) name = name.slice(0, -1);
  return devices.test(name) ? "" : name;
}
