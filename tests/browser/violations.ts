import type { BrowserContext } from "playwright-core";

/**
 * What the pages of a context do against their Content-Security-Policy. The list grows while they are
 * open.
 */
export async function recordViolations(context: BrowserContext): Promise<string[]> {
  const violations: string[] = [];
  context.on("console", (message) => {
    // Chromium's own words for a violation, also of a worker.
    if (/Content Security Policy|Trusted Type|TrustedScript|TrustedHTML/.test(message.text())) {
      violations.push(`${message.page()?.url()}: ${message.text()}`);
    }
  });
  await context.exposeBinding("offprintViolation", ({ page }, directive: string) => {
    violations.push(`${page.url()}: ${directive}`);
  });
  await context.addInitScript(() => {
    document.addEventListener(
      "securitypolicyviolation",
      ({ effectiveDirective, blockedURI, sample }) => {
        const record: unknown = Reflect.get(globalThis, "offprintViolation");
        if (typeof record === "function") record(`${effectiveDirective} ${blockedURI} ${sample}`);
      },
    );
  });
  return violations;
}
