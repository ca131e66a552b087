import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openLibraryStore } from "../../../src/client/library/library-store.ts";
import { clearLibrary, loadLibrary } from "../../../src/client/library/load-library.ts";
import { mergeSaved } from "../../../src/client/library/merge-saved.ts";
import {
  decodePaper,
  encodePaper,
  validatePaper,
} from "../../../src/client/library/paper-codec.ts";
import {
  isEmpty,
  type SavedPaper,
  setNote,
  setRead,
  setSaved,
  updateSummary,
} from "../../../src/client/library/saved-paper.ts";
import { storageFor } from "../../fixtures/storage.ts";

const now = "2026-11-24T10:00:00.000Z";
const later = "2026-11-25T10:00:00.000Z";
const paper = { title: "Sora, a Review", published: "2025-10-01" };

const instant = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const records: fc.Arbitrary<SavedPaper> = fc.record(
  {
    title: fc.string({ unit: "binary", minLength: 1 }).filter((title) => title.trim() !== ""),
    published: fc
      .tuple(instant, fc.constantFrom(10, 7, 4))
      .map(([text, length]) => text.slice(0, length)),
    saved: instant,
    read: instant,
    note: fc.record({ text: fc.string({ unit: "binary" }), written: instant }),
  },
  { requiredKeys: ["title"] },
);

describe("a change to a saved paper", () => {
  it("has no further effect when repeated, and keeps the first time", () => {
    fc.assert(
      fc.property(records, fc.boolean(), fc.string(), (before, wanted, text) => {
        for (const change of [setSaved(wanted), setRead(wanted), setNote(text)]) {
          const once = change(before, now);
          expect(change(once, later)).toEqual(once);
        }
      }),
    );
  });

  it("can be undone", () => {
    const changed = setNote("mine")(setRead(true)(setSaved(true)(paper, now), now), now);
    expect(changed).toEqual({
      ...paper,
      saved: now,
      read: now,
      note: { text: "mine", written: now },
    });
    const undone = setNote("  \n")(setRead(false)(setSaved(false)(changed, later), later), later);
    expect(undone).toEqual(paper);
    expect(isEmpty(undone)).toBe(true);
  });

  it("of title and date leaves the reader's marks alone", () => {
    const marked = setSaved(true)(paper, now);
    expect(updateSummary(marked, { title: "Sora" })).toEqual({ title: "Sora", saved: now });
  });
});

describe("the stored record of a paper", () => {
  it("decodes to what was encoded", () => {
    fc.assert(
      fc.property(records, (original) => {
        expect(decodePaper(encodePaper(original))).toEqual({ paper: original });
      }),
    );
  });

  it("never makes decoding throw, whatever its text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const decoded = decodePaper(text);
        expect("error" in decoded || "paper" in decoded).toBe(true);
      }),
    );
  });

  it.each([
    ["", "not-json"],
    ['{"v":1,"title":"S', "not-json"],
    ["[]", "not-an-object"],
    ["null", "not-an-object"],
    ['{"title":"S"}', "no-version"],
    ['{"v":2,"title":"S"}', "newer-version"],
    ['{"v":1}', "no-title"],
    ['{"v":1,"title":" "}', "no-title"],
    ['{"v":1,"title":"S","saved":true}', "bad-saved"],
    ['{"v":1,"title":"S","read":"yesterday"}', "bad-read"],
    ['{"v":1,"title":"S","published":"2025-13-40"}', "bad-published"],
    ['{"v":1,"title":"S","note":"mine"}', "bad-note"],
  ])("is rejected with a reason: %s", (text, error) => {
    expect(decodePaper(text)).toEqual({ error });
  });

  it("loses unknown fields", () => {
    expect(validatePaper({ ...paper, __proto__: 1, onclick: "x" })).toEqual({ paper });
  });
});

describe("merging two records of a paper", () => {
  it("changes nothing when it is repeated", () => {
    fc.assert(
      fc.property(records, records, (one, other) => {
        expect(mergeSaved(one, one)).toEqual(one);
        const merged = mergeSaved(one, other);
        expect(mergeSaved(merged, other)).toEqual(merged);
        expect(mergeSaved(merged, one)).toEqual(merged);
      }),
    );
  });

  it("loses no mark and no note, in either order", () => {
    fc.assert(
      fc.property(records, records, (one, other) => {
        const merged = mergeSaved(one, other);
        const { title: _, published: __, ...marks } = mergeSaved(other, one);
        expect(merged).toMatchObject(marks);
        for (const each of [one, other]) {
          expect(merged.saved !== undefined || each.saved === undefined).toBe(true);
          expect(merged.read !== undefined || each.read === undefined).toBe(true);
          expect(merged.note?.text ?? "").toContain(each.note?.text ?? "");
        }
      }),
    );
  });
});

describe("a library store", () => {
  const open = (storage: ReturnType<typeof storageFor>, base = "/") =>
    openLibraryStore(() => storage, base);

  it("has a key for each paper, and none for a paper without marks", () => {
    const storage = storageFor();
    const store = open(storage);
    expect(store.change("a", paper, setSaved(true), now)).toBe("stored");
    expect([...storage.texts]).toEqual([
      ["offprint:/:paper:a", encodePaper({ ...paper, saved: now })],
    ]);
    expect(store.change("a", paper, setSaved(false), later)).toBe("stored");
    expect(storage.texts.size).toBe(0);
  });

  it("separates the archives of one host", () => {
    const storage = storageFor();
    open(storage, "/one/").change("a", paper, setSaved(true), now);
    expect(loadLibrary(open(storage, "/two/")).papers.size).toBe(0);
    expect(loadLibrary(open(storage, "/")).papers.size).toBe(0);
    expect(loadLibrary(open(storage, "/one/")).papers.size).toBe(1);
    expect(open(storage, "/one/").owns("offprint:/two/:paper:a")).toBe(false);
    expect(open(storage, "/one/").owns(null)).toBe(true);
  });

  it("reports a full storage, and leaves the stored records unchanged", () => {
    const storage = storageFor({}, { room: 200 });
    const store = open(storage);
    expect(store.change("a", paper, setSaved(true), now)).toBe("stored");
    expect(store.change("a", paper, setNote("x".repeat(300)), now)).toBe("full");
    expect(store.get("a")).toEqual({ ...paper, saved: now });
    expect(store.change("b", paper, setSaved(true), now)).toBe("full");
    expect(loadLibrary(store).papers.size).toBe(1);
  });

  it("reports a blocked storage, also where mere access throws", () => {
    const refusing = openLibraryStore(() => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    }, "/");
    for (const store of [open(storageFor({}, { blocked: true })), refusing]) {
      expect(store.get("a")).toBeUndefined();
      expect(store.change("a", paper, setSaved(true), now)).toBe("blocked");
      expect(loadLibrary(store)).toEqual({ papers: new Map(), damaged: [], blocked: true });
      expect(store.getText("hide-read")).toBeUndefined();
      expect(store.setText("hide-read", "yes")).toBe("blocked");
    }
  });

  it("keeps damaged records until the reader removes them", () => {
    const storage = storageFor({ "offprint:/:paper:a": '{"v":1,"tit', "another site": "x" });
    const store = open(storage);
    store.change("b", paper, setRead(true), now);
    expect(store.get("a")).toBeUndefined();
    expect(loadLibrary(store)).toMatchObject({
      damaged: [{ name: "paper:a", text: '{"v":1,"tit' }],
    });
    expect([...loadLibrary(store).papers.keys()]).toEqual(["b"]);

    expect(store.change("a", paper, setSaved(true), now)).toBe("stored");
    storage.texts.set("offprint:/:paper:a", "also bad");
    expect(store.change("a", paper, setSaved(true), now)).toBe("stored");
    const { damaged, papers } = loadLibrary(store);
    expect(papers.get("a")).toEqual({ ...paper, saved: now });
    expect(damaged.map(({ text }) => text).sort()).toEqual(["also bad", '{"v":1,"tit']);
    for (const { name } of damaged) store.setText(name, undefined);
    expect(loadLibrary(store).damaged).toEqual([]);
    expect(storage.texts.get("another site")).toBe("x");
  });

  it("treats a record whose key has no valid id as damaged", () => {
    const text = encodePaper({ ...paper, saved: now });
    const keys = ["offprint:/:paper:", "offprint:/:paper:../x", "offprint:/:paper:A b"];
    const store = open(storageFor(Object.fromEntries(keys.map((key) => [key, text]))));
    expect(loadLibrary(store).papers.size).toBe(0);
    expect(loadLibrary(store).damaged.map(({ name }) => `offprint:/:${name}`)).toEqual(keys.sort());
  });

  it("merges records that an older version could not read into their papers", () => {
    const storage = storageFor({
      "offprint:/:damaged:a": encodePaper({ title: "S", published: "2014", saved: now }),
      "offprint:/:damaged:a:2": encodePaper({ title: "S", note: { text: "mine", written: now } }),
      "offprint:/:paper:a": encodePaper({ title: "Later", read: later }),
      "offprint:/:damaged:b": encodePaper({ title: "B", saved: now }),
    });
    const store = open(storage);
    const papers = new Map([
      [
        "a",
        {
          title: "Later",
          published: "2014",
          saved: now,
          read: later,
          note: { text: "mine", written: now },
        },
      ],
      ["b", { title: "B", saved: now }],
    ]);
    for (const _ of [1, 2])
      expect(loadLibrary(store)).toEqual({ papers, damaged: [], blocked: false });
    expect([...storage.texts.keys()].sort()).toEqual(["offprint:/:paper:a", "offprint:/:paper:b"]);
  });

  it("does not overwrite what a newer version of the site wrote", () => {
    const text = '{"v":2,"title":"S","shelf":"x"}';
    const storage = storageFor({ "offprint:/:paper:a": text });
    expect(open(storage).change("a", paper, setSaved(true), now)).toBe("newer");
    expect(storage.texts.get("offprint:/:paper:a")).toBe(text);
  });

  it("removes everything of this archive, and nothing of others", () => {
    const storage = storageFor({ "offprint:/:paper:bad": "{", "offprint:/other/:paper:a": "x" });
    const store = open(storage);
    store.change("a", paper, setSaved(true), now);
    store.setText("visits", "x");
    expect(clearLibrary(store)).toBe("stored");
    expect([...storage.texts.keys()]).toEqual(["offprint:/other/:paper:a"]);
    expect(clearLibrary(open(storageFor({}, { blocked: true })))).toBe("blocked");
  });

  it("moves the records of a paper's former ids to its current one", () => {
    const storage = storageFor();
    const store = open(storage);
    store.change("old-name", paper, setSaved(true), now);
    store.change("older-name", paper, setNote("mine"), now);
    store.change("2510.01171", { title: "New" }, setRead(true), later);
    expect(store.moveAliases("2510.01171", ["old-name", "older-name", "unknown"])).toBe("stored");
    expect([...loadLibrary(store).papers]).toEqual([
      [
        "2510.01171",
        {
          title: "New",
          published: paper.published,
          saved: now,
          read: later,
          note: { text: "mine", written: now },
        },
      ],
    ]);
  });
});
