import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { write } from "./archive.ts";
import type { Chance } from "./chance.ts";

const recipients = 6;

/** A mail server that remembers who got which mail, for commands that are killed while they send. */
export interface MailServer {
  /** Writes a list of recipients who have no mail yet. Returns the command that sends them one. */
  job: (folder: string, chance: Chance) => [string, ...string[]];
  /** Who of the last list got a mail twice, or none although at most one mail can be uncertain. */
  faults: () => string[];
  close: () => void;
}

/** Starts the server, and names it in the environment of the commands. */
export async function startMailServer(): Promise<MailServer> {
  let got: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, { envelope }, done) {
      stream.resume().on("end", () => {
        got.push(...envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  // A killed client resets its connection.
  server.on("error", () => {});
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  const { port }: { port: number } = Object(server.server.address());
  process.env["OFFPRINT_SMTP"] = `smtp://127.0.0.1:${port}`;
  process.env["OFFPRINT_MAIL_FROM"] = "papers@example.org";
  return {
    job: (folder, chance) => {
      got = [];
      const file = `.cache/mail/${chance.below(1_000_000_000)}.txt`;
      const names = Array.from({ length: recipients }, (_, index) => `reader-${index}@example.org`);
      write(folder, file, `${names.join("\n")}\n`);
      const path = join(folder, file);
      return ["digest", "--since", "1900-01-01", "--send", "--recipients", path];
    },
    faults: () => {
      const twice = got.filter((one, index) => got.indexOf(one) !== index);
      const missing = recipients - new Set(got).size;
      return [
        ...twice.map((address) => `${address} got the mail twice`),
        ...(missing > 1 ? [`${missing} recipients got no mail`] : []),
      ];
    },
    close: () => server.close(),
  };
}
