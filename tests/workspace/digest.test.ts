import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { choosePapers, daysSince } from "../../src/archive/digest/choose-papers.ts";
import { digestOf } from "../../src/archive/digest/digest.ts";
import { digestHtml } from "../../src/archive/digest/write-html.ts";
import { digestText } from "../../src/archive/digest/write-text.ts";
import { digestWords } from "../../src/i18n/digest-words.ts";
import { composeMail } from "../../src/workspace/digest/compose.ts";
import { MailLedger } from "../../src/workspace/digest/ledger.ts";
import { mailSender, smtpServer } from "../../src/workspace/digest/mail-settings.ts";
import { readRecipients } from "../../src/workspace/digest/recipients.ts";
import { mailFile, sendMails } from "../../src/workspace/digest/send-mails.ts";
import { entry } from "../fixtures/papers.ts";

const paper = (id: string, facts: Partial<Parameters<typeof entry>[0]> = {}, abstract = "") => ({
  entry: entry({ id, titleText: `Paper ${id}`, ...facts }),
  abstract,
});
const papers = [
  paper("old", { listed: ["2025-11-05"] }),
  paper("first", { listed: ["2025-11-06"], upvotes: 3 }, "We bound $L^2$. More follows."),
  paper("last", {
    titleText: 'Use <b>"bold"</b> & more',
    listed: ["2025-11-12"],
    upvotes: 12,
    comments: 1,
    authors: [{ name: "Ada Lovelace" }, { name: "Bo Li" }],
  }),
  paper("today", { listed: ["2025-11-13"], upvotes: 99 }),
];
const week = { from: "2025-11-06", until: "2025-11-13", topics: [] };
const context = {
  language: "en",
  words: digestWords("en"),
  title: "Robots & Co",
  home: "https://example.org/",
  addressOf: (id: string) => `https://example.org/papers/${id}/`,
  topicName: (id: string) => id,
};
const digest = digestOf(choosePapers(papers, week), week, context);
const sender = {
  from: "Robots <papers@example.org>",
  unsubscribe: "https://example.org/out?who={address}",
  unsubscribeName: "Unsubscribe",
  date: new Date("2025-11-13T00:00:00Z"),
};

describe("the papers of a mail", () => {
  const ids = (more: object) =>
    choosePapers(papers, { ...week, ...more }).map((one) => one.entry.id);

  it("are those of the days before today, so that none is in two mails and none is lost", () => {
    expect(daysSince("7d", "2025-11-13")).toEqual({ from: week.from, until: week.until });
    expect(daysSince("2025-11-01", "2025-11-13")).toEqual({
      from: "2025-11-01",
      until: week.until,
    });
    for (const wrong of ["", "7", "0d", "d", "2025-13-01", "2025-02-30", "last week"]) {
      expect(daysSince(wrong, "2025-11-13")).toBeUndefined();
    }
    expect(ids({})).toEqual(["last", "first"]);
    expect(ids({ until: "2025-11-20", mostDiscussed: 2 })).toEqual(["today", "last"]);
    expect(ids({ topics: ["robotics"] })).toEqual([]);
  });
});

describe("a mail", () => {
  it("has a text part with formulas in plain characters", () => {
    expect(digestText(digest)).toBe(`Robots & Co
6 November 2025 to 12 November 2025

Use <b>"bold"</b> & more
Ada Lovelace and 1 more · 12 Nov 2025 · 12 upvotes · 1 comment
https://example.org/papers/last/

Paper first
6 Nov 2025 · 3 upvotes
We bound L².
https://example.org/papers/first/

https://example.org/

-- \nYou get this mail because you subscribed to Robots & Co.
`);
  });

  it("has HTML in tables with a style on each element, and escapes every text", () => {
    const html = digestHtml(digest);
    expect(html).toContain("Use &lt;b&gt;&quot;bold&quot;&lt;/b&gt; &amp; more</a>");
    expect(html).not.toMatch(/<(?:div|script|img|link)\b|display:(?:flex|grid)/);
    expect(html).toContain("prefers-color-scheme: dark");
    for (const [tag] of html.matchAll(/<(?:td|h1|h2|p|a)\b[^>]*>/g))
      expect(tag).toContain("style=");
  });

  it("is the same bytes each time, with both headers for unsubscribing", async () => {
    const mail = composeMail(digest, ["key"], { address: "a+b@example.org", name: "Ä" }, sender);
    const bytes = await mailFile(mail);
    expect(await mailFile(mail)).toEqual(bytes);
    const text = bytes.toString().replace(/\r\n /g, " ");
    expect(text).toContain(
      "List-Unsubscribe: <https://example.org/out?who=a%2Bb%40example.org>, <mailto:papers@example.org?subject=unsubscribe>\r\n",
    );
    expect(text).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    expect(text).toMatch(/multipart\/alternative/);
    const plain = composeMail(
      digest,
      ["key"],
      { address: "a@example.org", name: "" },
      {
        ...sender,
        unsubscribe: undefined,
      },
    );
    expect((await mailFile(plain)).toString()).not.toContain("List-Unsubscribe-Post");
  });
});

describe("the settings of mail", () => {
  it.each([
    "nonsense",
    "mail.example.org",
    "mail.example.org:587",
    "http://mail.example.org",
    "smtp://",
    "smtps:mail",
  ])("refuse %s as a server", (given) => {
    expect(() => smtpServer(given)).toThrow(
      "OFFPRINT_SMTP is not the address of an SMTP server. Write it like smtps://",
    );
  });

  it("do not repeat a server that may have a password", () => {
    expect(() => smtpServer("ada:secret@mail.example.org")).toThrow(/^(?!.*secret)/);
  });

  it("take servers with and without encryption, names and ports", () => {
    for (const given of ["smtp://127.0.0.1:25", "smtps://a:b%40c@mail.example.org"]) {
      expect(smtpServer(given)).toBe(given);
    }
    expect(() => smtpServer(undefined)).toThrow("there is no SMTP server");
  });

  it("take a sender from the environment before the settings, if it is an address", () => {
    const settings = { mail: { from: "a@example.org" } };
    expect(mailSender("Papers <p@example.org>", settings)).toBe("Papers <p@example.org>");
    expect(mailSender("", settings)).toBe("a@example.org");
    expect(() => mailSender("nobody", settings)).toThrow('OFFPRINT_MAIL_FROM is "nobody"');
    expect(() => mailSender("a@example.org\nBcc: b@example.org", settings)).toThrow("must be");
    expect(() => mailSender(undefined, { mail: {} })).toThrow("nobody is named as the sender");
  });
});

describe("sending", () => {
  let folder = "";
  let got: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _, done) =>
      done(
        address.startsWith("nobody")
          ? Object.assign(new Error("No such user"), { responseCode: 550 })
          : null,
      ),
    onData(stream, { envelope }, done) {
      stream.resume().on("end", () => {
        got.push(...envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  let url = "";
  beforeAll(async () => {
    await new Promise<void>((done) => {
      server.listen(0, "127.0.0.1", done);
    });
    const { port }: AddressInfo = Object(server.server.address());
    url = `smtp://127.0.0.1:${port}`;
  });
  afterAll(() => new Promise<void>((done) => void server.close(() => done())));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "offprint-digest-"));
    got = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const people = ["ada@example.org", "nobody@example.org", "bo@example.org"].map((address) => ({
    address,
    name: "",
  }));
  const send = async (mails: string[], more: { again?: boolean; server?: string } = {}) => {
    const results = await sendMails(people, {
      server: url,
      mails,
      ledger: new MailLedger(join(folder, "sent.jsonl")),
      mailTo: (recipient) => composeMail(digest, mails, recipient, sender),
      again: false,
      ...more,
    });
    return results.map(({ result, reason = "" }) =>
      reason === "" ? result : `${result}: ${reason}`,
    );
  };

  it("reaches each recipient once, however often it is repeated, and says who was refused", async () => {
    const refused = expect.stringMatching(/^failed: .*550 No such user/);
    expect(await send(["week", "papers"])).toEqual(["sent", refused, "sent"]);
    // The same papers on other days, or other papers on the same days.
    expect(await send(["other week", "papers"])).toEqual(["skipped", refused, "skipped"]);
    expect(await send(["week", "more papers"])).toEqual(["skipped", refused, "skipped"]);
    expect(got).toEqual(["ada@example.org", "bo@example.org"]);
    expect(readFileSync(join(folder, "sent.jsonl"), "utf8")).not.toContain("example.org");
  });

  it("does not repeat a mail that a killed command had begun, unless it is asked to", async () => {
    const ledger = new MailLedger(join(folder, "sent.jsonl"));
    await ledger.note(["week"], "ADA@example.org", "begun");
    appendFileSync(join(folder, "sent.jsonl"), '{"mails":["week"],"to":"torn');
    const refused = expect.stringMatching(/^failed/);
    expect(await send(["week"])).toEqual([
      expect.stringMatching(/^unsure: .*--again/),
      refused,
      "sent",
    ]);
    expect(got).toEqual(["bo@example.org"]);
    expect(await send(["week"], { again: true })).toEqual(["sent", refused, "skipped"]);
    expect(got).toEqual(["bo@example.org", "ada@example.org"]);
  });

  it("fails for everyone without a server, and reaches all when it is back", async () => {
    const gone = await send(["week"], { server: "smtp://127.0.0.1:1" });
    expect(gone.every((result) => result.startsWith("failed: "))).toBe(true);
    expect((await send(["week"])).filter((result) => result === "sent")).toHaveLength(2);
  });

  it("reads recipients line by line, and names lines that are none", () => {
    const file = join(folder, "recipients.txt");
    writeFileSync(
      file,
      "# us\nada@example.org\n\nBo Li <bo@example.org>\nADA@example.org\nnot one\na@b@c\n",
    );
    const { value, messages } = readRecipients(folder, file);
    expect(value).toEqual([
      { address: "ada@example.org", name: "" },
      { address: "bo@example.org", name: "Bo Li" },
    ]);
    expect(messages.map(({ rule, place }) => [rule, place?.line])).toEqual([
      ["bad-recipient", 6],
      ["bad-recipient", 7],
    ]);
    expect(() => readRecipients(folder, join(folder, "none.txt"))).toThrow(/there is no file/);
  });
});
