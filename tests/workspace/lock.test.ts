import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clearStaleLock, untilFree, withLock } from "../../src/workspace/lock.ts";
import { thisProcess } from "../../src/workspace/lock-holder.ts";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "offprint-lock-"));
  file = join(folder, ".cache/lock");
});
afterEach(() => rm(folder, { recursive: true }));

const me = () => ({
  ...thisProcess(),
  command: "npm run build",
  nonce: "another",
  since: "2026-11-28T09:30:00.000Z",
});

/** Makes a lock of somebody. */
async function lockOf(holder: object): Promise<void> {
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, JSON.stringify(holder));
}

describe("a lock", () => {
  it("lets work run one after the other", async () => {
    const order: number[] = [];
    const work = (number: number) =>
      withLock(file, async () => {
        order.push(number);
        await setTimeout(20);
        order.push(number);
      });
    await Promise.all([1, 2, 3].map(work));
    expect(order[0]).toBe(order[1]);
    expect(order[2]).toBe(order[3]);
    expect(order[4]).toBe(order[5]);
    expect(existsSync(file)).toBe(false);
  });

  it("does not make work wait for itself, and is released if work fails", async () => {
    expect(await withLock(file, () => withLock(file, async () => "done"))).toBe("done");
    const failing = withLock(file, () => Promise.reject(new Error("no more")));
    await expect(failing).rejects.toThrow("no more");
    expect(existsSync(file)).toBe(false);
  });

  it("names its holder to others that have waited for a while", async () => {
    await lockOf(me());
    const refused = `npm run build (process ${process.pid}) has been working in this archive since 2026-11-28`;
    await expect(withLock(file, async () => {}, { patience: 0 })).rejects.toThrow(refused);
    await expect(untilFree(file, 0)).rejects.toThrow(refused);
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual(me());
  });

  it.each([
    ["whose process is gone", { pid: 2 ** 22 + 1 }],
    ["whose process id now is another process", { started: "1" }],
    ["from before the machine was started", { boot: "another" }],
  ])("%s is taken over", async (_, change) => {
    await lockOf({ ...me(), ...change });
    expect(await withLock(file, async () => "done", { patience: 0 })).toBe("done");
    expect(existsSync(file)).toBe(false);
  });

  it("is cleared by work that needs none, if its holder has ended", async () => {
    await lockOf(me());
    await clearStaleLock(file);
    expect(existsSync(file)).toBe(true);
    await lockOf({ ...me(), pid: 2 ** 22 + 1 });
    await clearStaleLock(file);
    expect(existsSync(file)).toBe(false);
  });

  it("of another machine is taken over only after a long silence", async () => {
    await lockOf({ ...me(), host: "elsewhere" });
    await expect(withLock(file, async () => {}, { patience: 0 })).rejects.toThrow(
      /on elsewhere\) .* delete .*lock\.$/,
    );
    const before = new Date(Date.now() - 3_600_000);
    await utimes(file, before, before);
    expect(await withLock(file, async () => "done", { patience: 0 })).toBe("done");
  });

  it("that a process was killed over while it made or took it is taken over", async () => {
    await lockOf({ ...me(), pid: 2 ** 22 + 1 });
    await writeFile(`${file}.takeover`, "");
    const before = new Date(Date.now() - 10_000);
    await utimes(`${file}.takeover`, before, before);
    expect(await withLock(file, async () => "done", { patience: 1000 })).toBe("done");
    expect(existsSync(`${file}.takeover`)).toBe(false);
  });
});
