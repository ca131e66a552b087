import { flatMapStaged, type Staged } from "../../../schemas/message.ts";
import { brokenRecord, report, rowWithoutPaper } from "../../../schemas/rules.ts";
import { type PaperTarget, paperIn } from "../../../text/paper-target.ts";
import { linksInText } from "./links-in-text.ts";
import { type ListedPaper, withoutPaper } from "./listed-paper.ts";
import { readTable, type TableRow } from "./read-table.ts";

const idName =
  /^(?:arxiv|doi|url|link|links|href|website|source|pdf|paper|externalids|paperid|corpusid)(?:id|s|url|link)?$/;
const otherName = /^(?:title|name|papertitle|authors?|year|venue|status|tags?|journal|abstract)$/;
// Texts that may name other papers.
const proseName = /^(?:abstract|tldr|summary|notes?|description|references|citations|comments?)$/;

/**
 * Whether a text is a table of papers, as Notion and Semantic Scholar export them: the first line names columns, of
 * which readers of papers know at least one, and the rows have as many cells.
 */
export function isTable(text: string): boolean {
  const head = /^\uFEFF?([^\r\n]{3,5000})[\r\n]/.exec(text)?.[1];
  if (head === undefined || !/[,;\t]/.test(head)) return false;
  const [first, ...rows] = readTable(text.slice(0, 20_000)).rows;
  const names = (first?.cells ?? []).map(plainName);
  if (names.length < 2 || !names.some((name) => idName.test(name) || otherName.test(name))) {
    return false;
  }
  // The last of them may be cut off.
  const whole = rows.slice(0, Math.max(1, rows.length - 1));
  const fitting = whole.filter(({ cells }) => cells.length === names.length);
  return whole.length > 0 && fitting.length * 2 >= whole.length;
}

/** The paper of each row. A message says which rows name none. */
export function papersOfTable(file: string, text: string): Staged<ListedPaper[]> {
  const { rows, unclosed } = readTable(text);
  const [head, ...papers] = rows;
  const names = (head?.cells ?? []).map(plainName);
  const { value, messages } = flatMapStaged(papers, (row) => paperOfRow(file, row, names));
  const reason = "A quotation mark is not closed, so the rest of the file counts as one cell.";
  const broken =
    unclosed === undefined ? [] : [report(brokenRecord, { reason }, { file, line: unclosed })];
  return { value, messages: [...broken, ...messages] };
}

function paperOfRow(
  file: string,
  { cells, line }: TableRow,
  names: readonly string[],
): Staged<ListedPaper[]> {
  const columns = cells
    .map((cell, index) => ({ cell: cell.trim(), name: names[index] ?? "" }))
    .filter(({ cell, name }) => cell !== "" && !proseName.test(name));
  const targets = columns.flatMap(({ cell, name }) => targetsIn(cell, name));
  const order = ["arxiv", "doi", "openreview", "semantic-scholar"];
  const [target] = targets.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  if (target) return { value: [{ target, line }], messages: [] };
  const links = columns.flatMap(({ cell }) => linksInText(cell));
  const [ofLink] = links.flatMap(({ address }) => withoutPaper(address, { file, line }) ?? []);
  const message =
    ofLink?.severity === "error" ? ofLink : report(rowWithoutPaper, {}, { file, line });
  return { value: [], messages: [message] };
}

/** The papers that a cell names, in a column of this name. */
function targetsIn(cell: string, name: string): PaperTarget[] {
  if (name === "paperid" && /^[0-9a-f]{40}$/i.test(cell)) {
    return [{ kind: "semantic-scholar", id: cell.toLowerCase() }];
  }
  if (name === "corpusid" && /^\d{1,12}$/.test(cell)) {
    return [{ kind: "semantic-scholar", id: `CorpusID:${cell}` }];
  }
  // `{"ArXiv": "2510.01171", "DOI": "10.1000/x"}`
  const text = name === "externalids" ? cell.replace(/["']/g, " ").replace(/ :\s+/g, ":") : cell;
  return linksInText(text).flatMap(({ address }) => paperIn(address) ?? []);
}

/** `arXiv ID` and `arxiv_id` are one name. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "");
}
