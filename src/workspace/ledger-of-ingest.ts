import { withChangedEntries } from "../ingest/identity/changed-entries.ts";
import { withAddressesOf } from "../ingest/identity/extend-ledger.ts";
import type { Ingested } from "../ingest/ingest.ts";
import type { WritePlan } from "../ingest/plan-writes.ts";

/**
 * The ledger while the owner edits. Papers with a note and removed papers are recorded at once: by their
 * former addresses they keep the note, or stay removed, when they change again.
 */
export function ledgerOfPreview(former: string, { papers, removed, ledger }: Ingested): string {
  if (former === "") return former;
  const noted = papers.filter(({ note }) => note).map(({ id }) => id);
  return withAddressesOf(former, ledger, new Set([...noted, ...removed]));
}

/** What the days of changed entries depend on. */
interface ChangeContext {
  /** The ledger before. */
  former: string;
  plan: WritePlan;
  isPublish?: boolean;
  today?: string;
}

/**
 * The ledger with the day of entries that changed. What a host publishes is lost after each build, so it would
 * be new every time.
 */
export function withChanges(
  ledger: string,
  { former, plan, isPublish = false, today = new Date().toISOString().slice(0, 10) }: ChangeContext,
): string {
  if (isPublish) return ledger;
  const { create, update, keep, move } = plan;
  const entries = [...create, ...update, ...keep, ...move.map(({ entry }) => entry)];
  return withChangedEntries(ledger, entries, { former, day: today });
}
