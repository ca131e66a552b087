import { escapeUTF8 as escapeAll } from "entities/escape";
import type { Digest, DigestRow } from "./digest.ts";

// Outlook lays out tables only, and Gmail may drop the style sheet, so each element has its own style.
// The style sheet has the dark scheme for programs that ask for it; the others invert colours themselves.
const serif = "font-family:Georgia,'Times New Roman',serif";
const sans = "font-family:Helvetica,Arial,sans-serif";
const light = {
  page: "#f3efe6",
  paper: "#fbf8f1",
  ink: "#1d1a16",
  soft: "#5f574c",
  link: "#8a2c0d",
};

const styles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #100e0c !important; }
  .paper { background-color: #1c1916 !important; }
  .ink, .ink a { color: #ece6dc !important; }
  .soft, .soft a { color: #b3a999 !important; }
}
@media (max-width: 480px) { .cell { padding-left: 16px !important; padding-right: 16px !important; } }
`;

/** A mail's HTML part: one column of tables that holds in Outlook, Gmail and dark schemes. */
export function digestHtml(digest: Digest): string {
  const { language, title, subject, home, heading, rows, more, why, unsubscribe } = digest;
  const soft = `color:${light.soft};${sans};font-size:14px;line-height:20px`;
  return `<!doctype html>
<html lang="${escapeAll(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeAll(subject)}</title>
<style>${styles}</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:${light.page}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" bgcolor="${light.page}" style="background-color:${light.page}"><tr><td align="center" style="padding:16px 0">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" class="paper" bgcolor="${light.paper}" style="width:100%;max-width:600px;background-color:${light.paper}">
<tr><td class="cell ink" style="padding:24px 28px 0;color:${light.ink};${serif}">
<h1 style="margin:0;font-size:26px;line-height:32px;font-weight:bold">${linked(title, home, light.ink)}</h1>
</td></tr>
<tr><td class="cell soft" style="padding:4px 28px 8px;${soft}">${escapeAll(heading)}</td></tr>
${rows.map(rowHtml).join("\n")}
${more === "" ? "" : `<tr><td class="cell soft" style="padding:16px 28px 0;${soft}">${linked(more, home, light.soft)}</td></tr>`}
<tr><td class="cell soft" style="padding:24px 28px 24px;${soft}">${escapeAll(why)}${unsubscribe ? ` ${linked(unsubscribe.name, unsubscribe.address, light.soft)}` : ""}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

function rowHtml({ title, address, facts, sentence }: DigestRow): string {
  return `<tr><td class="cell ink" dir="auto" style="padding:16px 28px 0;color:${light.ink};${serif};word-break:break-word">
<h2 style="margin:0;font-size:19px;line-height:25px;font-weight:bold">${linked(title, address, light.ink)}</h2>
<p class="soft" style="margin:2px 0 0;color:${light.soft};${sans};font-size:13px;line-height:19px">${escapeAll(facts)}</p>
${sentence === "" ? "" : `<p style="margin:4px 0 0;font-size:16px;line-height:23px">${escapeAll(sentence)}</p>\n`}</td></tr>`;
}

function linked(text: string, address: string | undefined, colour: string): string {
  if (address === undefined) return escapeAll(text);
  return `<a href="${escapeAll(address)}" style="color:${colour};text-decoration:underline">${escapeAll(text)}</a>`;
}
