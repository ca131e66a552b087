import { fnv1a } from "./fnv1a.ts";

/** In bytes of UTF-8. File systems allow 255, but Windows only 260 characters for a whole path. */
const mostBytes = 120;

/**
 * A text as a part of an address and the name of a folder, valid on every host and file system. A
 * text that is such a name already stays as it is. Any other gets a hash of the whole text, so that
 * different texts have different names, also where case makes no difference.
 */
export function addressPart(text: string): string {
  const sound = text.toWellFormed().normalize("NFC");
  return isAddressPart(sound) ? sound : hashed(sound);
}

/** Whether a text can be a part of an address as it is. */
export function isAddressPart(text: string): boolean {
  return (
    allowed.test(text) &&
    !taken.test(text) &&
    text === folded(text) &&
    new TextEncoder().encode(text).length <= mostBytes
  );
}

// Letters and digits of any script, and punctuation that no system gives a meaning, except at the
// ends: Windows drops dots and spaces there, and hosts hide names that begin with a dot or "_".
const allowed = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._~()+,&'-]*[\p{L}\p{M}\p{N}_~()+&'-])?$/u;

// Devices of Windows, with any ending, and names that a host takes for the page of a folder.
const taken = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)|\.html?$/;

/**
 * In lower case and composed; both, because each can undo the other. By way of capitals, since some letters share one, such
 * as "σ" and "ς". "ß" has none that a file system takes for it.
 */
function folded(text: string): string {
  return text
    .replaceAll(/[^ß]+/gu, (letters) => letters.toUpperCase())
    .toLowerCase()
    .normalize("NFC");
}

function hashed(text: string): string {
  const words = folded(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const hash = fnv1a(text).toString(36).padStart(7, "0");
  // The form of a sigma depends on what is beside it.
  return folded([...shortened(words.join("-")), hash].join("-"));
}

/** The beginning of a text, whole characters only, with room for a hash; nothing if it is empty. */
function shortened(text: string): string[] {
  let bytes = 0;
  let start = "";
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > mostBytes - 8) break;
    start += character;
  }
  const trimmed = start.replace(/(?<!-)-+$/, "");
  return trimmed === "" ? [] : [trimmed];
}
