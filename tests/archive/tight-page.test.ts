import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tightPage } from "../../src/archive/tight-page.ts";
import { documentOf } from "../fixtures/document-of.ts";

const page = (body: string) => `<html><head><meta name="a"></head><body>${body}</body></html>`;

describe("the tight form of a page", () => {
  it.each<[what: string, body: string, tight: string]>([
    [
      "quotation marks",
      '<a href="/a/" class="b">c</a><a href="/a/#b">c</a><b data-d="&amp;"></b>',
      "<a href=/a/ class=b>c</a><a href=/a/#b>c</a><b data-d=&amp;></b>",
    ],
    [
      "end tags of items",
      "<ul><li>a</li><li><ol><li>b</li></ol></li></ul>",
      "<ul><li>a<li><ol><li>b</ol></ul>",
    ],
    [
      "end tags of terms",
      "<dl><div><dt>a</dt><dd>b</dd></div></dl>",
      "<dl><div><dt>a<dd>b</div></dl>",
    ],
    [
      "end tags of paragraphs",
      "<div><p>a</p><p>b</p></div><article><p>c</p></article>",
      "<div><p>a<p>b</div><article><p>c</article>",
    ],
    [
      "end tags of choices",
      "<select><option>a</option><option>b</option></select>",
      "<select><option>a<option>b</select>",
    ],
  ])("is without needless %s", (_, body, tight) => {
    expect(tightPage(page(body))).toBe(page(tight));
    expect(documentOf(page(tight))).toBe(documentOf(page(body)));
  });

  it.each([
    ["a value with space", '<a title="a b">c</a>'],
    ["a value with a sign of HTML", `<a href="?a=b" title="it's" rel="<" class=">">c</a>`],
    ["a value with a grave accent", '<a title="`">c</a>'],
    ["a slash at the end of a tag", '<a class=b href="/a/">c</a>'],
    ["an empty value", '<a title="">c</a>'],
    ["a value before the end of an empty element", '<svg><path d="M0"/></svg>'],
    ["marks within other marks", `<a title='b="c" d="e"'>f</a>`],
    ["a text that looks like a tag's", '<p>a="b" <b>c</b></p>'],
    ["where a script is", '<script type="module" src="/a.js"></script>'],
    ["code", '<script>a = "<li class=\\"b\\"></li><li>"</script>'],
    ["a text that is set", '<pre><b class="a">b</b></pre>'],
    ["what is read where no scripts run", '<noscript><p class="a">b</p></noscript>'],
    ["a comment", '<!-- <a href="b"> --><i>c</i>'],
    ["a paragraph before words", "<div><p>a</p>b</div>"],
    ["a paragraph in a link", "<a><p>a</p></a>"],
    ["an item before words", "<ul><li>a</li>b</ul>"],
  ])("keeps %s", (_, body) => {
    expect(tightPage(page(body))).toBe(page(body));
  });

  it("keeps the head as it is, and what is no page", () => {
    const head = '<html><head><meta name="a"><link rel="b" href="c"></head>';
    expect(tightPage(head)).toBe(head);
    expect(tightPage(`${head}<body class="d"></body></html>`)).toBe(
      `${head}<body class=d></body></html>`,
    );
  });

  it.each(["<body>", "<body", "</head><body class=a>", "<p></p><p>"])(
    "keeps the head as it is where a paper says %s",
    (text) => {
      const head = `<html><head><meta name="a" content="${text}"><meta name="b" content="c"></head>`;
      expect(tightPage(`${head}<body class="d"></body></html>`)).toBe(
        `${head}<body class=d></body></html>`,
      );
    },
  );

  it("has the same document, whatever is in it", () => {
    const value = fc.string({ unit: fc.constantFrom(..."ab &\"'=<>`/\n\u00a0;?é".split("")) });
    const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    const leaf = fc.oneof(
      value.map((text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")),
      value.map((text) => `<img alt="${escaped(text)}">`),
      value.map((text) => `<i title="${escaped(text)}" class="a">b</i>`),
      fc.constant('<select><option value="a">b</option><option>c</option></select>'),
    );
    const { node } = fc.letrec<{ node: string; nodes: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        leaf,
        leaf.map((inner) => `<p>${inner}</p>`),
        tie("nodes").map((inner) => `<div id="a">${inner}</div>`),
        tie("nodes").map((inner) => `<section>${inner}</section>`),
        tie("nodes").map((inner) => `<details><summary>a</summary>${inner}</details>`),
        fc
          .array(tie("nodes"), { maxLength: 3 })
          .map((items) => ["<ul>", ...items.map((inner) => `<li>${inner}</li>`), "</ul>"].join("")),
        fc
          .array(tie("nodes"), { maxLength: 3 })
          .map((items) =>
            ["<dl>", ...items.map((inner) => `<dt>a</dt><dd>${inner}</dd>`), "</dl>"].join(""),
          ),
      ),
      nodes: fc.array(tie("node"), { maxLength: 3 }).map((parts) => parts.join("")),
    }));
    fc.assert(
      fc.property(node, (body) => {
        expect(documentOf(tightPage(page(body)))).toBe(documentOf(page(body)));
      }),
      { numRuns: 500 },
    );
  });
});
