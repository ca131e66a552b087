declare const OFFPRINT_IS_BUILD: boolean;

/** The same as `base` for a classic script, which knows its own address only while it is run for the first time. */
export const base: string = OFFPRINT_IS_BUILD
  ? folderAround(document.currentScript)
  : import.meta.env.BASE_URL;

function folderAround(script: Document["currentScript"]): string {
  return script instanceof HTMLScriptElement ? new URL("../", script.src).pathname : "/";
}
