/**
 * What programs write in place of the characters of an id: TeX, entities of HTML, and
 * percent-encoding. Each is undone until nothing changes, because programs escape what others have
 * escaped already (`\textbackslash\_`, `{\&}lt;`, `%252F`).
 */

const mostRounds = 4;

function untilStable(text: string, undo: (text: string) => string): string {
  let plain = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = undo(plain);
    if (next === plain) break;
    plain = next;
  }
  return plain;
}

const commands: Readonly<Record<string, string>> = {
  textunderscore: "_",
  underscore: "_",
  textless: "<",
  textgreater: ">",
  lt: "<",
  gt: ">",
  textbackslash: "\\",
  backslash: "\\",
  textpercent: "%",
  textasciitilde: "~",
  textasciicircum: "^",
  textnumbersign: "#",
  textampersand: "&",
  textdollar: "$",
  textbar: "|",
  textquotesingle: "'",
  lparen: "(",
  rparen: ")",
  lbrack: "[",
  rbrack: "]",
  slash: "/",
  colon: ":",
  allowbreak: "",
  linebreak: "",
  nobreak: "",
  protect: "",
  relax: "",
  discretionary: "",
};
const command = new RegExp(
  String.raw`\\(${Object.keys(commands).join("|")})(?:\{\}|(?![A-Za-z])[ \t]?)`,
  "g",
);
// Commands that show their argument.
const wrapper =
  /\\(?:url|nolinkurl|burl|doi|path|href|texttt|textrm|textsf|textup|textit|textnormal|emph|mbox|hbox|detokenize|ensuremath|urlstyle|tt|rm|it)(?![A-Za-z])\s{0,5}(?=\{)/g;

function undoTex(text: string): string {
  if (!/[\\{$]/.test(text)) return text;
  return text
    .replace(wrapper, "")
    .replace(/\$ ?(\\[A-Za-z]{1,20}) ?\$/g, "$1 ")
    .replace(command, (_, name: string) => commands[name] ?? "")
    .replace(/\\-/g, "")
    .replace(/(?<!\\)\\+([_%&#$<>~^/()[\]{}])/g, "$1")
    .replace(/\{ ?([_<>%&#$~^/()[\]\\:;-]|) ?\}/g, "$1")
    .replace(/\$ ?([<>_\\]) ?\$/g, "$1");
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  lowbar: "_",
  sol: "/",
  num: "#",
  percnt: "%",
  colon: ":",
  semi: ";",
  lpar: "(",
  rpar: ")",
  lsqb: "[",
  rsqb: "]",
  period: ".",
  hyphen: "-",
  dash: "-",
};
const entity = /&(?:([a-z]{2,6})|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;

function undoEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(entity, (all, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code >= 0x20 && code <= 0xff_ff ? String.fromCharCode(code) : all;
  });
}

// Hyphens that word processors write, and characters that nobody sees.
const hyphens = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g;
const unseen = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/g;

/** A text without the escapes of TeX and HTML in its ids. Addresses stay percent-encoded. */
export function withoutEscapes(text: string): string {
  return untilStable(text, (rest) => undoEntities(undoTex(rest)))
    .replace(hyphens, "-")
    .replace(unseen, "");
}

/** A text without percent-encoding, as far as it encodes characters. */
export function percentDecoded(text: string): string {
  return untilStable(text, decodedOnce);
}

/** A text without one layer of percent-encoding, as of an address in a parameter of another. */
export function decodedOnce(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      const plain = decodeURIComponent(run);
      return /\p{Cc}/u.test(plain) ? run : plain;
    } catch {
      return run;
    }
  });
}
