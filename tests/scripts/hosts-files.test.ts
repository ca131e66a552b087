import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseJson } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const node = read(".node-version").trim().split(".")[0];

describe("the container for development", () => {
  const container = z
    .strictObject({
      name: z.string(),
      image: z.string(),
      updateContentCommand: z.string(),
      postAttachCommand: z.record(z.string(), z.string()),
      forwardPorts: z.array(z.number().int()),
      portsAttributes: z.record(
        z.string(),
        z.strictObject({ label: z.string(), onAutoForward: z.literal("openPreview") }),
      ),
      customizations: z.strictObject({
        codespaces: z.strictObject({ openFiles: z.array(z.string()) }),
        vscode: z.strictObject({ extensions: z.array(z.string()) }),
      }),
    })
    .parse(parseJson(read(".devcontainer/devcontainer.json")));

  it("has the same Node as .node-version", () => {
    expect(container.image).toBe(`mcr.microsoft.com/devcontainers/javascript-node:${node}`);
  });

  it("shows the preview on the port of `npm run dev`", () => {
    expect(container.postAttachCommand).toEqual({ preview: "npm run dev" });
    const [, port] = /\["port", values\.port\], (\d+)/.exec(read("scripts/dev.ts")) ?? [];
    expect(container.forwardPorts).toEqual([Number(port)]);
    expect(Object.keys(container.portsAttributes)).toEqual([port]);
  });

  it("opens a file that exists, with the extensions that VS Code recommends", () => {
    for (const file of container.customizations.codespaces.openFiles)
      expect(read(file)).not.toBe("");
    const { recommendations } = parseJson(read(".vscode/extensions.json"));
    expect(container.customizations.vscode.extensions).toEqual(recommendations);
  });
});

describe("publishing to GitLab Pages", () => {
  const { pages } = z
    .strictObject({
      pages: z.strictObject({
        image: z.string(),
        stage: z.literal("deploy"),
        timeout: z.string(),
        rules: z.tuple([z.strictObject({ if: z.string() })]),
        cache: z.strictObject({ key: z.string(), paths: z.array(z.string()) }),
        script: z.array(z.string()),
        artifacts: z.strictObject({ paths: z.tuple([z.literal("public")]) }),
      }),
    })
    .parse(parse(read(".gitlab-ci.yml")));

  it("has the same Node as .node-version", () => {
    expect(pages.image).toBe(`node:${node}`);
  });

  it.each([
    ["https://bees.gitlab.io/papers", "https://bees.gitlab.io", "/papers"],
    ["https://bees.gitlab.io/wild/papers", "https://bees.gitlab.io", "/wild/papers"],
    ["https://papers-1a2b3c.gitlab.io", "https://papers-1a2b3c.gitlab.io", "/"],
    ["https://papers.example.org/", "https://papers.example.org", "/"],
    ["http://pages.local:8080/papers/", "http://pages.local:8080", "/papers/"],
  ])("builds as on GitHub, for the address %s", (url, address, base) => {
    // The script of the job, with a program in the place of npm that prints its arguments, and of mv and rm.
    const script = [
      "npm() { printf '%s\\n' \"$@\"; }",
      "mv() { :; }",
      "rm() { :; }",
      ...pages.script,
    ];
    const env = { PATH: process.env["PATH"], CI_PAGES_URL: url };
    const run = execFileSync("sh", ["-e", "-c", script.join("\n")], { env, encoding: "utf8" });
    const [, ...built] = run.split("\nrun\n");
    expect(built).toEqual([
      ["build", "--", "--publish", "--address", address, "--base", base, ""].join("\n"),
    ]);
  });

  it("publishes what was built, instead of the engine's folder of the same name", () => {
    expect(pages.script.slice(-2)).toEqual(["rm -rf public", "mv dist public"]);
    expect(pages.cache.paths).toContain(".cache/derived/");
  });
});
