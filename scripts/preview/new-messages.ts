import type { Message } from "../../src/schemas/message.ts";

/**
 * The messages that a former run did not have. A message whose line is another one now is not new: its owner
 * has written above it.
 */
export function newMessages(former: readonly Message[], now: readonly Message[]): Message[] {
  const said = new Set(former.map(keyOf));
  return now.filter((message) => !said.has(keyOf(message)));
}

function keyOf({ rule, reason, place }: Message): string {
  return JSON.stringify([rule, place?.file, reason]);
}
