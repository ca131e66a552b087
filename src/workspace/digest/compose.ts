import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import type { Digest } from "../../archive/digest/digest.ts";
import { digestHtml } from "../../archive/digest/write-html.ts";
import { digestText } from "../../archive/digest/write-text.ts";
import { hashOf } from "./ledger.ts";
import type { Recipient } from "./recipients.ts";

/** What a mail says about its sender, and when it was made. */
export interface MailSender {
  from: string;
  /** A web address with `{address}`, or a mail address; the sender's if the owner names none. */
  unsubscribe: string | undefined;
  /** The name of the link. */
  unsubscribeName: string;
  date: Date;
}

/**
 * A mail to one recipient. The same digest, recipient and date give the same bytes, and a receiver that
 * gets it twice knows so by its id.
 */
export function composeMail(
  digest: Digest,
  keys: readonly string[],
  recipient: Recipient,
  { from, unsubscribe, unsubscribeName, date }: MailSender,
): SendMailOptions {
  const sender = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
  const isWeb = unsubscribe?.startsWith("https://") ?? false;
  const byMail = `mailto:${isWeb ? sender : (unsubscribe ?? sender)}?subject=unsubscribe`;
  const byWeb = isWeb
    ? unsubscribe?.replaceAll("{address}", encodeURIComponent(recipient.address))
    : undefined;
  const whole = { ...digest, unsubscribe: { name: unsubscribeName, address: byWeb ?? byMail } };
  const boundary = createHash("sha256")
    .update(`${keys[0]} ${hashOf(recipient.address)}`)
    .digest("hex");
  return {
    from,
    to: { name: recipient.name, address: recipient.address },
    subject: digest.subject,
    date,
    messageId: `<${boundary.slice(0, 32)}@${sender.split("@").at(-1)}>`,
    baseBoundary: boundary.slice(0, 16),
    text: digestText(whole),
    html: digestHtml(whole),
    headers: {
      "List-Unsubscribe": [byWeb, byMail].flatMap((one) => (one ? `<${one}>` : [])).join(", "),
      ...(byWeb ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
      "Auto-Submitted": "auto-generated",
      Precedence: "bulk",
    },
  };
}
