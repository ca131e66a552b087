import { existsSync } from "node:fs";
import { relative } from "node:path";
import type { Message, Staged } from "../../schemas/message.ts";
import { badRecipient, report } from "../../schemas/rules.ts";
import { readText } from "../read-text.ts";

/** Who gets a mail. */
export interface Recipient {
  address: string;
  name: string;
}

const line = /^(?:(?<name>[^<>]*?)\s*<)?(?<address>[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+)>?$/;

/**
 * The recipients in a file: a mail address a line, or a name and an address as in `Ada <ada@example.org>`.
 * Empty lines and lines that begin with `#` are left out. An address that is there twice is one recipient.
 */
export function readRecipients(root: string, file: string): Staged<Recipient[]> {
  if (!existsSync(file)) {
    throw new Error(
      `there is no file ${file}. Put the address of each recipient there, one a line`,
    );
  }
  const { text, messages } = readText(root, file);
  const place = relative(root, file).replaceAll("\\", "/");
  const found = new Map<string, Recipient>();
  const faults: Message[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const given = raw.trim();
    if (given === "" || given.startsWith("#")) continue;
    const { name = "", address } = line.exec(given)?.groups ?? {};
    if (address === undefined) {
      faults.push(report(badRecipient, { given }, { file: place, line: index + 1 }));
      continue;
    }
    const key = address.toLowerCase();
    if (!found.has(key)) found.set(key, { address, name: name.replace(/^"|"$/g, "") });
  }
  return { value: [...found.values()], messages: [...messages, ...faults] };
}
