import { headerPolicy, type PolicyNeeds } from "./content-security-policy.ts";

/** Names that change with their content, so that browsers need not ask for them again. */
const immutable = [
  "/_astro/*",
  "/search/parts/:kind/*",
  "/data/likeness/:kind/*",
  "/offline/*.pack",
  "/offline/*.list",
];

/** The security headers of every response. */
export function securityHeaders(needs: PolicyNeeds): Record<string, string> {
  return {
    "Content-Security-Policy": headerPolicy(needs),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  };
}

/** The file `_headers` in the format that Netlify and Cloudflare Pages read. */
export function headersFile(needs: PolicyNeeds): string {
  const block = (path: string, headers: Record<string, string>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  const kept = { "Cache-Control": "public, max-age=31536000, immutable" };
  const blocks = [
    block("/*", securityHeaders(needs)),
    ...immutable.map((path) => block(path, kept)),
  ];
  return `${blocks.join("\n\n")}\n`;
}
