import type { Digest } from "./digest.ts";

/** A mail's text part. Each line of a paper is a line of the mail; programs wrap them. */
export function digestText({ title, heading, rows, more, home, why, unsubscribe }: Digest): string {
  const papers = rows.map((row) =>
    [row.title, row.facts, row.sentence, row.address ?? ""].filter(Boolean).join("\n"),
  );
  const foot = [why, unsubscribe && `${unsubscribe.name}: ${unsubscribe.address}`];
  return `${[
    [title, heading].join("\n"),
    ...papers,
    [more, home].filter(Boolean).join("\n"),
    `-- \n${foot.filter(Boolean).join("\n")}`,
  ]
    .filter(Boolean)
    .join("\n\n")}\n`;
}
