export default {
  tags: ["papers"],
  layout: "paper.11ty.mjs",
  permalink: ({ paper }) => `papers/${paper.id}/index.html`,
};
