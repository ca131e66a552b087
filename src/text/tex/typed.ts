import { emphasis, strong } from "../marks.ts";
import type { Surroundings } from "./reading.ts";

/**
 * Emphasised words or words in bold type, with marks around them where Markdown can have them: around
 * whole words, and not inside of words in the same type.
 */
export function typed(
  text: string,
  type: "emphasis" | "strong" | "plain",
  { before, after }: Pick<Surroundings, "before" | "after">,
): string {
  const words = text.trim();
  const { open, close } = type === "strong" ? strong : emphasis;
  const isApart =
    !/[\p{L}\p{N}\p{M}*_`\\^$}\uFDD1\uFDD3]$/u.test(before) &&
    !/^[\p{L}\p{N}\p{M}*_`]/u.test(after);
  const isText = /[\p{L}\p{N}\uFFFC]/u.test(words) && !/[*_`]/.test(words);
  if (type === "plain" || !isApart || !isText) return text;
  const [lead, trail] = [
    /^\s*/.exec(text)?.[0] ?? "",
    text.length > words.length ? text.slice(text.trimEnd().length) : "",
  ];
  const own = new RegExp(`[${open}${close}]`, "g");
  // Of emphasis inside of emphasis, the outer one stays.
  return lead + open + words.replace(own, "") + close + trail;
}
