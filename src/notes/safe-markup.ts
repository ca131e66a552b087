import { isSafeScheme, schemeOf } from "../text/safe-address.ts";

/** HTML elements that an owner's MDX may use: text and its structure, nothing that runs or loads. */
export const safeElements: ReadonlySet<string> = new Set(
  (
    "a abbr b blockquote br cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i " +
    "ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th " +
    "thead time tr u ul var wbr"
  ).split(" "),
);

/** Attributes that these elements may have. For `href`, see `isSafeLink`. */
export const safeAttributes: ReadonlySet<string> = new Set(
  "abbr cite colspan datetime dir headers href lang open reversed rowspan scope start title type value".split(
    " ",
  ),
);

/** Whether a link may have this address: one of the web, of mail, or of this site. */
export function isSafeLink(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === undefined || isSafeScheme(scheme);
}

/** Whether an address is on another host, so that loading it would contact that host. */
export function isElsewhere(url: string): boolean {
  return /^\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})/.test(url);
}
