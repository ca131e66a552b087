import { expect, it } from "vitest";
import { cardFiles } from "../../../src/archive/make-paper-cards.ts";
import { openLibraryStore } from "../../../src/client/library/library-store.ts";
import { setNote, setRead, setSaved } from "../../../src/client/library/saved-paper.ts";
import { entry } from "../../fixtures/papers.ts";
import { runSeeds } from "../../fixtures/run-seeds.ts";
import { storageFor } from "../../fixtures/storage.ts";

const now = "2026-11-24T10:00:00.000Z";
const title = "A study of honey";
const bib = (more = "") =>
  `@article{honey,\n title={${title}},\n author={Lovelace, Ada}${more}\n}\n`;

it("follow a paper through every id that it gets in its seed", () => {
  const storage = storageFor();
  const store = openLibraryStore(() => storage, "/");
  const summary = { title };
  /** What the archive's files of cards tell the reader's browser. */
  const visit = (ledger: string, more: string) => {
    const now = runSeeds({ "a.bib": bib(more) }, ledger);
    const papers = now.papers.map(({ id, aliases, titleText }) =>
      entry({ id, aliases, titleText }),
    );
    for (const { id, aliases = [] } of cardFiles(papers).flatMap((file) => file.papers)) {
      store.moveAliases(id, aliases);
    }
    return now;
  };
  const first = visit("", "");
  store.change("a-study-of-honey", summary, setSaved(true), now);
  const second = visit(first.ledger, ",\n eprint={2001.00001}");
  store.change("2001.00001", summary, setRead(true), now);
  // From another tab, in which the page is still the former one.
  store.change("a-study-of-honey", summary, setNote("Sweet."), now);
  const third = visit(second.ledger, ",\n doi={10.1000/honey}");
  expect(third.ids).toEqual(["10.1000-honey"]);
  expect(store.get("10.1000-honey")).toEqual({
    title,
    saved: now,
    read: now,
    note: { text: "Sweet.", written: now },
  });
  expect(store.names()).toEqual(["paper:10.1000-honey"]);
});
