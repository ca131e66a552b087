import { createHash } from "node:crypto";
import type { DigestChoice } from "../src/archive/digest/choose-papers.ts";
import { digestWords } from "../src/i18n/digest-words.ts";
import type { Site } from "../src/schemas/site.ts";
import type { MailSender } from "../src/workspace/digest/compose.ts";
import { mailSender } from "../src/workspace/digest/mail-settings.ts";

/** Who sends the mails of an archive, by its settings and the environment. */
export function senderOf(site: Site, date: Date): MailSender {
  const from = mailSender(process.env["OFFPRINT_MAIL_FROM"], site);
  const { unsubscribe: unsubscribeName } = digestWords(site.language);
  return { from, unsubscribe: site.mail.unsubscribe, unsubscribeName, date };
}

/**
 * Which mail this is: the same days or the same papers, chosen in the same way. Neither is sent again,
 * although late papers may have joined the days, and the days of another run may have the same papers.
 */
export function mailKeys(
  { from, until, topics, mostDiscussed = 0 }: DigestChoice,
  ids: readonly string[],
): string[] {
  return [[from, until], [...ids].sort()].map((what) =>
    createHash("sha256")
      .update(JSON.stringify([[...topics].sort(), mostDiscussed, what]))
      .digest("hex")
      .slice(0, 32),
  );
}
