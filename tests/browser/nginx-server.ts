import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const shipped = resolve(import.meta.dirname, "../../scripts/publish/nginx.conf");

/**
 * The path of nginx, which is installed with apt-get if it is missing and that needs no password.
 * Undefined where there is none.
 */
export function findNginx(): string | undefined {
  const known = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"];
  const installed = () => known.find((path) => existsSync(path));
  if (installed() || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return installed();
  console.log("No nginx found: installing Debian's with apt-get.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...parameters: string[]) =>
    spawnSync("apt-get", parameters, { env, timeout: 300_000 });
  run("update", "-qq");
  run("install", "-y", "-qq", "--no-install-recommends", "nginx-light");
  return installed();
}

/** Serves a folder with the nginx.conf that ships with Offprint; only host, port and root are changed. */
export async function serveByNginx(nginx: string, root: string) {
  const folder = await mkdtemp(join(tmpdir(), "offprint-nginx-"));
  const port = await freePort();
  const text = (await readFile(shipped, "utf8"))
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("listen [::]:80;", "")
    .replace("server_name papers.example;", "server_name localhost;")
    .replace("root /var/www/papers;", `root ${root};`);
  await mkdir(join(folder, "temporary"));
  await writeFile(join(folder, "site.conf"), text);
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, "temporary", name)};`,
  );
  await writeFile(
    join(folder, "nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;" : ""}
worker_processes 1; daemon off; pid ${join(folder, "pid")}; error_log ${join(folder, "error.log")};
events {}
http { include /etc/nginx/mime.types; access_log off; ${paths.join(" ")} include ${join(folder, "site.conf")}; }
`,
  );
  const server: ChildProcess = spawn(nginx, ["-p", folder, "-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  server.stderr?.on("data", (part) => {
    errors += part;
  });
  const ended = new Promise((done) => server.once("exit", done));
  const address = `http://localhost:${port}/`;
  for (let attempt = 0; ; attempt += 1) {
    const up = await fetch(address, { method: "HEAD" }).then(
      () => true,
      () => false,
    );
    if (up) break;
    if (attempt > 100 || server.exitCode !== null)
      throw new Error(`nginx did not start: ${errors}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    address,
    close: async () => {
      server.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
