import { redirectsFile } from "../archive/redirects.ts";
import { headersFile } from "../astro/headers-file.ts";
import { redirects } from "../astro/redirects.ts";
import { site } from "../astro/settings.ts";

// Astro ignores pages whose name starts with an underscore, so the name is a parameter.
/** The files that Netlify and Cloudflare Pages read: `_headers`, and `_redirects` if an address has changed. */
export async function getStaticPaths() {
  const found = await redirects();
  return [
    { params: { hosting: "_headers" }, props: { text: headersFile({ allow: site.allow }) } },
    ...(found.length > 0
      ? [{ params: { hosting: "_redirects" }, props: { text: redirectsFile(found) } }]
      : []),
  ];
}

/** One of these files as text. */
export function GET({ props }: { props: { text: string } }) {
  return new Response(props.text, {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
