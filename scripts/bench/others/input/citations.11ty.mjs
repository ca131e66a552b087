import { citations } from "../site.mjs";

export const data = {
  pagination: { data: "collections.citations", size: 1, alias: "file" },
  permalink: ({ file }) => file.path,
};

export function render({ file }) {
  return citations(file);
}
