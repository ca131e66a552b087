import { restore, withDollars } from "../src/math/restore/index.ts";
import { numberOption, readArguments } from "./command.ts";

const command = {
  name: "npm run --silent math:restore",
  help: `
npm run --silent math:restore [-- options] < LINES

Restores formulas in damaged texts. Reads one JSON string per line and writes one JSON string per line:
the same text with its formulas as $…$. A line that is not a JSON string gives an empty line and an
error with its number on standard error, and the exit code is 1.

Options:
  --threshold NUMBER   minimum confidence of a restored formula (default: 0.5)
  -h, --help           show this help
`,
  options: { threshold: { type: "string" } },
} as const;

const { values } = readArguments(command);
const options = { threshold: numberOption(command, ["threshold", values.threshold], 0.5) };

function parse(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

// The program that reads the output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

let number = 0;
function answer(line: string): void {
  number += 1;
  const text = parse(number === 1 ? line.replace(/^\uFEFF/, "") : line);
  if (text === undefined) {
    process.stderr.write(`line ${number}: not a JSON string: ${line.slice(0, 60)}\n`);
    process.exitCode = 1;
    process.stdout.write("\n");
  } else {
    process.stdout.write(`${JSON.stringify(withDollars(text, restore(text, options).spans))}\n`);
  }
}

// No readline here: it also breaks lines at U+2028, which a JSON string may hold.
let rest = "";
process.stdin.setEncoding("utf8");
for await (const chunk of process.stdin) {
  const lines = `${rest}${String(chunk)}`.split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) answer(line);
}
if (rest !== "") answer(rest);
