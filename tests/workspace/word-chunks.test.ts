import { afterEach, expect, it, vi } from "vitest";
import { buildIndex } from "../../src/search/index/build-index.ts";
import type { PagefindRecord } from "../../src/search/pagefind/record.ts";
import { type WordChunk, writeChunks } from "../../src/search/pagefind/write-chunks.ts";
import { madeSources, topicName } from "../fixtures/made-search.ts";

const sources = madeSources(
  Array.from({ length: 120 }, (_, at) => ({
    id: `paper-${at}`,
    title: `Off-policy 强化学习 ${at}`,
    abstract: `${"a policy of many words ".repeat(5)} word${at % 7} $L^${at}$`,
  })),
);
const { words } = buildIndex(sources, topicName);
const written = [...writeChunks(words)].map(asText);

function asText(chunk: WordChunk) {
  return { ...chunk, bytes: Buffer.from(chunk.bytes).toString("base64") };
}

afterEach(() => {
  vi.doUnmock("../../src/workspace/run-pagefind.ts");
  vi.resetModules();
});

/** The chunks that are made while `runPagefind` is another function. */
async function chunksWith(runPagefind: unknown, { isUpdate = false, of = words } = {}) {
  vi.resetModules();
  vi.doMock("../../src/workspace/run-pagefind.ts", () => ({ runPagefind }));
  const { wordChunks } = await import("../../src/workspace/word-chunks.ts");
  return [...(await wordChunks(of, { papers: sources.length, isUpdate }))].map(asText);
}

const real = vi.fn(async (records: readonly PagefindRecord[]) => {
  const { runPagefind } = await vi.importActual<
    typeof import("../../src/workspace/run-pagefind.ts")
  >("../../src/workspace/run-pagefind.ts");
  return runPagefind(records);
});

it("are those of Pagefind in a first build, in the order of their keys", async () => {
  expect(await chunksWith(real)).toEqual(written);
  expect(written.length).toBeGreaterThan(3);
  expect(real).toHaveBeenCalledOnce();
});

it("are the same without Pagefind, in an update and where it fails or leaves keys out", async () => {
  const fails = vi.fn(async () => {
    throw new Error("no program for this machine");
  });
  expect(await chunksWith(fails, { isUpdate: true })).toEqual(written);
  expect(fails).not.toHaveBeenCalled();
  expect(await chunksWith(fails)).toEqual(written);
  expect(await chunksWith(async () => [])).toEqual(written);
});

it("have words in Katakana whole, of which Pagefind would index parts too", async () => {
  const papers = madeSources([{ id: "one", title: "メートル" }]);
  const index = buildIndex(papers, topicName);
  expect(await chunksWith(real, { of: index.words })).toEqual(
    [...writeChunks(index.words)].map(asText),
  );
});
