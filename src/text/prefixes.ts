/** Prefixes that are written with and without a hyphen: "multi-agent" and "multiagent" are one word. */
export const prefixes: ReadonlySet<string> = new Set(
  "anti auto bi co cross hyper inter intra meta micro multi non over post pre re semi sub super trans un under".split(
    " ",
  ),
);
