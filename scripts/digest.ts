import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { addressesUnder } from "../src/archive/addresses.ts";
import {
  choosePapers,
  type DigestChoice,
  daysSince,
  isDay,
} from "../src/archive/digest/choose-papers.ts";
import { type Digest, digestOf } from "../src/archive/digest/digest.ts";
import { digestText } from "../src/archive/digest/write-text.ts";
import type { WholePaper } from "../src/archive/export-archive.ts";
import { digestWords } from "../src/i18n/digest-words.ts";
import type { Site } from "../src/schemas/site.ts";
import { nearestIds } from "../src/text/nearest-ids.ts";
import { changeWorkspace } from "../src/workspace/change-workspace.ts";
import { composeMail } from "../src/workspace/digest/compose.ts";
import { MailLedger } from "../src/workspace/digest/ledger.ts";
import { smtpServer } from "../src/workspace/digest/mail-settings.ts";
import { readRecipients } from "../src/workspace/digest/recipients.ts";
import { mailFile, type Sending, sendMails } from "../src/workspace/digest/send-mails.ts";
import { makeFolder } from "../src/workspace/make-folder.ts";
import type { Workspace } from "../src/workspace/paths.ts";
import { readArchive } from "../src/workspace/read-archive.ts";
import { readTaxonomy } from "../src/workspace/read-taxonomy.ts";
import { writeFileAtomic } from "../src/workspace/write-file.ts";
import { counted, exit, fail, numberOption, readArguments, run } from "./command.ts";
import { mailKeys, senderOf } from "./mail-of-digest.ts";
import { openWorkspace } from "./open-workspace.ts";
import { printMessages } from "./say.ts";

const command = {
  name: "npm run digest",
  help: `
npm run digest [-- options]

Makes a mail with the new papers. Prints its text, writes it to a file, or sends it to the recipients in
content/recipients.txt, one address a line. Everyone gets a mail once, however often you run the command.

Options:
  --since WHEN         7d for the seven days before today, or a day such as 2025-11-13 (default: 7d)
  --today DAY          count from this day (default: today); papers of the day itself come next time
  --topic ID           only papers of this topic; can be repeated
  --most-discussed N   only the N papers with the most upvotes and comments
  --out FILE           write the mail to this file (.eml), which mail programs open as a draft
  --force              overwrite that file
  --send               send it by the SMTP server in the environment variable OFFPRINT_SMTP, such as
                       smtps://user:password@mail.example.org
  --recipients FILE    who gets it (default: content/recipients.txt)
  --again              also send to those whose mail an ended run may have sent
  --root FOLDER        the folder of the archive (default: the current one)
  --dry-run            say what would be written or sent, but change nothing
  --json               print one JSON object instead of text; if the command fails, it has "error"
  -h, --help           show this help

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    since: { type: "string", default: "7d" },
    today: { type: "string" },
    topic: { type: "string", multiple: true },
    "most-discussed": { type: "string" },
    out: { type: "string" },
    force: { type: "boolean", default: false },
    send: { type: "boolean", default: false },
    recipients: { type: "string" },
    again: { type: "boolean", default: false },
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);
const { root, json, since, "dry-run": dryRun } = values;
const now = new Date();
const today = values.today ?? now.toISOString().slice(0, 10);
if (!isDay(today)) fail(command, `--today is "${today}", but must be a day such as 2025-11-13`);
const span = daysSince(since, today);
if (!span) {
  fail(
    command,
    `--since is "${since}", but must be a number of days such as 7d, or a day such as 2025-11-13`,
  );
}
if (span.from >= span.until) {
  fail(
    command,
    `--since is ${span.from}, but must be a day before ${today}, whose papers come with the next mail`,
  );
}
if (values.out !== undefined && values.send) fail(command, "--out and --send exclude each other");
const most = values["most-discussed"];
const choice: DigestChoice = {
  ...span,
  topics: values.topic ?? [],
  mostDiscussed:
    most === undefined
      ? undefined
      : numberOption(command, ["most-discussed", most], 10, { least: 1, whole: true }),
};

await run(command.name, async () => {
  const { workspace, site } = openWorkspace(root);
  const { value: papers, messages } = await readArchive(workspace);
  if (papers.length === 0) throw new Error("the archive has no papers. Run `npm run ingest` first");
  printMessages(messages);
  const chosen = choosePapers(papers, choice);
  const digest = makeDigest(workspace, site, papers, chosen);
  const failed = messages.some(({ severity }) => severity === "error") ? exit.notAll : exit.done;
  if (chosen.length === 0) {
    say(`no new papers from ${choice.from} to before ${choice.until}, so there is no mail`, {});
    return failed;
  }
  if (values.send) {
    return Math.max(
      failed,
      await send(
        workspace,
        site,
        digest,
        chosen.map(({ entry }) => entry.id),
      ),
    );
  }
  if (values.out === undefined) say(digestText(digest).trimEnd(), { text: digestText(digest) });
  else await writeMail(values.out, site, digest, chosen.length);
  return failed;
});

function say(text: string, more: object): void {
  console.log(json ? JSON.stringify({ ...choice, ...more }) : text);
}

function makeDigest(
  workspace: Workspace,
  site: Site,
  papers: readonly WholePaper[],
  chosen: ReturnType<typeof choosePapers>,
): Digest {
  const names = new Map(
    readTaxonomy(
      { ...workspace, taxonomy: resolve(import.meta.dirname, "../src/topics/taxonomy") },
      {
        language: site.language,
      },
    ).topics.map(({ id, name }) => [String(id), name]),
  );
  const used = papers.flatMap(({ entry }) => entry.topics.map(({ id }) => String(id)));
  const known = [...new Set([...names.keys(), ...used])];
  const wrong = choice.topics.find((id) => !known.includes(id));
  if (wrong !== undefined) {
    const near = nearestIds(wrong, known).join(", ");
    fail(command, `--topic is "${wrong}", but there is no such topic. Similar ids: ${near}`);
  }
  const to = addressesUnder(site.base);
  const absolute = (path: string) => site.address && new URL(path, site.address).href;
  return digestOf(chosen, choice, {
    language: site.language,
    words: digestWords(site.language),
    title: site.title,
    home: absolute(to.home()),
    addressOf: (id) => absolute(to.paper(id)),
    topicName: (id) => names.get(id) ?? id,
  });
}

async function writeMail(out: string, site: Site, digest: Digest, found: number): Promise<void> {
  const path = resolve(out);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${path} is a folder. Name a file in it, such as ${join(path, "digest.eml")}`);
  }
  if (existsSync(path) && !values.force && !dryRun) {
    throw new Error(`${path} would be overwritten. Choose another --out, or use --force`);
  }
  const sender = senderOf(site, new Date(`${today}T00:00:00Z`));
  const to = { name: "", address: /<([^<>]+)>$/.exec(sender.from)?.[1] ?? sender.from };
  const bytes = await mailFile(composeMail(digest, mailKeys(choice, []), to, sender));
  const left = digest.rows.length < found ? `the first ${digest.rows.length} of ` : "";
  if (!dryRun) {
    await makeFolder(dirname(path));
    await writeFileAtomic(path, bytes);
  }
  say(
    `${dryRun ? "would write" : "wrote"} ${path} (${bytes.length.toLocaleString("en")} bytes, ${left}${counted(found, "paper")})`,
    { path, bytes: bytes.length, dryRun },
  );
}

async function send(
  workspace: Workspace,
  site: Site,
  digest: Digest,
  ids: readonly string[],
): Promise<number> {
  const server = dryRun ? "" : smtpServer(process.env["OFFPRINT_SMTP"]);
  const file = resolve(values.recipients ?? join(workspace.root, "content/recipients.txt"));
  const { value: recipients, messages } = readRecipients(workspace.root, file);
  printMessages(messages);
  const sender = senderOf(site, now);
  const mails = mailKeys(choice, ids);
  const ledgerFile = `${file.replace(/\.txt$/, "")}.sent.jsonl`;
  const mailTo = (recipient: (typeof recipients)[number]) =>
    composeMail(digest, mails, recipient, sender);
  if (dryRun) {
    const ledger = new MailLedger(ledgerFile);
    const due = recipients.filter(({ address }) => ledger.stateOf(mails, address) !== "sent");
    say(due.map(({ address }) => `would send to ${address}`).join("\n"), {
      recipients: due,
      dryRun,
    });
    return messages.length > 0 ? exit.notAll : exit.done;
  }
  const results = await changeWorkspace(workspace, () =>
    sendMails(recipients, {
      server,
      mails,
      ledger: new MailLedger(ledgerFile),
      mailTo,
      again: values.again,
    }),
  );
  describeResults(results);
  const isAll = results.every(({ result }) => result === "sent" || result === "skipped");
  return isAll && messages.length === 0 ? exit.done : exit.notAll;
}

function describeResults(results: readonly Sending[]): void {
  const said = { sent: "sent", skipped: "has it already", failed: "not sent", unsure: "unknown" };
  for (const { recipient, result, reason } of json ? [] : results) {
    console.log(`${recipient.address}: ${said[result]}${reason ? `: ${reason}` : ""}`);
  }
  const count = (wanted: Sending["result"]) =>
    results.filter(({ result }) => result === wanted).length;
  say(
    `${count("sent")} sent, ${count("skipped")} had it already, ${count("failed")} failed, ${count("unsure")} unknown`,
    { results: results.map(({ recipient, ...rest }) => ({ to: recipient.address, ...rest })) },
  );
}
