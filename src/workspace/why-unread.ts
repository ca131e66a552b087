const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "it is a symbolic link to a file that does not exist, or was removed just now",
  ELOOP: "its symbolic links form a circle",
  EIO: "the disk reports an error",
  EISDIR: "it is a folder",
  EMFILE: "too many files are open",
};

/** Why a file or folder could not be read, as the end of a sentence. */
export function whyUnread(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ("code" in error ? reasons[String(error.code)] : undefined) ?? error.message;
}
