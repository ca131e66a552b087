import type { Message } from "../../schemas/message.ts";
import type { CleanPaper } from "../clean.ts";

/** What a paper's records tell otherwise than what stands, kept by record. */
export class Differences {
  readonly #title: string;
  readonly #lost = new Map<CleanPaper, Record<string, string>>();
  readonly #messages: Message[] = [];

  constructor(title: string) {
    this.#title = title;
  }

  /** Notes each record whose value of a fact is another one. `same` makes like values equal. */
  compare<T extends string | number>(
    fact: string,
    stands: T | undefined,
    group: CleanPaper[],
    tells: (record: CleanPaper) => T | undefined,
    same: (value: T) => T = (value) => value,
  ): void {
    if (stands === undefined) return;
    const key = same(stands);
    const teller = group.find((record) => tells(record) === stands);
    const named = new Set<T>([key]);
    for (const record of group) {
      const value = tells(record);
      if (value === undefined || same(value) === key) continue;
      this.#lost.set(record, { ...this.#lost.get(record), [fact]: String(value) });
      if (named.has(same(value))) continue;
      named.add(same(value));
      this.#messages.push({
        rule: "sources-differ",
        severity: "info",
        reason: `Sources differ on ${fact} of "${this.#title}": ${brief(stands)} (${teller?.source.file}) stands, not ${brief(value)} (${record.source.file}).`,
        place: { file: record.source.file, line: record.source.line },
        hint: "Correct it in content/notes/ if the wrong one stands.",
      });
    }
  }

  of(record: CleanPaper): Record<string, string> | undefined {
    return this.#lost.get(record);
  }

  messages(): Message[] {
    return this.#messages;
  }
}

function brief(value: string | number): string {
  const text = String(value);
  return text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text;
}
