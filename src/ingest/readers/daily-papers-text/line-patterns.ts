import type { Organization } from "../../../schemas/paper.ts";
import type { Line } from "../../../text/decode.ts";

/** The lines at which a page is cut: bylines, the dot, and lines of the page's head and foot. */

/** `• 10 authors`. */
export function parseAuthorsCount(text: string): number | undefined {
  const match = /^(?:[•·∙‧・*-]\s*)?(\d{1,5})\s+authors?$/i.exec(text);
  const count = match?.[1] ? Number(match[1]) : 0;
  return count > 0 ? count : undefined;
}

/** `• 10 aut`: what is left of a byline where a file was cut off. */
export function isCutByline(text: string): boolean {
  return /^[•∙‧・](?:\s*\d{1,5}(?:\s+a?u?t?h?o?r?)?)?$/i.test(text);
}

/** Whether a line is only the dot between the parts of a byline. */
export function isDot(text: string): boolean {
  return /^[·•∙‧・]$/.test(text);
}

/**
 * `stanfordnlp Stanford NLP`: a handle, then the name. A handle without a name is also the name.
 */
export function parseOrganization(text: string): Organization | undefined {
  if (text.length > 120 || text.includes("://")) return undefined;
  const match = /^([A-Za-z0-9][\w.-]*)(?:\s+(.+))?$/.exec(text);
  if (!match?.[1]) return undefined;
  // A sentence's end, not an organization's name ("Foo Inc." has one word before its full stop).
  const stop = /\.$/.test(text) && !/\b(?:Inc|Ltd|Co|Corp|Univ|Inst|Lab|B\.V|S\.A)\.$/.test(text);
  const exclaims = /[?!]$/.test(text) && text.split(/\s+/).length > 4;
  if (stop || exclaims) return undefined;
  return { handle: match[1], name: match[2]?.replace(/\s+/g, " ") ?? match[1] };
}

const head = [
  /^new$/i,
  /^get trending papers in your email inbox/i,
  /^subscribe$/i,
  /^(?:daily|trending|weekly|monthly)(?: papers)?$/i,
  /^by\s*(?:AK|Akhaliq)\b.*(?:community)?$/,
  /^(?:log in|sign up|search|previous|next|today|back to (?:all )?papers)$/i,
  /^(?:hugging face|papers|models|datasets|spaces|posts|docs|pricing|enterprise|community)$/i,
];

/** A line of the page's head that belongs to no paper. */
export function isFurniture({ text }: Line): boolean {
  return head.some((pattern) => pattern.test(text));
}

const foot =
  /^(?:previous|next|load more|company|website|system theme|tos|privacy|about|careers|©.*|hugging face.*|models|datasets|spaces|pricing|docs)$/i;

/** A line of the page's foot. */
export function isFoot({ text }: Line): boolean {
  return foot.test(text);
}
