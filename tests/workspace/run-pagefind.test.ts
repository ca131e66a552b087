import type { PagefindIndex } from "pagefind";
import { afterEach, expect, it, vi } from "vitest";
import { toRecord } from "../../src/search/pagefind/record.ts";

let added: string[] = [];

const index = {
  addCustomRecord: async ({ content }: { content: string }) => {
    if (content.includes("odd")) return { errors: ["odd text"] };
    added.push(content);
    return { errors: [] };
  },
  getFiles: async () => ({ errors: [], files: [] }),
} satisfies Partial<Record<keyof PagefindIndex, unknown>>;

const pagefind = {
  createIndex: async () => {
    added = [];
    return { errors: [], index };
  },
  close: async () => {},
};

afterEach(() => {
  vi.doUnmock("pagefind");
  vi.resetModules();
});

it("a record that Pagefind refuses costs no other, and keeps its number", async () => {
  vi.resetModules();
  vi.doMock("pagefind", () => pagefind);
  const { runPagefind } = await import("../../src/workspace/run-pagefind.ts");
  const { refused } = await runPagefind(
    [
      { id: "one", keys: ["a", "=one"] },
      { id: "two", keys: ["odd", "=two"] },
      { id: "three", keys: ["c", "=three"] },
    ].map(toRecord),
  );
  expect(refused).toEqual([{ id: "two", reason: "odd text" }]);
  expect(added).toEqual(["a =one", "=two", "c =three"]);
});
