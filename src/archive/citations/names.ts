import { defined } from "../../schemas/defined.ts";
import { oneLine } from "./citation.ts";

/** A person's name in its parts, or a name that has no parts. */
export type Name =
  | { literal: string }
  | { family: string; given: string; particle?: string; suffix?: string };

const particle =
  /^(?:af|al|av|bin|ben|da|dal|dalla|das|de|del|della|den|der|des|di|do|dos|du|el|ibn|la|las|le|los|ten|ter|und|v|van|vom|von|vor|y|z|zu|zum|zur|'t|’t)$/;
const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const group =
  /\b(?:team|group|collaboration|consortium|lab|labs|laboratory|project|community|foundation|institute|university|inc|research|contributors|initiative|network|alliance)\b|\d|&| and |^the /i;

/**
 * A name as sources write it ("Ludwig van Beethoven", "Beethoven, Ludwig van", "Qwen Team") in its
 * parts. Groups, single names and scripts without spaces are not split. Undefined if nothing is
 * left.
 */
function readName(written: string): Name | undefined {
  const text = oneLine(written);
  if (text === "") return undefined;
  if (group.test(text)) return { literal: text };
  const [before = "", ...after] = text.split(",").map((part) => part.trim());
  const rest = after.filter((part) => part !== "");
  if (rest.length > 2 || before === "") return { literal: text };
  const ending = rest.find((part) => suffix.test(part));
  const given = rest.find((part) => part !== ending);
  if (given !== undefined) return inParts(given, before.split(" "), ending);
  const words = before.split(" ");
  const last = words.at(-1) ?? "";
  if (ending === undefined && words.length > 2 && suffix.test(last)) {
    return split(words.slice(0, -1), last);
  }
  return split(words, ending);
}

function split(words: string[], ending: string | undefined): Name {
  if (words.length < 2) return { literal: [...words, ...(ending ? [ending] : [])].join(" ") };
  // "Ludwig van Beethoven": the family name begins with its particles, but a given name comes first.
  const first = words.findIndex((word, index) => index > 0 && particle.test(word));
  const at = first === -1 || first === words.length - 1 ? words.length - 1 : first;
  return inParts(words.slice(0, at).join(" "), words.slice(at), ending);
}

function inParts(given: string, family: string[], ending: string | undefined): Name {
  const own = family.findIndex((word) => !particle.test(word));
  const cut = own === -1 ? 0 : own;
  return {
    family: family.slice(cut).join(" "),
    given,
    ...(cut > 0 ? { particle: family.slice(0, cut).join(" ") } : {}),
    ...defined({ suffix: ending }),
  };
}

/** The names that can be read, in their order. */
export function readNames(written: readonly string[]): Name[] {
  return written.map(readName).filter((name) => name !== undefined);
}

/** A name as "van Beethoven, Ludwig, Jr.", for formats with one field for each person. */
export function familyFirst(name: Name): string {
  if ("literal" in name) return name.literal;
  const family = name.particle === undefined ? name.family : `${name.particle} ${name.family}`;
  return [family, name.given, ...(name.suffix === undefined ? [] : [name.suffix])].join(", ");
}
