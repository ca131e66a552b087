import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openDevice } from "../../../src/client/library/device.ts";
import { clearDevice, everythingOn } from "../../../src/client/library/load-library.ts";
import { mergeKept } from "../../../src/client/library/merge-saved.ts";
import { checkKept, readKept, writeKept } from "../../../src/client/library/paper-codec.ts";
import {
  isBlank,
  type KeptPaper,
  setNote,
  setRead,
  setSaved,
  withFacts,
} from "../../../src/client/library/saved-paper.ts";
import { storageFor } from "../../fixtures/storage.ts";

const now = "2026-11-24T10:00:00.000Z";
const later = "2026-11-25T10:00:00.000Z";
const paper = { title: "Sora, a Review", published: "2025-10-01" };

const instant = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const kept: fc.Arbitrary<KeptPaper> = fc.record(
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

describe("a change to what is kept of a paper", () => {
  it("made twice is made once, and its time is the first one's", () => {
    fc.assert(
      fc.property(kept, fc.boolean(), fc.string(), (before, wanted, text) => {
        for (const change of [setSaved(wanted), setRead(wanted), setNote(text)]) {
          const once = change(before, now);
          expect(change(once, later)).toEqual(once);
        }
      }),
    );
  });

  it("can be taken back", () => {
    const saved = setNote("mine")(setRead(true)(setSaved(true)(paper, now), now), now);
    expect(saved).toEqual({
      ...paper,
      saved: now,
      read: now,
      note: { text: "mine", written: now },
    });
    const back = setNote("  \n")(setRead(false)(setSaved(false)(saved, later), later), later);
    expect(back).toEqual(paper);
    expect(isBlank(back)).toBe(true);
  });

  it("to the archive's facts leaves the visitor's own", () => {
    const saved = setSaved(true)(paper, now);
    expect(withFacts(saved, { title: "Sora" })).toEqual({ title: "Sora", saved: now });
  });
});

describe("the form in which a paper is kept", () => {
  it("gives back what was written", () => {
    fc.assert(
      fc.property(kept, (one) => {
        expect(readKept(writeKept(one))).toEqual({ kept: one });
      }),
    );
  });

  it("never throws, whatever stands there", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const reading = readKept(text);
        expect("fault" in reading || "kept" in reading).toBe(true);
      }),
    );
  });

  it.each([
    ["", "it is not JSON, or was cut off"],
    ['{"v":1,"title":"S', "it is not JSON, or was cut off"],
    ["[]", "it is not an object"],
    ["null", "it is not an object"],
    ['{"title":"S"}', "it names no version"],
    ['{"v":2,"title":"S"}', "it is of version 2, and this page reads 1"],
    ['{"v":1}', "it has no title"],
    ['{"v":1,"title":" "}', "it has no title"],
    ['{"v":1,"title":"S","saved":true}', "“saved” is not a time"],
    ['{"v":1,"title":"S","read":"yesterday"}', "“read” is not a time"],
    ['{"v":1,"title":"S","published":"2025-13-40"}', "“published” is not a day, month or year"],
    ['{"v":1,"title":"S","note":"mine"}', "“note” has no text or no time"],
  ])("says what is wrong with %s", (text, fault) => {
    expect(readKept(text)).toMatchObject({ fault });
  });

  it("leaves out what it does not know", () => {
    expect(checkKept({ ...paper, __proto__: 1, onclick: "x" })).toEqual({ kept: paper });
  });
});

describe("merging", () => {
  it("with itself, or again, changes nothing", () => {
    fc.assert(
      fc.property(kept, kept, (one, other) => {
        expect(mergeKept(one, one)).toEqual(one);
        const merged = mergeKept(one, other);
        expect(mergeKept(merged, other)).toEqual(merged);
        expect(mergeKept(merged, one)).toEqual(merged);
      }),
    );
  });

  it("loses no mark and no note, and does not mind the order", () => {
    fc.assert(
      fc.property(kept, kept, (one, other) => {
        const merged = mergeKept(one, other);
        const { title: _, published: __, ...marks } = mergeKept(other, one);
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

describe("a device", () => {
  const open = (storage: ReturnType<typeof storageFor>, base = "/") =>
    openDevice(() => storage, base);

  it("keeps one key a paper and none for a paper without marks", () => {
    const storage = storageFor();
    const device = open(storage);
    expect(device.change("a", paper, setSaved(true), now)).toBe("kept");
    expect([...storage.texts]).toEqual([
      ["offprint:/:paper:a", writeKept({ ...paper, saved: now })],
    ]);
    expect(device.change("a", paper, setSaved(false), later)).toBe("kept");
    expect(storage.texts.size).toBe(0);
  });

  it("keeps archives of one host apart", () => {
    const storage = storageFor();
    open(storage, "/one/").change("a", paper, setSaved(true), now);
    expect(everythingOn(open(storage, "/two/")).papers.size).toBe(0);
    expect(everythingOn(open(storage, "/")).papers.size).toBe(0);
    expect(everythingOn(open(storage, "/one/")).papers.size).toBe(1);
    expect(open(storage, "/one/").owns("offprint:/two/:paper:a")).toBe(false);
    expect(open(storage, "/one/").owns(null)).toBe(true);
  });

  it("says that the storage is full, and leaves what is there as it was", () => {
    const storage = storageFor({}, { room: 200 });
    const device = open(storage);
    expect(device.change("a", paper, setSaved(true), now)).toBe("kept");
    expect(device.change("a", paper, setNote("x".repeat(300)), now)).toBe("full");
    expect(device.get("a")).toEqual({ ...paper, saved: now });
    expect(device.change("b", paper, setSaved(true), now)).toBe("full");
    expect(everythingOn(device).papers.size).toBe(1);
  });

  it("says that the storage is blocked, also where naming it throws", () => {
    const refusing = openDevice(() => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    }, "/");
    for (const device of [open(storageFor({}, { blocked: true })), refusing]) {
      expect(device.get("a")).toBeUndefined();
      expect(device.change("a", paper, setSaved(true), now)).toBe("blocked");
      expect(everythingOn(device)).toEqual({ papers: new Map(), damaged: [], blocked: true });
      expect(device.getText("hide-read")).toBeUndefined();
      expect(device.setText("hide-read", "yes")).toBe("blocked");
    }
  });

  it("keeps damaged texts apart until the visitor removes them", () => {
    const storage = storageFor({ "offprint:/:paper:a": '{"v":1,"tit', "another site": "x" });
    const device = open(storage);
    device.change("b", paper, setRead(true), now);
    expect(device.get("a")).toBeUndefined();
    expect(everythingOn(device)).toMatchObject({
      damaged: [{ name: "paper:a", text: '{"v":1,"tit' }],
    });
    expect([...everythingOn(device).papers.keys()]).toEqual(["b"]);

    expect(device.change("a", paper, setSaved(true), now)).toBe("kept");
    storage.texts.set("offprint:/:paper:a", "also bad");
    expect(device.change("a", paper, setSaved(true), now)).toBe("kept");
    const { damaged, papers } = everythingOn(device);
    expect(papers.get("a")).toEqual({ ...paper, saved: now });
    expect(damaged.map(({ text }) => text).sort()).toEqual(["also bad", '{"v":1,"tit']);
    for (const { name } of damaged) device.setText(name, undefined);
    expect(everythingOn(device).damaged).toEqual([]);
    expect(storage.texts.get("another site")).toBe("x");
  });

  it("takes a key that names no paper for damaged", () => {
    const text = writeKept({ ...paper, saved: now });
    const keys = ["offprint:/:paper:", "offprint:/:paper:../x", "offprint:/:paper:A b"];
    const device = open(storageFor(Object.fromEntries(keys.map((key) => [key, text]))));
    expect(everythingOn(device).papers.size).toBe(0);
    expect(everythingOn(device).damaged.map(({ name }) => `offprint:/:${name}`)).toEqual(
      keys.sort(),
    );
  });

  it("unites with its paper what could not be read before, and can be now", () => {
    const storage = storageFor({
      "offprint:/:damaged:a": writeKept({ title: "S", published: "2014", saved: now }),
      "offprint:/:damaged:a:2": writeKept({ title: "S", note: { text: "mine", written: now } }),
      "offprint:/:paper:a": writeKept({ title: "Later", read: later }),
      "offprint:/:damaged:b": writeKept({ title: "B", saved: now }),
    });
    const device = open(storage);
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
      expect(everythingOn(device)).toEqual({ papers, damaged: [], blocked: false });
    expect([...storage.texts.keys()].sort()).toEqual(["offprint:/:paper:a", "offprint:/:paper:b"]);
  });

  it("does not write over what a newer version of the site wrote", () => {
    const text = '{"v":2,"title":"S","shelf":"x"}';
    const storage = storageFor({ "offprint:/:paper:a": text });
    expect(open(storage).change("a", paper, setSaved(true), now)).toBe("newer");
    expect(storage.texts.get("offprint:/:paper:a")).toBe(text);
  });

  it("forgets everything of this archive, and nothing of others", () => {
    const storage = storageFor({ "offprint:/:paper:bad": "{", "offprint:/other/:paper:a": "x" });
    const device = open(storage);
    device.change("a", paper, setSaved(true), now);
    device.setText("visits", "x");
    expect(clearDevice(device)).toBe("kept");
    expect([...storage.texts.keys()]).toEqual(["offprint:/other/:paper:a"]);
    expect(clearDevice(open(storageFor({}, { blocked: true })))).toBe("blocked");
  });

  it("follows a paper whose id changed", () => {
    const storage = storageFor();
    const device = open(storage);
    device.change("old-name", paper, setSaved(true), now);
    device.change("older-name", paper, setNote("mine"), now);
    device.change("2510.01171", { title: "New" }, setRead(true), later);
    expect(device.follow("2510.01171", ["old-name", "older-name", "unknown"])).toBe("kept");
    expect([...everythingOn(device).papers]).toEqual([
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
