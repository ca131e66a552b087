import type { Message } from "../../schemas/message.ts";
import { contentLines } from "../../text/decode.ts";
import { idsIn } from "../../text/paper-ids.ts";
import { type RawPaper, rawPaper } from "../raw-paper.ts";
import type { Reader } from "./reader.ts";
import { atMost, unknownRecord } from "./reports.ts";

const format = "id-list";

/** A list of arXiv ids, DOIs or links to papers, one a line; what stands behind an id is a remark. */
export const idList: Reader = {
  format,
  recognises: ({ text }) => {
    const lines = listLines(text.slice(0, 20_000));
    const named = lines.filter(({ text: line }) => idsIn(line) !== undefined);
    return named.length > 0 && named.length >= lines.length / 2;
  },
  read: ({ path: file, text }) => {
    const messages: Message[] = [];
    const value = listLines(text).flatMap(({ text: line, number }): RawPaper[] => {
      const ids = idsIn(line);
      if (!ids)
        messages.push(
          unknownRecord(file, number, "a list of ids: no arXiv id or DOI begins the line"),
        );
      return ids
        ? [rawPaper({ title: "", abstract: "", ids, source: { format, file, line: number } })]
        : [];
    });
    return { value, messages: atMost(file, messages) };
  },
};

/** Lines without bullets; those that begin with `#` or `//` are the owner's own remarks. */
function listLines(text: string) {
  return contentLines(text)
    .map((line) => ({ ...line, text: line.text.replace(/^(?:[-*•+]|\d{1,4}[.)])\s+/, "") }))
    .filter(({ text: line }) => !/^(?:#|\/\/)/.test(line));
}
