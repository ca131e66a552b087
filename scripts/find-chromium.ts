import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];

const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The result of one way to find a browser. `failed` goes into the final error message. */
type Attempt = { path: string } | { failed: string };

/**
 * The path of a Chromium for tests, measurements and pictures: from `CHROME_PATH`, an installed one,
 * Playwright's, else one that can be installed without a password. Throws an error that says what to do
 * if there is none.
 */
export async function findChromium(log: (line: string) => void = console.log): Promise<string> {
  const failures: string[] = [];
  for (const attempt of [fromEnvironment, installed, fromPlaywright, byApt, byPackage]) {
    const result = await attempt(log);
    if ("path" in result) return result.path;
    failures.push(result.failed);
  }
  throw new Error(
    [
      "This needs Chromium or Chrome, and none was found:",
      ...failures.map((line) => `  - ${line}`),
      "Install one (Debian and Ubuntu: `sudo apt-get install chromium`; macOS: `brew install --cask chromium`;",
      "anywhere: `npx playwright-core install chromium`), or set CHROME_PATH to the program's file, and run the command again.",
    ].join("\n"),
  );
}

function fromEnvironment(): Attempt {
  const path = process.env["CHROME_PATH"];
  if (!path) return { failed: "CHROME_PATH is not set" };
  if (existsSync(path)) return { path };
  throw new Error(`CHROME_PATH is "${path}", but there is no such file. Correct or unset it.`);
}

function installed(): Attempt {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications,
  ];
  const path = candidates.find((candidate) => existsSync(candidate) && starts(candidate));
  return path ? { path } : { failed: `none of ${names.join(", ")} is on the PATH` };
}

/** Runs `--version`, because Ubuntu's `chromium-browser` may only be a script that refers to snap. */
function starts(path: string): boolean {
  return spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

function fromPlaywright(): Attempt {
  const folder =
    process.env["PLAYWRIGHT_BROWSERS_PATH"] ??
    (process.platform === "darwin"
      ? join(homedir(), "Library/Caches/ms-playwright")
      : process.platform === "win32"
        ? join(homedir(), "AppData/Local/ms-playwright")
        : join(homedir(), ".cache/ms-playwright"));
  const inside = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-headless-shell-linux64/chrome-headless-shell",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-win/chrome.exe",
    "chrome-win64/chrome.exe",
  ];
  const versions = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.startsWith("chromium"))
    : [];
  const path = versions
    .sort()
    .reverse()
    .flatMap((version) => inside.map((file) => join(folder, version, file)))
    .find((candidate) => existsSync(candidate));
  return path ? { path } : { failed: `Playwright has none in ${folder}` };
}

function byApt(log: (line: string) => void): Attempt {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    return { failed: "it cannot be installed here: that takes apt-get and root" };
  }
  log("No Chromium found: installing Debian's with apt-get (this takes a minute).");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...parameters: string[]) =>
    spawnSync("apt-get", parameters, { env, encoding: "utf8", timeout: 600_000 });
  run("update", "-qq");
  const result = run("install", "-y", "-qq", "--no-install-recommends", "chromium");
  const path = "/usr/bin/chromium";
  if (result.status === 0 && existsSync(path)) return { path };
  const reason = `${result.stderr ?? ""}`.trim().split("\n").at(-1) ?? "";
  return { failed: `apt-get could not install it${reason ? `: ${reason}` : ""}` };
}

// The package contains the browser itself, so nothing is downloaded from elsewhere.
const packaged = "@sparticuz/chromium@153.0.0";

async function byPackage(log: (line: string) => void): Promise<Attempt> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return { failed: `${packaged} is for Linux on x64 only` };
  }
  const folder = resolve(".cache/chromium");
  const entry = join(folder, "node_modules/@sparticuz/chromium/build/esm/index.js");
  if (!existsSync(entry)) {
    log(`No Chromium found: installing ${packaged} into .cache/ (this takes a minute).`);
    mkdirSync(folder, { recursive: true });
    const result = spawnSync("npm", ["install", "--no-save", "--prefix", folder, packaged], {
      encoding: "utf8",
      timeout: 600_000,
    });
    if (result.status !== 0 || !existsSync(entry)) {
      const reason = `${result.stderr ?? ""}`.trim().split("\n")[0] ?? "";
      return { failed: `npm could not install ${packaged}${reason ? `: ${reason}` : ""}` };
    }
  }
  // With this variable, the package also unpacks the system libraries that it needs.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs22.x";
  const { default: chromium }: { default: { executablePath: () => Promise<string> } } =
    await import(pathToFileURL(entry).href);
  const path = await chromium.executablePath();
  return starts(path) ? { path } : { failed: `${packaged} does not start on this system` };
}
