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
  ["two beside dates", ["10 authors", "13 Nov 2025", "Published 17 Jul 2024"], [topic, topic], 2],
  [
    "one less where there is a margin",
    ["10 authors", "13 Nov 2025", "Published 17 Jul 2024"],
    [topic, topic],
    1,
    "margin",
  ],
  ["none after a line that is full", ["A".repeat(200)], [topic, topic], 0],
  ["none where there is none", ["A".repeat(200)], [], 0],
])("shows as many topics as fit in a line: %s", (_, facts, topics, fitting, margin = "") => {
  expect(furtherThatFit(facts, topics, margin !== "")).toBe(fitting);
});
