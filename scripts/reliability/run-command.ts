import { spawn } from "node:child_process";
import { existsSync, type FSWatcher, watch } from "node:fs";
import { join } from "node:path";

/** When to kill a command, and whether its own child processes are killed with it. */
export interface Kill {
  /** After so many milliseconds, or after so many changes of files. */
  after: { milliseconds: number } | { changes: number };
  withChildren: boolean;
}

/** How a command ended. */
export interface Ended {
  /** Null if it was killed. */
  code: number | null;
  output: string;
  milliseconds: number;
}

/** Runs a command of an archive, and kills it if asked to. */
export function runCommand(
  folder: string,
  [name, ...parameters]: readonly [string, ...string[]],
  kill?: Kill,
): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, [join("scripts", `${name}.ts`), ...parameters], {
    cwd: folder,
    detached: true,
    env: { ...process.env, CI: "true", npm_lifecycle_event: name },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const end = () => {
    if (child.pid === undefined || child.exitCode !== null) return;
    // The whole group, whose leader is the command.
    if (kill?.withChildren) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  };
  const stop = kill ? when(folder, kill, end) : () => {};
  return new Promise((done) =>
    child.once("exit", (code) => {
      stop();
      done({ code, output, milliseconds: performance.now() - started });
    }),
  );
}

const watched = ["", "seeds", "seeds/added", "content", "content/notes", ".cache", ".cache/mail"];

/** Calls back at the moment of a kill. The result stops waiting for it. */
function when(folder: string, { after }: Kill, end: () => void): () => void {
  if ("milliseconds" in after) {
    const timer = setTimeout(end, after.milliseconds);
    return () => clearTimeout(timer);
  }
  let changes = 0;
  const count = () => {
    changes += 1;
    if (changes === after.changes) end();
  };
  const years = ["2020", "2021", "2022", "2023", "2024"].map((year) => `content/papers/${year}`);
  const watchers: FSWatcher[] = [...watched, "content/papers", ...years]
    .map((path) => join(folder, path))
    .filter((path) => existsSync(path))
    .map((path) => watch(path, count).on("error", () => {}));
  return () => {
    for (const one of watchers) one.close();
  };
}
