/** A value as JSON; undefined if reading that would not give exactly the same value. */
export function exactJson(value: unknown): string | undefined {
  try {
    return isExact(value) ? JSON.stringify(value) : undefined;
  } catch {
    // It is nested too deeply.
    return undefined;
  }
}

/** Whether a value has only plain objects, arrays, texts, and numbers that JSON has. */
function isExact(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object") return typeof value === "string" || typeof value === "boolean";
  if (value === null) return true;
  if (Array.isArray(value)) return hasExact(value);
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.getOwnPropertySymbols(value).length === 0 &&
    Object.values(value).every(isExact)
  );
}

function hasExact(values: readonly unknown[]): boolean {
  // Not `every`, which passes over the holes of an array.
  for (const value of values) if (!isExact(value)) return false;
  return true;
}
