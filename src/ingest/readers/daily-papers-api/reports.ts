import type { Message } from "../../../schemas/message.ts";

/** What the reader has to say about a dump; each message names the line. */

export function emptyDay(file: string, line: number, day: string | undefined): Message {
  return {
    rule: "empty-day",
    severity: "info",
    reason: `${day ?? "This day"} has no papers in the source.`,
    place: { file, line },
    hint: "Nothing is wrong if none was listed that day.",
  };
}

export function errorAnswer(file: string, line: number, error: string): Message {
  const said = error.length > 120 ? `${error.slice(0, 119)}…` : error;
  return {
    rule: "error-answer",
    severity: "error",
    reason: `Here the source answered with an error and no papers: "${said}".`,
    place: { file, line },
    hint: "Fetch this day again, or delete the line.",
  };
}

export function unreadLiteral(file: string, line: number, reason: string): Message {
  return {
    rule: "unread-literal",
    severity: "error",
    reason: `This text of a Python program holds more than plain values, and none of it is run: ${reason}. The paper is left out.`,
    place: { file, line },
    hint: "Fetch this day again as JSON.",
  };
}
