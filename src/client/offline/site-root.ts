/**
 * The site's root as this page names it, by the link to the web manifest that lies there. None in a
 * copy that is opened as files, which has no such link.
 */
export function siteRoot(): URL | undefined {
  const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
  return link && /^https?:$/.test(location.protocol) ? new URL(".", link.href) : undefined;
}
