/** Names of what this archive stores. Archives under other paths of the same host have others. */
export function namesUnder(root: URL) {
  const name = `offprint ${root.pathname}`;
  return {
    device: name,
    lock: name,
    pages: `${name} pages`,
    assets: `${name} assets`,
    index: `${name} index`,
    shell: (build: string) => `${name} shell ${build}`,
    shells: `${name} shell `,
  };
}
