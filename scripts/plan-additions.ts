import { refusal } from "../src/workspace/add/add-papers.ts";
import { requestsFor } from "../src/workspace/add/fetch-target.ts";
import { openFile } from "../src/workspace/add/open-file.ts";
import { planSeed, type SeedPlan } from "../src/workspace/add/plan-seed.ts";
import type { Target } from "../src/workspace/add/target.ts";
import type { Sources } from "../src/workspace/network/sources.ts";
import type { Workspace } from "../src/workspace/paths.ts";
import { counted } from "./command.ts";
import { describeReplaced } from "./describe-replaced.ts";

/** What a dry run shows for one argument. An empty `would` is not shown. */
export interface Planned {
  asked: string;
  would: string;
  failures: string[];
  notes?: string[];
}

/** A paper or file that an owner names. */
interface AskedTarget {
  asked: string;
  target: Target;
}

interface PlanContext {
  workspace: Workspace;
  sources: Sources;
  /** Whether the archive has the paper from its source already. */
  isKnown: (target: Target) => boolean;
  choice: { keepBoth: boolean; replace: boolean };
  onlyIds: boolean;
}

/** What the command would do for each argument, and for each id in a file that lists ids. */
export async function planAdditions(
  targets: readonly AskedTarget[],
  { workspace, sources, isKnown, choice, onlyIds }: PlanContext,
): Promise<Planned[]> {
  const planDownload = (target: Exclude<Target, { kind: "file" }>) => {
    const would = isKnown(target)
      ? "already there"
      : requestsFor(target, sources)
          .map(({ name, request }) => `would download ${request.url} to seeds/${name}`)
          .join("; ");
    return { would, failures: [] };
  };
  const plan: Planned[] = [];
  for (const { asked, target } of targets) {
    if (target.kind !== "file") {
      plan.push({ asked, ...planDownload(target) });
      continue;
    }
    const { seed, papers, listed, failures, notes } = await openFile(asked, target.path, {
      onlyIds,
    });
    const planned = papers > 0 ? await planSeed(workspace, seed, choice) : undefined;
    const would = planned ? wouldSave(planned, papers) : "";
    if (planned?.kind === "refuse") failures.push(refusal(planned));
    const hasMore = failures.length + notes.length > 0;
    if (would !== "" || hasMore) plan.push({ asked, would, failures, notes });
    for (const one of listed) plan.push({ asked: one.asked, ...planDownload(one.target) });
  }
  return plan;
}

function wouldSave(plan: SeedPlan, papers: number): string {
  if (plan.kind === "new") return `would copy ${counted(papers, "paper")} to seeds/added/`;
  if (plan.kind === "there") return "already there";
  return plan.kind === "replace" ? `would replace ${describeReplaced(plan)}` : "";
}
