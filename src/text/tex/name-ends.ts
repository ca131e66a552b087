/** Signs after which words go on without a space. */
const opening = new Set(
  "textquoteleft textquotedblleft quotedblbase quotesinglbase glqq glq flqq guillemotleft guilsinglleft lq".split(
    " ",
  ),
);
const dashes = new Set("textendash textemdash texthyphen".split(" "));
const units = /^ (?=(?:[mslLgMAVW]|Hz|mol)(?!\p{L}))/u;

/**
 * The space after the name of a symbol that only ends the name: `it\textquoteright s`. Undefined where
 * people mean it, as TeX does not: `ACME\texttrademark and`.
 */
export function endOfName(name: string, before: string): RegExp | undefined {
  if (opening.has(name)) return /^ /;
  if (dashes.has(name)) return /\S$/.test(before) ? /^ (?=[\p{L}\p{N}])/u : undefined;
  if (name === "textquoteright" || name === "rq") {
    if (/(?:^|\P{L})[ODLMdl]$/u.test(before)) return /^ (?=\p{L})/u;
    return /\p{L}$/u.test(before) ? /^ (?=(?:s|t|d|m|re|ve|ll)(?!\p{L}))/u : undefined;
  }
  if (name === "slash") return /\S$/.test(before) ? /^ (?=[\p{L}\p{N}])/u : undefined;
  if (name === "textdegree") return /^ (?=[CFK](?!\p{L}))/u;
  return name === "textmu" || name === "textmicro" ? units : undefined;
}
