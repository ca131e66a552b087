/** Whether a file or folder of this name is neither a seed nor a note: hidden ones and READMEs. */
export function isAside(name: string): boolean {
  return /^\.|^README(?:[.-][a-z]{2}(?:[-_][a-z]{2})?)?(?:\.(?:md|markdown|txt|rst|adoc|org|html?))?$/i.test(
    name,
  );
}
