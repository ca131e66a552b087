import { styleText } from "node:util";
import type { Message, Severity } from "../src/schemas/message.ts";
import { describeMessages } from "../src/workspace/describe-messages.ts";

const colors = { error: "red", warning: "yellow", info: "cyan" } as const;

/** A word in the color of its severity, where standard error is a terminal that has colors. */
export function inColor(severity: Severity, word: string): string {
  return styleText(colors[severity], word, { stream: process.stderr });
}

/** Prints messages to standard error, errors last. Nothing if there are none. */
export function printMessages(
  messages: readonly Message[],
  { verbose = false }: { verbose?: boolean } = {},
): void {
  if (messages.length > 0) console.error(describeMessages(messages, { verbose, paint: inColor }));
}
