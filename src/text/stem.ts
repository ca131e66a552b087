import { irregularPlurals } from "./irregular-plurals.ts";

/**
 * The form that inflections of an English word share: `samples`, `sampled` and `sampling` give one
 * stem, `behaviour` and `behavior` another. It removes only inflection. A stemmer that also removes
 * derivation (Porter's) gives "general", "generate" and "generative" one stem, so topics could no
 * longer be distinguished. Stems are keys, not words.
 */
export function stem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  let form = word.replace(/['’]s?$/, "");
  if (form.length > 5) form = form.replace(/our(?=$|s$|al|ist|ed$|ing$)/, "or");
  form = form
    .replace(/is(?=(e|es|ed|er|ers|ing|ation|ations)$)/, "iz")
    .replace(/ll(?=(ed|ing)$)/, "l");
  form = singular(form.replace(/lys(?=(e|es|ed|ing)$)/, "lyz"));
  return silentE(bareVerb(form));
}

const irregular = new Map<string, string>([
  ...irregularPlurals,
  ["corpuses", "corpus"],
  ["graphs", "graph"],
  ["bias", "bias"],
  ["biases", "bias"],
  ["lens", "lens"],
  ["physics", "physics"],
  ["process", "process"],
  ["series", "series"],
  ["species", "species"],
  ["news", "news"],
  ["learnt", "learn"],
  ["chose", "choos"],
  ["found", "find"],
  ["embed", "embed"],
]);

function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^siu]s$/.test(word)) return word.slice(0, -1);
  return word;
}

function bareVerb(word: string): string {
  const ending = /(?:ied|(?<!e)ed|ing)$/.exec(word)?.[0];
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (rest.length < 3 || !/[aeiouy]/.test(rest)) return word;
  if (ending === "ied") return `${rest}y`;
  const single = rest.replace(/([bdfgmnprt])\1$/, "$1");
  return single === rest && shortSyllable.test(rest) ? `${rest}e` : single;
}

/** One syllable with a single vowel before its last consonant: `scal`, which is `scale` inflected. */
const shortSyllable = /^[^aeiou]*[aeiouy][^aeiouwxy]$/;

/**
 * Removes a final e, so that `explore` and `exploring` have the same stem. Short words keep it, so
 * that `plane` and `plan`, `note` and `not` have different stems.
 */
function silentE(word: string): string {
  if (!/[^e]e$/.test(word) || word.length < 5) return word;
  return shortSyllable.test(word.slice(0, -1)) ? word : word.slice(0, -1);
}
