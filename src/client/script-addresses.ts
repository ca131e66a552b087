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
 * Lets workers from the files under the site's root start under Trusted Types, and no other script by
 * its address. Strings still become no markup: the policy has no rule for it.
 */
export function allowOwnWorkers(root: URL): void {
  if (typeof trustedTypes === "undefined" || trustedTypes.defaultPolicy) return;
  const isOwn = (address: string) =>
    address.startsWith(root.href) && ownWorker.test(address.slice(root.href.length));
  trustedTypes.createPolicy("default", {
    createScriptURL: (address) => (isOwn(new URL(address, root).href) ? address : null),
  });
}

const ownWorker = /^(?:service-worker|_astro\/[\w.-]+)\.js$/;
