import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { headerPolicy, metaPolicy } from "../../src/astro/content-security-policy.ts";
import { headersFile, securityHeaders } from "../../src/astro/headers-file.ts";

const nginx = readFileSync(join(import.meta.dirname, "../../scripts/publish/nginx.conf"), "utf8");

describe("the Content-Security-Policy", () => {
  it("has only directives in a page that a page can carry", () => {
    expect(metaPolicy()).not.toMatch(/frame-ancestors|report-uri|sandbox/);
    expect(headerPolicy()).toContain("frame-ancestors 'none'");
  });

  it("allows no inline script, and style attributes only where they are needed", () => {
    expect(metaPolicy()).toContain("script-src 'self';");
    expect(metaPolicy()).not.toContain("unsafe");
    expect(metaPolicy({ styleAttributes: true })).toContain("style-src-attr 'unsafe-inline'");
  });

  it("adds the owner's sources to both", () => {
    const allow = {
      "script-src": ["https://stats.example"],
      "frame-src": ["https://video.example"],
    };
    for (const policy of [metaPolicy({ allow }), headerPolicy({ allow })]) {
      expect(policy).toContain("script-src 'self' https://stats.example;");
      expect(policy).toContain("frame-src https://video.example;");
    }
  });

  it("is the same in nginx.conf and in _headers", () => {
    for (const [name, value] of Object.entries(securityHeaders({}))) {
      expect(nginx).toMatch(`add_header ${name} "${value}" always;`);
      expect(headersFile({})).toContain(`  ${name}: ${value}\n`);
    }
  });
});
