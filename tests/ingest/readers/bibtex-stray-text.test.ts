import { describe, expect, it } from "vitest";
import { readText, told } from "../../fixtures/read.ts";

/** An entry with these fields from its second line on, between two sound ones. */
function between(fields: string) {
  const { value, messages } = readText(
    `@misc{a, title={First}}\n@misc{b,\n${fields}}\n@misc{c, title={Last}}\n`,
  );
  const [first, ...rest] = value.map(({ title }) => title);
  expect([first, rest.pop()]).toEqual(["First", "Last"]);
  return { title: rest[0], papers: value, messages };
}

const lost = "error text-outside-fields";
const unsure = "warning unclear-end";

describe("text in an entry of BibTeX that belongs to no field", () => {
  it.each([
    ["quotes in quotes", 'title="Bad "one" and more"', 'Bad "one" and more', `${unsure} 3`],
    ["at the end", 'title="On "one"", year=2020', 'On "one"', `${unsure} 3`],
    ["before a comma", 'title="Say "yes", and go"', 'Say "yes", and go', `${unsure} 3`],
    ["on several lines", 'year=2020,\ntitle="A "b"\n c d"', 'A "b"\n c d', `${unsure} 4`],
    ["two words without braces", "title = On Bandits, year=2020", "On Bandits", `${unsure} 3`],
  ])("stays in the value: %s", (_, fields, wanted, message) => {
    const { title, messages } = between(fields);
    expect([title, told(messages)]).toEqual([wanted, [message]]);
  });

  it.each([
    ["after braces", "title={A} and more, year=2020", "and more", 3],
    ["after a number", "title={A},\nyear=2020 in press,\nmonth=jan", "in press", 4],
    ["after quotes", 'title="A" and more, year="2020"', "and more", 3],
    ["after quotes, and a new line", 'title="A" ;\nyear="2020"', ";", 3],
    ["after quotes, at the end", 'title="A" and more', "and more", 3],
    ["a second value", "title={A} {and more}", "{and more}", 3],
    ["between commas", "title={A},\nand more,\nyear={2020}", "and more", 4],
    ["after the last comma", "title={A},\nyear=2020,\nand more", "and more", 5],
    ["before the first field", "and more,\ntitle={A}", "and more", 3],
    ["a lone quotation mark", 'title={A}",\nyear="2020"', '"', 3],
    ["a value without a name", "title={A},\n= {and more}", "= {and more}", 4],
  ])(
    "is reported with its line, and the fields around it are read: %s",
    (_, fields, text, line) => {
      const { title, papers, messages } = between(fields);
      expect([title, told(messages)]).toEqual(["A", [`${lost} ${line}`]]);
      expect(messages[0]?.reason).toContain(`"b"`);
      expect(messages[0]?.reason).toContain(`: ${text}`);
      if (fields.includes("year")) expect(papers[1]?.publishedIn).toMatch(/^2020/);
    },
  );

  it.each([
    ["no final quotation mark", 'title="A "b" and more, year=2020', 'A "b', [lost, unsure]],
    ["a brace too many", "title={A} B}, note={C}", "A", ["error stray-fields", lost]],
    ["no title", "and more, year=2020", undefined, [lost, "error no-title"]],
  ])("is reported where more is wrong: %s", (_, fields, wanted, rules) => {
    const { title, messages } = between(fields);
    const found = told(messages).map((one) => one.replace(/ \d+$/, ""));
    expect([title, found.sort()]).toEqual([wanted, [...rules].sort()]);
  });

  it.each([
    'title="A" # "B"',
    'title="A"\nyear=2020',
    'title="A", % a "comment", with x\n year="2020"',
    'title="A" % a comment\n, year={2020}',
    "title={A} year={2020}",
    "title={A},, year={2020},\n% a comment\n",
    'title="A {"}b{"} c",',
    'title="{\\"U}ber"',
    "title={A},\n% year = {2020},\n",
  ])("is not found in sound entries: %j", (fields) => {
    expect(told(between(fields).messages)).toEqual([]);
  });

  it("is reported in strings too", () => {
    const { messages } = readText('@string{x = "A" and more}\n@string{y = "B\n@misc{a, title=x}');
    expect(told(messages)).toEqual([`${lost} 1`, "error unclosed-entry 2"]);
  });
});
