/**
 * The site's root, from the link to its web manifest. Undefined for a copy that was opened from a
 * folder, which has no such link.
 */
export function siteRoot(): URL | undefined {
  const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
  return link && /^https?:$/.test(location.protocol) ? new URL(".", link.href) : undefined;
}
