import { listPage } from "../site.mjs";

export const data = {
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: ({ list }) => list.path,
};

export function render({ list, md }) {
  return listPage(list, md);
}
