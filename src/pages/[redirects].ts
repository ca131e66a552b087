import { redirectsFile } from "../archive/redirects.ts";
import { redirects } from "../astro/redirects.ts";

// Astro ignores pages whose name starts with an underscore, so the name is a parameter.
/** One file, `_redirects`, and none if no address has changed. */
export async function getStaticPaths() {
  const found = await redirects();
  return found.length > 0 ? [{ params: { redirects: "_redirects" } }] : [];
}

/** The redirects in the format that Netlify and Cloudflare Pages read. */
export async function GET() {
  return new Response(redirectsFile(await redirects()), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
