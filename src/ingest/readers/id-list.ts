import { flatMapStaged, type Staged } from "../../schemas/message.ts";
import { lineWithoutId, report } from "../../schemas/rules.ts";
import { contentLines, type Line } from "../../text/decode.ts";
import { idsIn } from "../../text/paper-ids.ts";
import { type RawPaper, rawPaper } from "../raw-paper.ts";
import type { Reader } from "./reader.ts";
import { atMost } from "./reports.ts";

const format = "id-list";

/** A list of arXiv ids, DOIs or links to papers, one per line. Text after an id is ignored. */
export const idList: Reader = {
  format,
  recognises: ({ text }) => {
    const lines = listLines(text.slice(0, 20_000));
    const named = lines.filter(({ text: line }) => idsIn(line) !== undefined);
    return named.length > 0 && named.length >= lines.length / 2;
  },
  read: ({ path: file, text }) => {
    const { value, messages } = flatMapStaged(listLines(text), (line) => readLine(file, line));
    return { value, messages: atMost(file, messages) };
  },
};

function readLine(file: string, { text, number: line }: Line): Staged<RawPaper[]> {
  const ids = idsIn(text);
  if (!ids) return { value: [], messages: [report(lineWithoutId, {}, { file, line })] };
  const paper = rawPaper({ title: "", abstract: "", ids, source: { format, file, line } });
  return { value: [paper], messages: [] };
}

/** Lines without their bullets. Lines that start with `#` or `//` are comments. */
function listLines(text: string): Line[] {
  return contentLines(text)
    .map((line) => ({ ...line, text: line.text.replace(/^(?:[-*•+]|\d{1,4}[.)])\s+/, "") }))
    .filter(({ text: line }) => !/^(?:#|\/\/)/.test(line));
}
