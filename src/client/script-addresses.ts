import { siteRoot } from "./offline/site-root.ts";

/** The part of Trusted Types that is used here. Browsers without it have no such object. */
declare const trustedTypes:
  | {
      defaultPolicy: unknown;
      createPolicy: (
        name: string,
        rules: { createScriptURL: (address: string) => string | null },
      ) => unknown;
    }
  | undefined;

/**
 * Lets this site's own workers start under Trusted Types, and no other script by its address. Strings
 * still become no markup: the policy has no rule for it.
 */
export function allowOwnWorkers(): void {
  if (typeof trustedTypes === "undefined" || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy("default", {
    createScriptURL: (address) => (isOwnWorker(address) ? address : null),
  });
}

function isOwnWorker(address: string): boolean {
  const root = siteRoot();
  const path = root && URL.canParse(address, root) ? new URL(address, root).href : "";
  if (!root || !path.startsWith(root.href)) return false;
  return /^(?:service-worker\.js|_astro\/[\w.-]+\.js)$/.test(path.slice(root.href.length));
}
