import type { Message } from "../src/schemas/message.ts";
import { printMessages } from "./say.ts";
import { listForHost } from "./say-to-host.ts";

/** Prints what the build of a site had to say. False if there were errors. */
export function reportSite(
  messages: readonly Message[],
  { verbose, isForHost }: { verbose: boolean; isForHost: boolean },
): boolean {
  printMessages(messages, { verbose });
  if (isForHost) listForHost("What the site is without", messages);
  return !messages.some(({ severity }) => severity === "error");
}
