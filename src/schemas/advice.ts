import { z } from "zod";

/** What to write instead of a value that a schema rejects; undefined if that is not clear. */
type Advise = (given: string) => string | undefined;

/** Advice for values of a schema, in addition to the schema's own messages. */
export const advice = z.registry<{ advise: Advise }>();

/** A plain form of a day in digits: 2026-11-3, 2026/11/03. */
export function asDay(given: string): string | undefined {
  const [, year, month = "", day = ""] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(given) ?? [];
  return year && `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** A host without `https://` before it. */
export function asAddress(given: string): string | undefined {
  return /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(given) ? `https://${given}` : undefined;
}

/**
 * The base path that was probably meant by a name, a path with too many slashes, or a full address.
 */
export function asBase(given: string): string | undefined {
  const path = given.replace(/^https?:\/\/[^/]*/i, "").replace(/[?#].*$/, "");
  const names = path.split("/").filter((name) => !/^\.{0,2}$/.test(name));
  return `/${names.map((name) => name.trim().replace(/\s+/g, "-")).join("/")}`;
}

/** Lower-case words joined by hyphens. */
export function asId(given: string): string | undefined {
  return given
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join("-");
}

/** The tag of a language, from a tag with another separator or from the language's English name. */
export function asLanguage(given: string): string | undefined {
  const tag = given.trim().replaceAll("_", "-");
  if (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) return Intl.getCanonicalLocales(tag)[0];
  const names = new Intl.DisplayNames("en", { type: "language" });
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .find((code) => names.of(code)?.toLowerCase() === given.trim().toLowerCase());
}
