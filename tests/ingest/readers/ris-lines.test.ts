import { expect, it } from "vitest";
import { archiveOf } from "../../fixtures/export-and-read.ts";

const read = (text: string) =>
  archiveOf({ path: "seeds/a.ris", bytes: new TextEncoder().encode(text) });

it("keeps lines of an abstract that look like tags in all but their spaces", () => {
  const lines = ["We count bees.", "AI - based models do not.", "L1 - loss is low.", "TI -"];
  const [paper, ...others] = read(
    `TY  - JOUR\nTI  - On bees\nAU  - Roe, Ann\nPY  - 2020\nAB  - ${lines.join("\n")}\nER  - \n`,
  );
  expect(others).toEqual([]);
  expect(paper?.entry.titleText).toBe("On bees");
  for (const line of lines.slice(0, 3)) expect(paper?.abstract).toContain(line);
});

it("reads files with one space before the hyphen throughout", () => {
  const [paper] = read(
    "TY - JOUR\nTI - On bees\nAU - Roe, Ann\nPY - 2020\nAB - We count.\nER - \n",
  );
  expect(paper).toMatchObject({ entry: { titleText: "On bees", authors: [{ name: "Ann Roe" }] } });
});

it.each([
  [
    "bib",
    "@article{a, author={{ATLAS Collaboration} and : and Aad, G.}, title={On bees}, year=2020}",
  ],
  [
    "ris",
    "TY  - JOUR\nTI  - On bees\nAU  - ATLAS Collaboration\nAU  - :\nAU  - Aad, G.\nPY  - 2020\nER  - \n",
  ],
])("takes no colon alone for an author: %s", (kind, text) => {
  const [paper] = archiveOf({ path: `seeds/a.${kind}`, bytes: new TextEncoder().encode(text) });
  expect(paper?.entry.authors.map(({ name }) => name)).toEqual(["ATLAS Collaboration", "G. Aad"]);
});
