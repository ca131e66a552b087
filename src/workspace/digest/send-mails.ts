import { createTransport, type SendMailOptions } from "nodemailer";
import MailComposer from "nodemailer/lib/mail-composer";
import type { MailLedger } from "./ledger.ts";
import type { Recipient } from "./recipients.ts";

/** What became of the mail to a recipient. */
export interface Sending {
  recipient: Recipient;
  /** `skipped`: sent before. `unsure`: an ended run may have sent it, or this one lost the connection. */
  result: "sent" | "skipped" | "failed" | "unsure";
  reason?: string;
}

/** A mail as the bytes of a file. */
export async function mailFile(mail: SendMailOptions): Promise<Buffer> {
  return new MailComposer({ ...mail, headers: { ...mail.headers, "X-Unsent": "1" } })
    .compile()
    .build();
}

/**
 * Sends a mail to each recipient who has not got it, one after another. The ledger has each mail before it
 * is sent, so that a command that is killed at any moment, and run again, sends it to no one twice.
 * `again` also sends those of which nobody knows whether they arrived.
 */
export async function sendMails(
  recipients: readonly Recipient[],
  {
    server,
    mails,
    ledger,
    mailTo,
    again,
  }: {
    /** The address of an SMTP server, such as `smtps://user:password@mail.example.org`. */
    server: string;
    /** Which mail this is, by the keys of the ledger. */
    mails: readonly string[];
    ledger: MailLedger;
    mailTo: (recipient: Recipient) => SendMailOptions;
    again: boolean;
  },
): Promise<Sending[]> {
  const transport = createTransport(server, { disableFileAccess: true, disableUrlAccess: true });
  const results: Sending[] = [];
  try {
    for (const recipient of recipients) {
      const state = ledger.stateOf(mails, recipient.address);
      if (state === "sent") results.push({ recipient, result: "skipped" });
      else if (state === "begun" && !again) {
        const reason = "an earlier run ended while it sent this; --again sends it once more";
        results.push({ recipient, result: "unsure", reason });
      } else {
        await ledger.note(mails, recipient.address, "begun");
        results.push(await sendOne(recipient));
      }
    }
  } finally {
    transport.close();
  }
  return results;

  async function sendOne(recipient: Recipient): Promise<Sending> {
    try {
      await transport.sendMail(mailTo(recipient));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!isRefusal(error)) return { recipient, result: "unsure", reason };
      await ledger.note(mails, recipient.address, "failed");
      return { recipient, result: "failed", reason };
    }
    await ledger.note(mails, recipient.address, "sent");
    return { recipient, result: "sent" };
  }
}

/** Commands of SMTP before the text of a mail. If one of them fails, the mail was not sent. */
const beforeText = /^(?:CONN|EHLO|HELO|STARTTLS|AUTH|API|MAIL FROM|RCPT TO)/;

/** Whether it is certain that a mail was not sent: the server said so, or never got its text. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "responseCode" in error ? Number(error.responseCode) : 0;
  const command = "command" in error ? String(error.command) : "";
  return code >= 400 || beforeText.test(command);
}
