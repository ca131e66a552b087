/**
 * Names of what this archive stores in the browser. Archives under other paths of the same host have
 * other names. Devices store data under these names, so they must not change.
 */
export function storageNames(root: URL) {
  const name = `offprint ${root.pathname}`;
  return {
    database: name,
    lock: name,
    /** The key that is set in `localStorage` while the reader wants the archive on the device. */
    downloadFlag: `${name} kept`,
    /** Caches of visited pages, and of files that visited pages loaded. */
    pages: `${name} pages`,
    assets: `${name} assets`,
    index: `${name} index`,
    /** The cache of the pages that a build's service worker needs, and the prefix of all such caches. */
    shell: (build: string) => `${name} shell ${build}`,
    shellPrefix: `${name} shell `,
  };
}
