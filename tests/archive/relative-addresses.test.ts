import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relativeAddress, withRelativeAddresses } from "../../src/archive/relative-addresses.ts";

describe("a relative address", () => {
  it.each([
    ["/", "index.html", "index.html"],
    ["/", "papers/a/index.html", "../../index.html"],
    ["/papers/a/", "index.html", "papers/a/index.html"],
    ["/papers/b/", "papers/a/index.html", "../b/index.html"],
    ["/papers/a/", "papers/a/index.html", "index.html"],
    ["/search/?q=x%20y#more", "days/d/2/index.html", "../../../search/index.html?q=x%20y#more"],
    ["/_astro/a.css", "papers/a/index.html", "../../_astro/a.css"],
    ["/_astro/a.css", "404.html", "_astro/a.css"],
    ["/a:b/", "index.html", "./a:b/index.html"],
  ])("%s on %s is %s", (target, page, relative) => {
    expect(relativeAddress(target, page)).toBe(relative);
  });

  it("leads to the same file as the address that it stands for", () => {
    const part = fc.stringMatching(/^[a-z0-9-]{1,4}$/);
    const folders = fc.array(part, { maxLength: 4 });
    fc.assert(
      fc.property(folders, folders, (target, page) => {
        const at = new URL(`file:///site/${[...page, "index.html"].join("/")}`);
        const absolute = `/${target.map((name) => `${name}/`).join("")}`;
        const led = new URL(relativeAddress(absolute, at.pathname.slice(6)), at);
        expect(led.pathname).toBe(`/site${absolute}index.html`);
      }),
    );
  });
});

describe("a page with relative addresses", () => {
  const mended = (html: string) => withRelativeAddresses(html, "papers/a/index.html");

  it.each([
    [
      '<p>x<a class=b href="/topics/" title="/topics/">t</a>',
      '<p>x<a class=b href="../../topics/index.html" title="/topics/">t</a>',
    ],
    ["<a href=/>home</a>", '<a href="../../index.html">home</a>'],
    [
      "<a href='/search/?q=\"&amp;a=1'>s</a>",
      '<a href="../../search/index.html?q=&quot;&amp;a=1">s</a>',
    ],
    [
      '<form action="/search/"><input name=q></form>',
      '<form action="../../search/index.html"><input name=q></form>',
    ],
    [
      '<script type="module" src="/_astro/a.js"></script>',
      '<script type="module" src="../../_astro/a.js"></script>',
    ],
    [
      '<meta http-equiv="refresh" content="0;url=/papers/b/">',
      '<meta http-equiv="refresh" content="0;url=../b/index.html">',
    ],
    [
      '<meta http-equiv="refresh" content="0; URL=/papers/b/">',
      '<meta http-equiv="refresh" content="0; URL=../b/index.html">',
    ],
    ['<link rel="manifest" href="/m"><link rel=preload href=/f as=font>', ""],
  ])("%s", (html, expected) => {
    expect(mended(html)).toBe(expected);
  });

  it.each([
    '<a href="https://example.org/">x</a>',
    '<a href="//example.org/x">x</a>',
    '<a href="#top">x</a>',
    '<link rel="canonical" href="https://example.org/papers/a/">',
    '<meta name="description" content="0;url=/papers/b/">',
    "<pre>&lt;a href=\"/x/\"> &amp; <!-- <a href='/y/'> --></pre>\n<p>é 𝒳 <b>unclosed",
    '<textarea><a href="/x/">x</a></textarea><script>const a = \'<a href="/x/">\';</script>',
  ])("leaves as it is: %s", (html) => {
    expect(mended(html)).toBe(html);
  });
});
