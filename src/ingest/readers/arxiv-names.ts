import { type NameList, nameInText, withoutOthers } from "../../text/person-names.ts";

/**
 * The authors of an entry of arXiv's Atom. arXiv cuts lists of authors at commas and "and", so a
 * colon or a parenthesis of the list may be a name, or part of one.
 */
export function atomNames(written: readonly string[]): NameList {
  const divided = written.flatMap((name) => name.split(/(?<=\p{L}):\s+|^\s*:|:\s*$/u));
  const { names, cut } = withoutOthers(divided.map((name) => name.trim().replace(/^and\s+/i, "")));
  return {
    names: names.filter((name) => /[\p{L}\p{N}]/u.test(name)).map(nameInText),
    cut,
  };
}
