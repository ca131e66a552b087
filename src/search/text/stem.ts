import { stemmer } from "stemmer";
import { irregularPlurals } from "../../text/irregular-plurals.ts";

/**
 * The stem that the forms of an English word share: `policies` and `policy`, `optimise` and
 * `optimization`, `behaviour` and `behavior`, `practise` and `practice`. Stems are keys and not always words. A text of anything
 * but lower-case ASCII letters is its own stem.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const found = stemmer(irregular.get(word) ?? american(word));
  // Two letters say too little: "ties" is "tie", and "Ayed" is not "AI".
  return found.length > 2 ? found : `${word.slice(0, 2)}e`;
}

/** What British spellings have. Most words have none of it, and trying each of their patterns takes longer. */
const maybeBritish = /^practis|[cr]e|ogue|gramme|dgement|our|is(?:e|ing|ation)|lys/;

function american(word: string): string {
  if (word.length < 6 || !maybeBritish.test(word)) return word;
  return word
    .replace(/^practis(?=e|ing)/, "practic")
    .replace(/^(licen|defen|offen|preten)c(?=e)/, "$1s")
    .replace(/^(cent|fib|lit|theat|calib|spect|\w*met)r(?=ed$)/, "$1er")
    .replace(/^(cent|fib|lit|theat|calib|spect|\w*met)re(?=s?$)/, "$1er")
    .replace(/(?<=al|an|ol|ed)ogue(?=s?$)/, "og")
    .replace(/gramme(?=s?$)/, "gram")
    .replace(/(?<=dg)ement(?=s?$)/, "ment")
    .replace(/our(?=$|s$|al|ist|ed$|ing$|able$)/, "or")
    .replace(/is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/, "iz")
    .replace(/lys(?=(?:e|es|ed|er|ing)$)/, "lyz");
}

const irregular = new Map<string, string>([
  ...irregularPlurals,
  ["mice", "mouse"],
  ["people", "person"],
  ["chosen", "choose"],
  ["chose", "choose"],
  ["learnt", "learn"],
  ["written", "write"],
  ["built", "build"],
  ["taught", "teach"],
]);
