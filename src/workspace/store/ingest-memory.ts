import { z } from "zod";
import type { KnownGroups } from "../../ingest/identity/known-groups.ts";
import type { Bands, ComparedTexts, NearDuplicate } from "../../ingest/identity/near-duplicates.ts";
import type { KnownEntry, Memory, SeedRecords } from "../../ingest/memory.ts";
import type { AssignedTopic } from "../../schemas/paper.ts";
import type { Workspace } from "../paths.ts";
import { type Store, type StoreOptions, withStore } from "./open-store.ts";

const list = z.array(z.unknown());
const records = z.object({ of: z.string(), records: list, made: z.array(z.string()) });
const compared = z.object({ texts: z.array(z.string()), pairs: list });
const groups = z.object({ papers: list, messages: list });
const entry = z.object({ digest: z.string(), messages: list });

/** How a value that was written and not damaged since is recognized, which is less than all of it. */
const shapes = {
  seeds: z.custom<SeedRecords>((value) => records.safeParse(value).success),
  topics: z.custom<AssignedTopic[]>(Array.isArray),
  bands: z.custom<Bands>(Array.isArray),
  compared: z.custom<ComparedTexts>((value) => compared.safeParse(value).success),
  near: z.custom<readonly NearDuplicate[]>(Array.isArray),
  groups: z.custom<KnownGroups>((value) => groups.safeParse(value).success),
  entries: z.custom<KnownEntry>((value) => entry.safeParse(value).success),
};

/** Runs work with what earlier ingests of a workspace made from its seeds. */
export function withMemory<R>(
  workspace: Pick<Workspace, "root">,
  options: Omit<StoreOptions<never>, "shape">,
  work: (memory: Memory) => Promise<R>,
): Promise<R> {
  const open = <T, S>(name: string, shape: z.ZodType<T>, use: (store: Store<T>) => Promise<S>) =>
    withStore(workspace, name, { ...options, shape }, use);
  return open("seed-records", shapes.seeds, (seeds) =>
    open("paper-topics", shapes.topics, (topics) =>
      open("abstract-bands", shapes.bands, (bands) =>
        open("compared-abstracts", shapes.compared, (comparedTexts) =>
          open("near-abstracts", shapes.near, (nearDuplicates) =>
            open("entry-digests", shapes.entries, (entries) =>
              open("record-groups", shapes.groups, (groups) =>
                work({ seeds, topics, bands, comparedTexts, nearDuplicates, entries, groups }),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** Runs work with the records of seeds that the last ingest kept. */
export function withSeedRecords<R>(
  workspace: Pick<Workspace, "root">,
  options: Omit<StoreOptions<never>, "shape">,
  work: (seeds: Pick<Store<SeedRecords>, "get">) => Promise<R>,
): Promise<R> {
  return withStore(workspace, "seed-records", { ...options, shape: shapes.seeds }, work);
}
