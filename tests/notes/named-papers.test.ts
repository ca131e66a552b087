import { expect, it } from "vitest";
import { namedPapers } from "../../src/notes/named-papers.ts";

it.each([
  ['See <Paper id="a" /> and <Paper id=\'b\'>this</Paper>, <Paper id="a" />.', ["a", "b"]],
  ['<Paper\n  lang="en"\n  id = "2506.16141" />', ["2506.16141"]],
  ['{/* Not <Paper id="a" /> yet */} <Paperback id="b" /> <Paper> id="c"', []],
  ['<Paper id={name} /> <Topic id="d" />', []],
])("the papers named by %s are %j", (mdx, ids) => {
  expect(namedPapers(mdx)).toEqual(ids);
});
