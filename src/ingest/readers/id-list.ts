import { flatMapStaged, type Staged } from "../../schemas/message.ts";
import { addressWithoutId, lineWithoutId, report } from "../../schemas/rules.ts";
import { contentLines, type Line } from "../../text/decode.ts";
import { hostIn, idsIn } from "../../text/paper-ids.ts";
import { type RawPaper, rawPaper } from "../raw-paper.ts";
import type { Reader } from "./reader.ts";
import { atMost } from "./reports.ts";

const format = "id-list";

/** A list of arXiv ids, DOIs or links to papers, one per line. Text after an id is ignored. */
export const idList: Reader = {
  format,
  recognises: ({ text }) => {
    const lines = listLines(text.slice(0, 20_000));
    const named = lines.filter(({ text: line }) => idsIn(line) ?? isPaperHost(hostIn(line) ?? ""));
    return named.length > 0 && named.length >= lines.length / 2;
  },
  read: ({ path: file, text }) => {
    const { value, messages } = flatMapStaged(listLines(text), (line) => readLine(file, line));
    return { value, messages: atMost(file, messages) };
  },
};

// Sites whose addresses name papers, but by ids of their own.
const paperHost =
  /(?:^|\.)(?:openreview\.net|semanticscholar\.org|aclanthology\.org|aclweb\.org|dl\.acm\.org|ieeexplore\.ieee\.org|proceedings\.mlr\.press|papers\.nips\.cc|proceedings\.neurips\.cc|openaccess\.thecvf\.com|sciencedirect\.com|pubmed\.ncbi\.nlm\.nih\.gov)$/;

/** Whether a host has papers, by addresses that need not have an arXiv id or a DOI in them. */
export function isPaperHost(host: string): boolean {
  return paperHost.test(host);
}

function readLine(file: string, { text, number: line }: Line): Staged<RawPaper[]> {
  const ids = idsIn(text);
  if (!ids) {
    const host = hostIn(text);
    const place = { file, line };
    const message =
      host === undefined
        ? report(lineWithoutId, {}, place)
        : report(addressWithoutId, { host }, place);
    return { value: [], messages: [message] };
  }
  const paper = rawPaper({ title: "", abstract: "", ids, source: { format, file, line } });
  return { value: [paper], messages: [] };
}

/** A line without its bullet, and a link of Markdown as its address and its text. */
function withoutMarks(line: string): string {
  return line
    .replace(/^(?:[-*•+]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?/, "")
    .replace(/^\[([^\]]{1,500})\]\((\S{1,2000})\)/, "$2 $1");
}

/** Lines without their bullets. Lines that start with `#` or `//` are comments. */
function listLines(text: string): Line[] {
  return contentLines(text)
    .map((line) => ({ ...line, text: withoutMarks(line.text) }))
    .filter(({ text: line }) => !/^(?:#|\/\/)/.test(line));
}
