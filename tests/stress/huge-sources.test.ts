import { describe, expect, it } from "vitest";
import type { Message } from "../../src/schemas/message.ts";
import { readText } from "../fixtures/read.ts";

const isComplete = ({ reason, hint, place }: Message) =>
  reason !== "" && hint !== undefined && place?.file === "seeds/a.txt";

describe("a source of fifty million characters that holds no paper", () => {
  it.each([
    ["spaces", " ".repeat(50_000_000)],
    ["line breaks", "\n".repeat(50_000_000)],
    ["one word", "x".repeat(50_000_000)],
    ["a BibTeX comment", `%${"x".repeat(50_000_000)}`],
    ["braces", "{".repeat(50_000_000)],
  ])("is reported: %s", (_, text) => {
    const { value, messages } = readText(text);
    expect(value).toEqual([]);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.every(isComplete)).toBe(true);
  });
});
