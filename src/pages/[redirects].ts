import { redirectsFile } from "../archive/redirects.ts";
import { redirects } from "../astro/redirects.ts";

// Astro takes no page whose own name begins with an underscore, so the name is a parameter.
export async function getStaticPaths() {
  const found = await redirects();
  return found.length > 0 ? [{ params: { redirects: "_redirects" } }] : [];
}

export async function GET() {
  return new Response(redirectsFile(await redirects()), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
