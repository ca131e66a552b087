import fc from "fast-check";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import {
  renderMarkdown,
  renderParts,
  renderPlain,
  renderTitle,
} from "../../src/archive/render-markdown.ts";

const renderers = {
  "an abstract": (markdown: string) => renderMarkdown(markdown).html,
  "a title": (markdown: string) => renderTitle(markdown).html,
  "an abstract in a list": (markdown: string) => {
    const { sentence, rest } = renderParts(markdown);
    return sentence.html + (rest?.html ?? "");
  },
  "the text of a feed": renderPlain,
};

const hostile = [
  "T <img src=x onerror=alert(1)> U",
  "<script>alert(1)</script>",
  "<iframe src='https://other.host'></iframe>\n\ntext",
  "text <svg onload=alert(1)> text",
  "<meta http-equiv=refresh content='0;url=https://other.host'>",
  "[c](javascript:alert(1))",
  "[c](<java\tscript:alert(1)>)",
  "[c](JAVASCRIPT:alert(1) 'title')",
  "[c](data:text/html,x)",
  "[c](vbscript:x)",
  "[c](file:///etc/passwd)",
  "[c](//other.host/x)",
  "<javascript:alert(1)>",
  "[c][d]\n\n[d]: javascript:alert(1)",
  "![x](http://other.host/x.png)",
  "![x](javascript:alert(1))",
  "![x][d]\n\n[d]: http://other.host/x.png",
  "> <b onclick=alert(1)>quoted</b>",
  "- <b onclick=alert(1)>item</b>\n- [c](javascript:alert(1))",
  "# <style>*{display:none}</style>",
  "*[c](javascript:alert(1))*",
  "[![x](http://other.host/x.png)](javascript:alert(1))",
];

const allowed = /^(?:p|a|em|strong|del|code|br|h[1-6]|ul|ol|li|blockquote|pre|hr)$/i;

function faultsOf(html: string): string[] {
  return parse(html)
    .querySelectorAll("*")
    .filter((element) => !element.closest(".katex"))
    .flatMap(({ tagName, attributes }) => {
      const { href, ...others } = attributes;
      return [
        ...(allowed.test(tagName) ? [] : [tagName]),
        ...(href === undefined || /^(?:https?|mailto):/.test(href) ? [] : [href]),
        ...Object.keys(others).filter((name) => !["title", "class", "start"].includes(name)),
      ];
    });
}

describe.each(Object.entries(renderers))("rendering %s", (_, render) => {
  it.each(hostile)("lets no element, picture or scheme of the source through: %s", (markdown) => {
    expect(faultsOf(render(markdown))).toEqual([]);
  });

  it("lets none through, whatever the text", () => {
    const piece = fc.constantFrom(
      ...hostile,
      "<",
      ">",
      "[",
      "](",
      ")",
      "`",
      "\n\n",
      "*",
      "$x$",
      "&lt;b&gt;",
    );
    const markdown = fc
      .array(fc.oneof(piece, fc.string()), { maxLength: 12 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(markdown, (source) => {
        expect(faultsOf(render(source))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

it.each([
  ["# Of *it*", "# Of *it*"],
  ["One\n\nTwo [three](https://a.org)", "One Two three"],
  ["- one\n- two", "- one - two"],
  ["![x](https://a.org/x.png)", "x"],
  ["$$\nx\n$$", undefined],
])("a title is one line without links and blocks: %j", (markdown, words) => {
  const { html } = renderTitle(markdown);
  expect(html).not.toMatch(/<(?:a|p|h\d|ul|li|img|div)\b/);
  if (words !== undefined) expect(parse(html).text).toBe(words);
});

describe("what a source wrote", () => {
  it("remains visible where it is not rendered", () => {
    expect(renderTitle("T <img src=x onerror=alert(1)> U").html).toBe(
      "T &#x3C;img src=x onerror=alert(1)> U",
    );
    expect(renderMarkdown("![a plot](https://other.host/x.png)").html).toBe(
      '<p><a href="https://other.host/x.png">a plot</a></p>',
    );
    expect(renderMarkdown("[code](javascript:alert(1))").html).toBe("<p>code</p>");
    expect(renderMarkdown("see [1]\n\n[1]: https://a.b/c").html).toBe(
      "<p>see [1]</p>\n<p>[1]: https://a.b/c</p>",
    );
  });

  it("is rendered as before where it is text, emphasis, code, a link or a formula", () => {
    expect(renderMarkdown("*a* **b** `c` [d](https://e.f) <https://g.h>").html).toBe(
      '<p><em>a</em> <strong>b</strong> <code>c</code> <a href="https://e.f">d</a> <a href="https://g.h">https://g.h</a></p>',
    );
    expect(renderMarkdown("$x$").math).toBe(true);
  });
});
