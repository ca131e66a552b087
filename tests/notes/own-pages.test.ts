import { describe, expect, it } from "vitest";
import { checkNote } from "../../src/notes/check-note.ts";
import { lineOfFault } from "../../src/notes/line-of-fault.ts";
import { pageAddress } from "../../src/notes/page-address.ts";
import { readPageHead } from "../../src/notes/page-head.ts";
import { allBut } from "../fixtures/needed-files.ts";

describe("the frontmatter of an owner's page", () => {
  it.each([
    ["---\ntitle: Talks\ndescription: All of them.\n---\n\nText {a", "Talks", []],
    ['---\ntitle: "Talks: mine"\ndraft: 1\n---\n', "Talks: mine", []],
    // Whatever else is wrong, the heading is read as far as possible.
    ["---\ntitle: Talks: mine\n---\n", "Talks: mine", ["error invalid-yaml 2"]],
    ["---\ntitle: 'Talks\n---\n", "Talks", ["error invalid-yaml 3"]],
    ["---\ntitle: Talks\ndescription: 5\n---\n", "Talks", ["error invalid-page 3"]],
    ["---\ntitle: 5\n---\n", undefined, ["error invalid-page 2"]],
    ["---\ntitel: Talks\n---\n", undefined, ["warning page-without-title 1"]],
    ["Text.\n", undefined, ["warning page-without-title 1"]],
    ["", undefined, ["warning page-without-title 1"]],
  ])("%j", (text, title, reported) => {
    const head = readPageHead("content/pages/a.mdx", text);
    expect(head.title).toBe(title);
    expect(
      head.messages.map(({ severity, rule, place }) => `${severity} ${rule} ${place?.line}`),
    ).toEqual(reported);
  });

  it("suggests the key that was meant to be the title", () => {
    const { messages } = readPageHead("a.mdx", "---\ntitel: Talks\ntags: []\n---\n");
    expect(messages[0]?.hint).toMatch(/^Did you mean "title" instead of "titel"\?/);
  });
});

describe("the line at which code failed", () => {
  const source =
    '---\ntitle: A\n---\n\nexport const a = there.b;\n\nText {nope()} and\n<Missing id="1" />\n\n{raise("boom, it went")}\n';
  it.each([
    ["there is not defined", 5],
    ["nope is not a function", 7],
    ["Expected component `Missing` to be defined: you likely forgot to import it.", 8],
    ["boom, it went", 10],
    ["Cannot read properties of undefined (reading 'b')", 5],
    ["something else", undefined],
    ["", undefined],
    ["a.*( is not defined", undefined],
  ])("%s", (reason, line) => {
    expect(lineOfFault(source, reason)).toBe(line);
  });
});

it("reports missing pictures and imports of a page with their lines", () => {
  const text =
    '---\ntitle: A\n---\n\nimport A from "./a.js"\nimport {\n  b,\n} from "./b.js"\nimport "./c.css"\n\n![x](./x.png)\n\nText ![y](./y.png) ![z](./z.png)\n';
  const { value, messages } = checkNote(
    { path: "content/pages/a.mdx", text },
    { components: [], code: true, kind: "page" },
    allBut("./a.js", "./b.js", "./c.css", "./x.png", "./y.png"),
  );
  expect(value.mdx).toBeUndefined();
  expect(messages.map(({ rule, place }) => `${rule} ${place?.line}`)).toEqual([
    "missing-image 11",
    "missing-image 13",
    "missing-import 5",
    "missing-import 8",
    "missing-import 9",
  ]);
});

describe("the address of an owner's page", () => {
  it.each([
    ["talks", "talks"],
    ["talks/2025", "talks/2025"],
    ["talks/index", "talks"],
    ["index", ""],
    ["Über mich", "Über mich"],
  ])("keeps the name of %s", (path, address) => {
    expect(pageAddress(path)).toBe(address);
  });

  it.each(["index.html", "a/con", "_headers", "what?", "a:b/c"])("is valid for %s", (path) => {
    expect(pageAddress(path)).toMatch(/^(?:[\w-]+\/)?[a-z-]+-[0-9a-z]{7}(?:\/c)?$/);
  });
});
