import { describeMessages } from "../src/workspace/describe-messages.ts";
import type { IngestReport } from "../src/workspace/run-ingest.ts";

/** Prints what went wrong when the archive was made; how to see the rest is said in a line. */
export function reportIngest({ messages }: IngestReport): void {
  const errors = messages.filter(({ severity }) => severity === "error");
  const others = messages.filter(({ severity }) => severity === "warning").length;
  if (errors.length > 0) console.error(describeMessages(errors));
  if (others > 0)
    console.log(`${others} warning${others === 1 ? "" : "s"}: \`npm run ingest\` prints them`);
}
