import type { Message } from "../src/schemas/message.ts";
import { describeMessages } from "../src/workspace/describe-messages.ts";
import { listForHost } from "./say-to-host.ts";

/** Prints what the build of a site had to say. False if there were errors. */
export function reportSite(
  messages: readonly Message[],
  { verbose, isForHost }: { verbose: boolean; isForHost: boolean },
): boolean {
  if (messages.length > 0) console.error(describeMessages(messages, { verbose }));
  if (isForHost) listForHost("What the site is without", messages);
  return !messages.some(({ severity }) => severity === "error");
}
