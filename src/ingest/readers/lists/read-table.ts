/** A row of a table, and the 1-based line on which it begins. */
export interface TableRow {
  cells: string[];
  line: number;
}

/** The rows of a table, and the line of a quotation mark that nothing closes. */
export interface Table {
  rows: TableRow[];
  unclosed?: number;
}

/**
 * Reads CSV (RFC 4180), also with semicolons or tabs in the place of commas. Rows without any text are left out.
 * It keeps the lines, which no parser among the dependencies does.
 */
export function readTable(text: string): Table {
  const sound = text.replace(/^\uFEFF/, "");
  const delimiter = delimiterOf(sound);
  const rows: TableRow[] = [];
  let row: TableRow = { cells: [], line: 1 };
  let line = 1;
  let at = 0;
  let unclosed: number | undefined;
  while (at < sound.length) {
    const { value, end, isClosed } = cellAt(sound, at, delimiter);
    if (!isClosed) unclosed = line;
    row.cells.push(value);
    line += sound.slice(at, end).split("\n").length - 1;
    at = end;
    if (sound[at] === delimiter) {
      at += 1;
      if (at < sound.length) continue;
      row.cells.push("");
    }
    if (sound[at] === "\r") at += 1;
    if (sound[at] === "\n") at += 1;
    line += 1;
    rows.push(row);
    row = { cells: [], line };
  }
  const full = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  return unclosed === undefined ? { rows: full } : { rows: full, unclosed };
}

/** A cell and the offset behind it: of a delimiter, the end of a line or the end of the text. */
function cellAt(text: string, at: number, delimiter: string) {
  if (text[at] !== '"') {
    const end = endOfCell(text, at, delimiter);
    return { value: text.slice(at, end), end, isClosed: true };
  }
  let from = at + 1;
  let value = "";
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), end: text.length, isClosed: false };
    value += text.slice(from, quote);
    from = quote + 1;
    if (text[from] !== '"') break;
    value += '"';
    from += 1;
  }
  // What follows the closing mark belongs to the cell, too.
  const end = endOfCell(text, from, delimiter);
  return { value: value + text.slice(from, end), end, isClosed: true };
}

function endOfCell(text: string, at: number, delimiter: string): number {
  const stops = `${delimiter}\r\n`;
  let end = at;
  while (end < text.length && !stops.includes(text.charAt(end))) end += 1;
  return end;
}

function delimiterOf(text: string): string {
  const head = (/^[^\r\n]{0,5000}/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const counted = [",", ";", "\t"].map((one) => ({ one, count: head.split(one).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).one;
}
