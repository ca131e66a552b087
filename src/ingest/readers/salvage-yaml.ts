import { flatMapStaged, type Message, type Staged } from "../../schemas/message.ts";
import { invalidYaml, report } from "../../schemas/rules.ts";
import type { RawPaper } from "../raw-paper.ts";

type Read = (file: string, text: string) => Staged<RawPaper[]>;

/**
 * Reads a list in YAML. If it is damaged, each item is read by itself, so that a broken one does not
 * affect the others.
 */
export function salvageItems(file: string, text: string, read: Read): Staged<RawPaper[]> {
  const whole = attempt(file, text, read);
  const damage = whole.messages.find(isDamage);
  if (!damage) return whole;
  const items = readItems(file, text, read);
  if (items.value.length < whole.value.length) return whole;
  const isReported = items.messages.some(isDamage);
  return isReported ? items : { ...items, messages: [damage, ...items.messages] };
}

function isDamage({ rule }: Message): boolean {
  return rule === invalidYaml.name;
}

/** Of each item only the first damage is reported, because the rest follow from it. */
function readItems(file: string, text: string, read: Read): Staged<RawPaper[]> {
  return flatMapStaged(itemsOf(text), (item) => {
    const { value, messages } = attempt(file, item.text, read);
    const first = messages.find(isDamage);
    return {
      value: value.map((paper) => {
        const { source } = paper;
        return { ...paper, source: { ...source, line: source.line + item.linesBefore } };
      }),
      messages: messages
        .filter((message) => message === first || !isDamage(message))
        .map((message) => {
          const line = (message.place?.line ?? 1) + item.linesBefore;
          return { ...message, place: { file, line } };
        }),
    };
  });
}

/** An item of a list, cut out of its text. */
interface Item {
  text: string;
  linesBefore: number;
}

/** The parts of a text that begin with a hyphen at the indentation of the first one. */
export function itemsOf(text: string): Item[] {
  const lines = text.split("\n");
  const indent = lines
    .map((line) => /^([ \t]*)-(?:\s|$)/.exec(line)?.[1])
    .find((one) => one !== undefined);
  if (indent === undefined) return [];
  const starts = lines.flatMap((line, at) =>
    line.startsWith(`${indent}- `) || line.trimEnd() === `${indent}-` ? [at] : [],
  );
  return starts.map((start, at) => ({
    text: `${lines.slice(start, starts[at + 1]).join("\n")}\n`,
    linesBefore: start,
  }));
}

function attempt(file: string, text: string, read: Read): Staged<RawPaper[]> {
  try {
    return read(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { value: [], messages: [report(invalidYaml, { reason }, { file, line: 1 })] };
  }
}
