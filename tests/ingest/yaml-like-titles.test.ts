import { afterAll, expect, it } from "vitest";
import { stringify } from "yaml";
import { exportFormats } from "../../src/archive/export-archive.ts";
import { renderTitle } from "../../src/archive/render-markdown.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readArchive } from "../../src/workspace/read-archive.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

/** What a reader of YAML takes for nothing, a truth value, a number, a date or a mark. */
const titles =
  "~ null true FALSE yes No y 1984 010 0x1F 0o17 1e3 -1.5 1_000 .inf .NaN 12:30 12:30:45 2020-01-01 = - ? | % @x !x".split(
    " ",
  );
const years = (from: number) => titles.map((title, index) => ({ title, year: from + index }));

it.each([
  [
    "csl.json",
    JSON.stringify(
      years(1900).map(({ title, year }) => ({
        type: "article",
        title,
        issued: { "date-parts": [[year]] },
      })),
    ),
  ],
  [
    "list.ris",
    years(1900)
      .map(({ title, year }) => `TY  - JOUR\nTI  - ${title}\nPY  - ${year}\nER  -\n`)
      .join(""),
  ],
  ["list.yaml", stringify(years(1900).map(({ title, year }) => ({ title, published: `${year}` })))],
])("titles that mean something in YAML stay text, without quotes: %s", async (name, seed) => {
  const root = await workspaceWith({ [`seeds/${name}`]: seed });
  await runIngest(root);
  const { value: papers } = await readArchive(workspaceAt(root));
  const byYear = papers.toSorted((a, b) =>
    (a.entry.publishedIn ?? "") < (b.entry.publishedIn ?? "") ? -1 : 1,
  );
  expect(byYear.map(({ entry }) => entry.titleText)).toEqual(titles);
  const shown = byYear.map(({ entry }) => renderTitle(entry.title));
  expect(shown.map(({ html }) => html)).toEqual(titles);
  const context = { title: "Papers", addressOf: (id: string) => `https://papers.example/${id}/` };
  const ris = exportFormats.find(({ file }) => file.endsWith(".ris"))?.write(byYear, context);
  // Exports have the newest paper first.
  const written = [...(ris ?? "").matchAll(/^TI {2}- (.*)$/gm)].map(([, title]) => title);
  expect(written.toReversed()).toEqual(titles);
});
