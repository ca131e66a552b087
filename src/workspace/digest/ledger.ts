import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { z } from "zod";
import { at } from "../system-error.ts";

const entry = z.object({
  /** Which mail, by all keys by which it is known. */
  mails: z.array(z.string()),
  /** A digest of the address, so that the file says to nobody who subscribed. */
  to: z.string(),
  state: z.enum(["begun", "sent", "failed"]),
});

/** What is known of a mail to a recipient. Whether one that was begun arrived is unknown. */
export type MailState = z.infer<typeof entry>["state"] | "new";

/** The file in which `npm run digest` notes what it sends, so that no one gets a mail twice. */
export class MailLedger {
  readonly #file: string;
  readonly #states = new Map<string, MailState>();

  /** Reads the file, if there is one. A line that a killed command left incomplete says nothing. */
  constructor(file: string) {
    this.#file = file;
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    for (const line of text.split("\n")) {
      const read = entry.safeParse(parsed(line));
      if (read.success) this.#keep(read.data);
    }
  }

  /** What is known of a mail to an address. One that was sent under any of its keys was sent. */
  stateOf(mails: readonly string[], address: string): MailState {
    const states = mails.map((mail) => this.#states.get(`${mail} ${hashOf(address)}`) ?? "new");
    const known = ["sent", "begun", "failed"] as const;
    return known.find((state) => states.includes(state)) ?? "new";
  }

  /** Notes a state. It is on the disk when this returns. */
  async note(
    mails: readonly string[],
    address: string,
    state: Exclude<MailState, "new">,
  ): Promise<void> {
    const noted = { mails: [...mails], to: hashOf(address), state };
    await at(this.#file, async () => {
      const file = await open(this.#file, "a");
      try {
        // After a line that a killed command left incomplete, a new line begins.
        await file.appendFile(`\n${JSON.stringify(noted)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    });
    this.#keep(noted);
  }

  #keep({ mails, to, state }: z.infer<typeof entry>): void {
    for (const mail of mails) this.#states.set(`${mail} ${to}`, state);
  }
}

/** A digest of an address, which is the same however its letters are written. */
export function hashOf(address: string): string {
  return createHash("sha256").update(address.toLowerCase()).digest("hex").slice(0, 32);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
