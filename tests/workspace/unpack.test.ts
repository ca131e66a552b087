import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { unpacked } from "../../src/workspace/unpack.ts";
import { readText, told } from "../fixtures/read.ts";

const list = new TextEncoder().encode("- title: One\n");

it("a seed may be compressed with gzip", () => {
  expect(readText(unpacked("a.gz", gzipSync(list)).bytes).value).toHaveLength(1);
});

it("a seed that is compressed twice is reported", () => {
  const { bytes, messages = [] } = unpacked("a.gz.gz", gzipSync(gzipSync(list)));
  expect(bytes).toHaveLength(0);
  expect(told(messages)).toEqual(["error packed-twice"]);
});
