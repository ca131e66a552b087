import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactPage } from "../../src/archive/compact-page.ts";

describe("the bytes of a page", () => {
  it.each<[what: string, html: string, compact: string]>([
    ["white space at blocks", "<body> <div>\n  <p> a </p> </div>", "<body><div><p>a</p></div>"],
    [
      "one space between words",
      "<p>a  <em> b</em>\n<em>c</em> d</p>",
      "<p>a <em> b</em> <em>c</em> d</p>",
    ],
    ["one space, whichever element has it", "<p>a <em> b</em></p>", "<p>a <em> b</em></p>"],
    [
      "a folded list of authors",
      "<ul> <li> A </li> </ul> <details> b",
      "<ul><li>A</li></ul> <details>b",
    ],
    ["a text that is set", "<pre>\n a  </pre> b", "<pre>\n a  </pre>b"],
    ["a field", "<p>a <textarea> b </textarea> c</p>", "<p>a <textarea> b </textarea> c</p>"],
    [
      "code",
      "<p>a <script>if (a <b) c = ' ' </script> b</p>",
      "<p>a<script>if (a <b) c = ' ' </script> b</p>",
    ],
    ["spaces that do not break", "<p>\u00a0a\u00a0 </p>", "<p>\u00a0a\u00a0</p>"],
    ["attributes", '<p title="a  > <b>  c"> d', '<p title="a  > <b>  c">d'],
    ["what is no tag", "<p> 1 < 2  <3 </p>", "<p>1 < 2  <3</p>"],
    ["comments", "<p>a <!-- > --> b</p>", "<p>a <!-- > --> b</p>"],
    ["letters from left to right", '<h1 dir="auto">Ä</h1>', "<h1>Ä</h1>"],
    ["a quotation mark that is written out", '<h1 dir="auto">&#39;</h1>', "<h1>&#39;</h1>"],
  ])("is without what nobody sees: %s", (_, html, compact) => {
    expect(compactPage(html)).toBe(compact);
  });

  it.each([
    ["a title in Hebrew", '<h1 dir="auto">שלום</h1>'],
    ["one elsewhere on the page", '<h1 dir="auto">A</h1><p>سلام</p>'],
    ["a title in Adlam", '<h1 dir="auto">\u{1e900}</h1>'],
    ["a reference", '<h1 dir="auto">&#1513;</h1>'],
    ["a field", '<input dir="auto">'],
    ["a text about it", '<p>It says dir="auto" here, dir="auto"</p>'],
    ["an attribute about it", `<p title='say dir="auto"'>a</p>`],
  ])("keeps what says the direction of %s", (_, html) => {
    expect(compactPage(html)).toBe(html);
  });

  const bit = fc.constantFrom(
    ..." |\n|a|b  c|<p>|</p>|<em>|</em>|<li>|</li>|<ul>|</ul>|<pre>  x </pre>|<script> 1 </script>|<br>|<!-- a -->|<|>|&amp;|ש".split(
      "|",
    ),
    '<i dir="auto" title="a  >  b">',
    "</i>",
  );

  it("has all else, and is the same when it is made again", () => {
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 30 }), (bits) => {
        const html = bits.join("");
        const compact = compactPage(html);
        const bare = (text: string) => text.replaceAll(' dir="auto"', "").replace(/[ \n]/g, "");
        expect(bare(compact)).toBe(bare(html));
        expect(compactPage(compact)).toBe(compact);
      }),
    );
  });

  it("does not join words that are apart, or part those that are not", () => {
    const inline = fc.constantFrom("a", " ", "\n", "<em>", "</em>", "<script>x</script>", "b");
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 20 }), (bits) => {
        const html = `<p>${bits.join("")}</p>`;
        const words = (text: string) =>
          text
            .replace(/<script>.*?<\/script>|<[^>]*>/g, "")
            .split(/[ \n]+/)
            .filter(Boolean);
        expect(words(compactPage(html))).toEqual(words(html));
      }),
    );
  });
});
