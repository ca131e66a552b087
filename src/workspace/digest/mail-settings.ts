import { site } from "../../schemas/site.ts";

const exampleServer = "smtps://user:password@mail.example.org";

/** The address of an SMTP server. Messages do not repeat a wrong one, since it may have a password. */
export function smtpServer(given: string | undefined): string {
  if (!given) {
    throw new Error(
      `there is no SMTP server. Set the environment variable OFFPRINT_SMTP, such as ${exampleServer}`,
    );
  }
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === "") {
    throw new Error(
      `the environment variable OFFPRINT_SMTP is not the address of an SMTP server. Write it like ${exampleServer}`,
    );
  }
  return given;
}

/** The sender: what the environment says, or else the settings. */
export function mailSender(
  given: string | undefined,
  { mail }: { mail: { from?: string | undefined } },
): string {
  const from = given || mail.from;
  if (!from) {
    throw new Error(
      "nobody is named as the sender. Set mail.from in content/site.yaml, or the environment variable OFFPRINT_MAIL_FROM",
    );
  }
  if (!site.shape.mail.safeParse({ from }).success) {
    throw new Error(
      `the environment variable OFFPRINT_MAIL_FROM is "${from}", but must be a mail address, such as papers@example.org or Papers <papers@example.org>`,
    );
  }
  return from;
}
