import { describe, expect, it } from "vitest";
import { toMdx } from "../../src/ingest/to-mdx.ts";
import type { Message } from "../../src/schemas/message.ts";
import { describeMessage, describeMessages } from "../../src/workspace/describe-messages.ts";
import { readEntry } from "../../src/workspace/entries.ts";
import { topicPaper } from "../fixtures/papers.ts";

const kept = (file: string): Message => ({
  rule: "entry-kept",
  severity: "info",
  reason: "The entry stays.",
  place: { file },
  hint: "Mend the seed.",
});
const messages: Message[] = [
  { rule: "cut-off", severity: "error", reason: "It ends.", place: { file: "a.txt", line: 3 } },
  ...["a", "b", "c", "d", "e"].map((id) => kept(`${id}.mdx`)),
];

describe("messages of a run", () => {
  it("are grouped by rule, with some examples and one hint each, errors last", () => {
    expect(describeMessages(messages)).toMatchInlineSnapshot(`
      "a.mdx  info  The entry stays.  [entry-kept]
      b.mdx  info  The entry stays.  [entry-kept]
      c.mdx  info  The entry stays.  [entry-kept]
          → Mend the seed.
          … and 2 more entry-kept messages; --verbose prints all
      a.txt:3  error  It ends.  [cut-off]
      1 error, 5 info"
    `);
  });

  it("are all shown with verbose", () => {
    expect(describeMessages(messages, { verbose: true })).toMatchInlineSnapshot(`
      "a.mdx  info  The entry stays.  [entry-kept]
      b.mdx  info  The entry stays.  [entry-kept]
      c.mdx  info  The entry stays.  [entry-kept]
      d.mdx  info  The entry stays.  [entry-kept]
      e.mdx  info  The entry stays.  [entry-kept]
          → Mend the seed.
      a.txt:3  error  It ends.  [cut-off]
      1 error, 5 info"
    `);
  });

  it("are empty if there are none", () => {
    expect(describeMessages([])).toBe("");
  });
});

describe("a file among the entries", () => {
  const made = toMdx(topicPaper({ title: "One", published: "2025-10-01" }));
  const messagesOf = (path: string, text: string) => {
    const { value, messages: found } = readEntry("content/papers", path, text);
    expect(value).toBeUndefined();
    return describeMessages(found);
  };

  it("is read if it is a valid entry, with any line endings", () => {
    for (const text of [made.text, made.text.replaceAll("\n", "\r\n"), `\uFEFF${made.text}`]) {
      const { value, messages: found } = readEntry("content/papers", made.path, text);
      expect([value?.data.id, value?.abstract, found]).toEqual(["one", "We test.", []]);
    }
  });

  it("is left out and reported if it is not a valid entry", () => {
    const faults = [
      messagesOf("2025/mine.mdx", "My own page.\n"),
      messagesOf("2025/mine.mdx", "---\ntitle: Mine\n---\n"),
      messagesOf(made.path, made.text.replace("id: one", "id: One!")),
      messagesOf(made.path, made.text.replace("id: one", "id: [one")),
      messagesOf(made.path, made.text.slice(0, made.text.indexOf("\n---\n", 4))),
      messagesOf("2024/one.mdx", made.text),
    ];
    expect(faults.join("\n\n")).toMatchInlineSnapshot(`
      "content/papers/2025/mine.mdx  warning  This file was not made by \`npm run ingest\`, so it is neither changed nor shown on the site.  [foreign-file]
          → Move it out of content/papers/, or delete it.
      1 warning

      content/papers/2025/mine.mdx  warning  This file was not made by \`npm run ingest\`, so it is neither changed nor shown on the site.  [foreign-file]
          → Move it out of content/papers/, or delete it.
      1 warning

      content/papers/2025/one.mdx:4  error  id is "One!", but must be lower-case letters, digits, dots and hyphens. The site does not show this entry.  [invalid-entry]
          → Write one. Or: Delete the file and run \`npm run ingest\`, which writes it again.
      1 error

      content/papers/2025/one.mdx:5  error  This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ] The site does not show this entry.  [invalid-entry]
          → Check the indentation, and put quotes around text that has a colon in it or begins with a sign such as \`*\`. Or: Delete the file and run \`npm run ingest\`, which writes it again.
      1 error

      content/papers/2025/one.mdx:1  error  The frontmatter that starts here has no end, so the entry was skipped.  [unclosed-frontmatter]
          → Delete the file and run \`npm run ingest\`, which writes it again.
      1 error

      content/papers/2024/one.mdx  error  The path of this entry should be content/papers/2025/one.mdx, so the site does not show it.  [misplaced-entry]
          → Delete the file and run \`npm run ingest\`, which writes it again.
      1 error"
    `);
  });
});

it("a message is one line without characters that a terminal obeys, whatever text it quotes", () => {
  const said = describeMessage({
    rule: "no-title",
    severity: "error",
    reason: "A\u001B[2J title\n::set-output name=a::b\r\nand \u202Emore",
    hint: "Do\u0007\u2028this",
    place: { file: "seeds/a\nb.txt", line: 1 },
  });
  expect(said).toBe(
    "seeds/a b.txt:1  error  A[2J title ::set-output name=a::b and more  [no-title]\n    → Do this",
  );
});
