import { defined } from "../../schemas/defined.ts";
import { isGroupName, suffixAfter, withoutEastAsianSpace } from "../../text/person-names.ts";
import { oneLine } from "./citation.ts";

/** A person's name in its parts, or a name that has no parts. */
export type Name =
  | { literal: string }
  | { family: string; given: string; particle?: string; suffix?: string };

const particle =
  /^(?:af|al|av|bin|ben|da|dal|dalla|das|de|del|della|den|der|des|di|do|dos|du|el|ibn|la|las|le|los|ten|ter|und|v|van|vom|von|vor|y|z|zu|zum|zur|'t|’t)$/;
// Without a comma, longer ones may be a name.
const suffixWord = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** What sources say of names: the family name by the whole name, which has no other parts then. */
export type Families = Readonly<Record<string, string>>;

/**
 * A name as sources write it ("Ludwig van Beethoven", "Beethoven, Ludwig van", "Qwen Team") in its
 * parts. Groups, single names and scripts without spaces are not split. Undefined if nothing is
 * left.
 */
function readName(written: string, families: Families): Name | undefined {
  const text = withoutEastAsianSpace(oneLine(written));
  if (text === "") return undefined;
  const said = Object.hasOwn(families, written)
    ? divided(text, oneLine(families[written] ?? ""))
    : undefined;
  if (said) return said;
  if (isGroupName(text)) return { literal: text };
  const [before = "", ...after] = text.split(",").map((part) => part.trim());
  const rest = after.filter((part) => part !== "");
  if (rest.length > 2 || before === "") return { literal: text };
  const ending = suffixAfter(before, rest);
  const given = rest.find((part) => part !== ending);
  if (given !== undefined) return inParts(given, before.split(" "), ending);
  const words = before.split(" ");
  const last = words.at(-1) ?? "";
  if (ending === undefined && words.length > 2 && suffixWord.test(last)) {
    return split(words.slice(0, -1), last);
  }
  return split(words, ending);
}

/** The parts of a name whose family name is known; undefined if it does not end with it. */
function divided(text: string, family: string): Name | undefined {
  if (family === text) return { literal: text };
  const [before = "", ending, ...more] = text.split(/,\s*/);
  if (family === "" || more.length > 0 || !before.endsWith(` ${family}`)) return undefined;
  const given = before.slice(0, -family.length).trim();
  return given === "" ? undefined : inParts(given, family.split(" "), ending);
}

/** What has to be remembered of a name, because the name alone would be divided in another way. */
export function familyToKeep(name: string, family: string): string | undefined {
  const guess = readName(name, {});
  // A name such as "李明" is not divided by any family name.
  if (guess === undefined || divided(oneLine(name), oneLine(family)) === undefined)
    return undefined;
  const guessed = "literal" in guess ? guess.literal : familyOf(guess);
  return guessed === family ? undefined : family;
}

function familyOf({ family, particle }: Exclude<Name, { literal: string }>): string {
  return particle === undefined ? family : `${particle} ${family}`;
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
export function readNames(written: readonly string[], families: Families = {}): Name[] {
  return written.map((name) => readName(name, families)).filter((name) => name !== undefined);
}

/** A name as "van Beethoven, Ludwig, Jr.", for formats with one field for each person. */
export function familyFirst(name: Name): string {
  if ("literal" in name) return name.literal;
  return [familyOf(name), name.given, ...(name.suffix === undefined ? [] : [name.suffix])].join(
    ", ",
  );
}

/** The same for Zotero, which takes a comma at the end for a name without parts. */
export function nameForZotero(name: Name): string {
  const text = familyFirst(name);
  return "literal" in name && text.includes(" ") ? `${text},` : text;
}
