import { expect, it } from "vitest";
import { furtherThatFit } from "../../src/archive/line-room.ts";

const topic = "Large Language Models";

it.each([
  ["three beside a short fact", ["2 authors"], [topic, topic, topic], 3],
  [
    "two beside names and a date",
    ["Ann Lovelace, Bo Li, Cy Hopper and 9 more", "13 Nov 2025"],
    [topic, topic],
    2,
  ],
  [
    "one beside two dates and long names",
    ["Ann Lovelace, Bo Li, Cy Hopper and 9 more", "13 Nov 2025", "Published 7 Jul", undefined],
    [topic, topic, topic],
    1,
  ],
  ["one in any case", ["A".repeat(200)], [topic, topic], 1],
  ["none where there is none", ["A".repeat(200)], [], 0],
])("shows as many topics as fit in a line: %s", (_, facts, topics, fitting) => {
  expect(furtherThatFit(facts, topics)).toBe(fitting);
});
