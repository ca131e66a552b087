import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { filesOnDisk } from "../../src/workspace/files-on-disk.ts";
import { onePixel } from "../fixtures/pictures.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const svg = (inner: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"${attributes}>${inner}</svg>`;
const faultOf = async (files: Record<string, string | Buffer>, url: string, from = "a.mdx") => {
  const root = await workspaceWith(files);
  return filesOnDisk({ root }).pictureFault(`content/notes/${from}`, url);
};
const inNotes = (name: string, content: string | Buffer, url = `./${name}`) =>
  faultOf({ [`content/notes/${name}`]: content }, url);

describe("a picture of a note", () => {
  it.each([
    ["a PNG", "x.png", onePixel],
    ["a PNG with another case", "x.PNG", onePixel],
    ["a PNG with a space in its name", "x y.png", onePixel],
    ["a GIF", "x.gif", Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=", "base64")],
    [
      "an SVG",
      "x.svg",
      svg('<path d="M0 0" fill="url(#a)"/><image href="data:image/png;base64,AA"/>'),
    ],
    [
      "an SVG with a path of Windows and with references",
      "x.svg",
      svg("<text>&#8211; C:\\data\\fig.svg</text>"),
    ],
    [
      "an SVG as matplotlib writes it",
      "x.svg",
      `<?xml version="1.0" encoding="utf-8" standalone="no"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${svg('<style type="text/css">*{stroke-linejoin: round}</style><use xlink:href="#m" style="stroke: #000"/>', ' xmlns:xlink="http://www.w3.org/1999/xlink"')}`,
    ],
  ])("can be %s", async (_, name, content) => {
    expect(await inNotes(name, content)).toBeUndefined();
    expect(await inNotes(name, content, encodeURI(name))).toBeUndefined();
  });

  it.each([
    ["code", "x.mjs", "globalThis.ran = true"],
    ["code with the extension of a picture", "x.png", "globalThis.ran = true"],
    ["text without an extension", "x", "text"],
    ["a picture without an extension", "x", onePixel],
    ["a picture of another kind", "x.gif", onePixel],
    ["a PNG that ends in its header", "x.png", onePixel.subarray(0, 18)],
    ["an empty file", "x.png", ""],
    ["an SVG with a script", "x.svg", svg("<script>a()</script>")],
    ["an SVG with a script in another namespace", "x.svg", svg("<s:script>a()</s:script>")],
    ["an SVG with a handler", "x.svg", svg("", ' onload="a()"')],
    ["an SVG with a link", "x.svg", svg('<a href="javascript:a()">b</a>')],
    ["an SVG that animates an address", "x.svg", svg('<set attributeName="href" to="b"/>')],
    ["an SVG with HTML", "x.svg", svg("<foreignObject><b/></foreignObject>")],
    ["an SVG that loads something", "x.svg", svg('<image href="https://a.org/b.png"/>')],
    ["an SVG with a style that loads something", "x.svg", svg("<style>@import 'b'</style>")],
    ["an SVG whose style hides what it loads", "x.svg", svg("<style>*{fill:u\\72l(b)}</style>")],
    ["an SVG whose style hides it in letters", "x.svg", svg("<style>*{fill:ur\\l(b)}</style>")],
    ["an SVG whose style has references", "x.svg", svg("<style>*{fill:u&#x72;l(b)}</style>")],
    ["an SVG with a reference in a rule", "x.svg", svg("<style>&#64;import 'b'</style>")],
    ["an SVG with a set of images", "x.svg", svg("<style>*{fill:image-set('b' 1x)}</style>")],
    [
      "an SVG with elements of HTML under another name",
      "x.svg",
      svg('<h:button formaction="b"/>', ' xmlns:h="http://www.w3.org/1999/xhtml"'),
    ],
    [
      "an SVG that hides the name of HTML",
      "x.svg",
      svg("<h:p/>", ' xmlns:h="http://www.w3.org/1999/&#120;html"'),
    ],
    ["an SVG with an entity", "x.svg", `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("&a;")}`],
    ["an SVG in UTF-16", "x.svg", Buffer.from(`\uFEFF${svg("")}`, "utf16le")],
    ["an SVG without a size", "x.svg", "<svg></svg>"],
    ["an SVG of many roots without an end", "x.svg", "<svg ".repeat(400_000)],
  ])("is not %s", async (_, name, content) => {
    expect(await inNotes(name, content)).toBe("not-a-picture");
  });

  it.each(["png", "jpeg", "gif", "webp", "avif"] as const)(
    "is damaged if it is cut off: %s",
    async (type) => {
      const pixels = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 7919) % 251));
      const picture = sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } });
      const whole = await picture.toFormat(type).toBuffer();
      expect(await inNotes(`x.${type}`, whole)).toBeUndefined();
      expect(await inNotes(`x.${type}`, whole.subarray(0, whole.length / 2))).toBe("damaged");
    },
  );

  it.each([
    ["that ends in the middle", svg("<g><path/></g>").slice(0, -12)],
    ["with a tag that is not closed", svg("<g><path></g>")],
    ["with an attribute without quotation marks", svg("<path d=M0/>")],
    ["with an entity of HTML", svg("<text>a&nbsp;b</text>")],
    ["with a bare ampersand", svg("<text>R&D</text>")],
    ["with a prefix that it does not define", svg('<use xlink:href="#a"/>')],
    ["with two roots", svg("") + svg("")],
  ])("is damaged if it is an SVG %s", async (_, content) => {
    expect(await inNotes("x.svg", content)).toBe("damaged");
  });

  it("is looked at again after it has changed", async () => {
    const root = await workspaceWith({ "content/notes/x.png": onePixel });
    const { pictureFault } = filesOnDisk({ root });
    expect(pictureFault("content/notes/a.mdx", "x.png")).toBeUndefined();
    await writeFile(join(root, "content/notes/x.png"), onePixel.subarray(0, 40));
    expect(pictureFault("content/notes/a.mdx", "x.png")).toBe("damaged");
  });

  it.each([
    ["../../../../../../etc/passwd", "outside"],
    ["../pages/x.png", "outside"],
    ["%2e%2e/pages/x.png", "outside"],
    ["./lost.png", "missing"],
    ["/content/notes/x.png", "not-a-picture"],
    ["x.png?raw", "not-a-picture"],
    ["x.png#a", "not-a-picture"],
    ["..\\pages\\x.png", "not-a-picture"],
    ["%E0%A4%A.png", "not-a-picture"],
    ["x.png%00", "not-a-picture"],
    ["#x.png", "not-a-picture"],
    ["", "outside"],
    [".", "outside"],
  ])("at %j: %s", async (url, fault) => {
    const files = {
      "content/notes/x.png": onePixel,
      "content/notes/x.png#a": onePixel,
      "content/pages/x.png": onePixel,
    };
    expect(await faultOf(files, url)).toBe(fault);
  });

  it("is not outside the folder, nor of another kind, after links are followed", async () => {
    const root = await workspaceWith({
      "seeds/x.png": onePixel,
      "content/notes/code.mjs": onePixel,
      "content/notes/real.png": onePixel,
    });
    const notes = join(root, "content/notes");
    await symlink(join(root, "seeds/x.png"), join(notes, "away.png"));
    await symlink(join(notes, "code.mjs"), join(notes, "code.png"));
    await symlink(join(notes, "real.png"), join(notes, "link.png"));
    await symlink(join(notes, "loop.png"), join(notes, "loop.png"));
    const { pictureFault } = filesOnDisk({ root });
    const found = ["away.png", "code.png", "link.png", "loop.png"].map((url) =>
      pictureFault("content/notes/a.mdx", url),
    );
    expect(found).toEqual(["outside", "not-a-picture", undefined, "missing"]);
  });

  it("may be in a folder of notes that is a link", async () => {
    const root = await workspaceWith({ "vault/x.png": onePixel, "content/site.yaml": "" });
    await symlink(join(root, "vault"), join(root, "content/notes"));
    const { pictureFault } = filesOnDisk({ root });
    expect(pictureFault("content/notes/a.mdx", "x.png")).toBeUndefined();
    expect(pictureFault("content/notes/a.mdx", "../site.yaml")).toBe("outside");
  });
});

it("a picture of a page may be anywhere in content/", async () => {
  const root = await workspaceWith({ "content/notes/x.png": onePixel, "seeds/x.png": onePixel });
  const { pictureFault } = filesOnDisk({ root });
  expect(pictureFault("content/pages/a.mdx", "../notes/x.png")).toBeUndefined();
  expect(pictureFault("content/pages/a.mdx", "../../seeds/x.png")).toBe("outside");
});
