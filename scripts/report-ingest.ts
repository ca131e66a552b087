import type { IngestReport } from "../src/workspace/run-ingest.ts";
import { printMessages } from "./say.ts";

/** Prints the errors of an ingest, and how to see its warnings. */
export function reportIngest({ messages }: IngestReport): void {
  const errors = messages.filter(({ severity }) => severity === "error");
  const others = messages.filter(({ severity }) => severity === "warning").length;
  printMessages(errors);
  if (others > 0)
    console.log(
      `${others} warning${others === 1 ? "" : "s"}. To see ${others === 1 ? "it" : "them"}, run \`npm run ingest\`.`,
    );
}
