import { describeMessages } from "../src/workspace/describe-messages.ts";
import type { IngestReport } from "../src/workspace/run-ingest.ts";

/** Prints the errors of an ingest, and how to see its warnings. */
export function reportIngest({ messages }: IngestReport): void {
  const errors = messages.filter(({ severity }) => severity === "error");
  const others = messages.filter(({ severity }) => severity === "warning").length;
  if (errors.length > 0) console.error(describeMessages(errors));
  if (others > 0)
    console.log(
      `${others} warning${others === 1 ? "" : "s"}. To see ${others === 1 ? "it" : "them"}, run \`npm run ingest\`.`,
    );
}
