import { locale } from "./locale.ts";

// Marked as pure, so that a bundler leaves this file out of scripts that use no numbers.
const decimals = /* @__PURE__ */ new Intl.NumberFormat(locale);
const lists = /* @__PURE__ */ new Intl.ListFormat(locale);
const percents = /* @__PURE__ */ new Intl.NumberFormat(locale, { style: "percent" });

/** A number as the site's language writes it: "1,234" or "1.234". */
export function number(value: number): string {
  return decimals.format(value);
}

/** A share from 0 to 1, rounded to whole percent: "92%" or "92 %". */
export function percent(share: number): string {
  return percents.format(share);
}

/** A number with its noun, in languages with a single plural form: "1 paper", "1,234 papers". */
export function counted(value: number, one: string, many: string): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** Words in a row as the site's language writes them: "bees, wax and honey". */
export function listed(words: readonly string[]): string {
  return lists.format(words);
}
