import { expect, it } from "vitest";
import { htmlFaults } from "./html-faults.ts";
import { markupTexts } from "./markup-texts.ts";

// A parser drops a second body.
const elements = (markupTexts["elements"] ?? []).filter((text) => !/<(?:body|frameset)/.test(text));

it.each(elements)("in HTML as it is, %s would be found", (text) => {
  expect(htmlFaults(`<p>${text}</p>`)).not.toEqual([]);
});

it.each([
  '<a href="javascript:canary()">x</a>',
  '<a href="data:text/html,x">x</a>',
  '<a href="//evil.example">x</a>',
  '<span class="katex"><a href="https://a.org">x</a></span>',
  '<span class="katex"><span style="background:url(x)">x</span></span>',
])("in HTML, %s would be found", (html) => {
  expect(htmlFaults(html)).not.toEqual([]);
});

it("text, emphasis, links, code and formulas are no faults", () => {
  const html =
    '<p>x <em>y</em> <a href="https://a.org">z</a> <code class="formula-source">c</code> <span class="katex"><span class="katex-html" style="height:1em">x</span></span></p>';
  expect(htmlFaults(html)).toEqual([]);
});
