import { expect, it } from "vitest";
import { linesWithLink, namedPapers } from "../../src/notes/named-papers.ts";

it.each([
  ['See <Paper id="a" /> and <Paper id=\'b\'>this</Paper>, <Paper id="a" />.', ["a", "b"]],
  ['<Paper\n  lang="en"\n  id = "2506.16141" />', ["2506.16141"]],
  ['{/* Not <Paper id="a" /> yet */} <Paperback id="b" /> <Paper> id="c"', []],
  ['<Paper id={name} /> <Topic id="d" />', []],
])("the papers named by %s are %j", (mdx, ids) => {
  expect(namedPapers(mdx)).toEqual(ids);
});

it("finds the lines of links to one paper or topic", () => {
  const mdx = `<Topic id="a" />\r\n\n<Paper id="a" /> and <Topic\n  id='a'>words</Topic>\n<Topic id="b" /> <Topic id="a"/>`;
  expect(linesWithLink(mdx, "Topic", "a")).toEqual([1, 3, 5]);
  expect(linesWithLink(mdx, "Paper", "a")).toEqual([3]);
  expect(linesWithLink(mdx, "Topic", "c")).toEqual([]);
});
