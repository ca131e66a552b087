import { expect, it } from "vitest";
import { newMessages } from "../../scripts/preview/new-messages.ts";
import type { Message } from "../../src/schemas/message.ts";

const message = (reason: string, line = 1, file = "seeds/a.txt"): Message => ({
  rule: "no-title",
  severity: "warning",
  reason,
  place: { file, line },
});

it("are those that the last run did not have, wherever their lines are now", () => {
  const former = [message("one"), message("two", 5)];
  const now = [message("one", 3), message("two", 5), message("one", 1, "seeds/b.txt")];
  expect(newMessages(former, now)).toEqual([message("one", 1, "seeds/b.txt")]);
  expect(newMessages(now, former)).toEqual([]);
});

it("are said again once they had gone", () => {
  expect(newMessages([], [message("one")])).toEqual([message("one")]);
});
