import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { exit, fail, readArguments, run } from "../command.ts";
import { type Example, learnBackground } from "./learn-background.ts";

const command = {
  name: "npm run terms:learn",
  help: `
npm run terms:learn -- --out FILE --about TEXT FILE…

Learns from papers how frequent each term is in the field, and how specific it is to a subject, for
src/archive/terms/background.json. Each FILE has JSON lines, gzipped or not, with "title" and
"abstract" as arXiv prints them. No paper may occur twice. Run \`npm run format\` afterwards.

Options:
  --out FILE     the file for the table
  --about TEXT   which papers it was learned from, as a note in the table
  -h, --help     show this help
`,
  options: { out: { type: "string" }, about: { type: "string" } },
  positionals: true,
} as const;

const { values, positionals: files } = readArguments(command);
const { out, about } = values;
if (out === undefined || about === undefined) fail(command, "--out and --about are needed");
if (files.length === 0) fail(command, "name at least one file to learn from");

const record = z.object({ title: z.string(), abstract: z.string() });

await run(command.name, async () => {
  const examples = files.flatMap(readExamples);
  const groups = learnBackground(examples).map(({ papers, topical, terms }) => [
    papers,
    topical,
    terms,
  ]);
  writeFileSync(out, `${JSON.stringify({ about, papers: examples.length, groups })}\n`);
  console.log(`${examples.length} papers, ${groups.length} groups of terms, in ${out}`);
  return exit.done;
});

function readExamples(file: string): Example[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [record.parse(JSON.parse(line))];
    } catch (cause) {
      throw new Error(
        `${file}:${index + 1}: not a JSON object with the strings "title" and "abstract"`,
        {
          cause,
        },
      );
    }
  });
}
