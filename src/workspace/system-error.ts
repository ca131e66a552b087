/** What an error of the system means for a file or folder, by its code. */
const faults: Readonly<Record<string, string>> = {
  EACCES: "cannot be read or written: permission denied",
  EBUSY: "cannot be changed: another program is using it",
  EDQUOT: "cannot be written: your quota on this disk is used up",
  EEXIST: "already exists",
  EFBIG: "cannot be written: it is too large for this disk",
  EIO: "cannot be read or written: the disk reports an error",
  EISDIR: "is a folder, not a file",
  ELOOP: "cannot be reached: its symbolic links form a circle",
  EMFILE: "cannot be opened: too many files are open",
  ENAMETOOLONG: "cannot be written: its name is too long for this disk",
  ENFILE: "cannot be opened: too many files are open",
  ENOENT: "does not exist",
  ENOSPC: "cannot be written: the disk is full",
  ENOTDIR: "cannot be reached: part of its path is a file, not a folder",
  ENOTEMPTY: "cannot be removed: it is not empty",
  EPERM: "cannot be read or written: permission denied",
  EROFS: "cannot be written: the disk is read-only",
};

/** Whether an error is one of the system's, with one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

/** Whether an error is one of the system's about a file or folder. */
function isAboutFiles(error: Error): boolean {
  return hasCode(error, ...Object.keys(faults)) && "syscall" in error;
}

/**
 * Runs work that reads or writes at a path. Errors of the system that do not say where they happened,
 * such as that of a full disk, then name this path.
 */
export async function at<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withPath(error, path);
  }
}

/** The same for work that does not wait. */
export function atSync<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw withPath(error, path);
  }
}

function withPath(error: unknown, path: string): unknown {
  if (error instanceof Error && isAboutFiles(error) && !("path" in error)) {
    Object.assign(error, { path });
  }
  return error;
}

/**
 * Describes an error in words. For an error of the system: which file or folder cannot be used, and
 * why. Never empty.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error) || "an error without a message";
  if (isAboutFiles(error)) return describeFault(error);
  if (error.message.trim() !== "") return error.message;
  const inner = error instanceof AggregateError ? error.errors : [error.cause ?? []].flat();
  if (inner.length > 0) return inner.map(describeError).join("\n");
  const code = "code" in error ? ` (${error.code})` : "";
  return `an error without a message: ${error.name}${code}. To see where, set DEBUG=1`;
}

function describeFault(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  const target = "dest" in error ? error.dest : undefined;
  const path = "path" in error ? error.path : undefined;
  const isFolder = code === "EEXIST" && "syscall" in error && error.syscall === "mkdir";
  const fault = isFolder ? "already exists and is not a folder" : faults[code];
  return `${target ?? path ?? "A file"} ${fault} (${code})`;
}
