import { describe, expect, it } from "vitest";
import {
  type ArchiveState,
  archiveMessages,
  formatSize,
} from "../../../src/client/offline/offline-messages.ts";

const server = { build: "b2", list: "offline/b2.list", pages: 1200, fetched: 3e6, kept: 12e6 };
const stored = { build: "b1", pages: 1100, bytes: 11e6, at: Date.UTC(2026, 10, 24) };
const idle = {
  kind: "idle",
  checking: false,
  free: 1e9,
  persisted: true,
  hasWorker: true,
} as const;

/** Everything shown for a state, a line each. */
function shown(state: ArchiveState): string[] {
  const { status, progress, note, actions, downloadLabel } = archiveMessages(state, "en");
  return [status, progress ?? "", note ?? "", [...actions, downloadLabel ?? ""].join(" | ")];
}

describe("the messages about a downloaded archive", () => {
  it.each<[string, ArchiveState]>([
    ["unsupported", { kind: "unsupported", reason: "insecure" }],
    ["downloading", { kind: "downloading", elsewhere: false, present: 5e6, total: 12e6 }],
    ["in another tab", { kind: "downloading", elsewhere: true, present: 0, total: 0 }],
    ["checking", { ...idle, checking: true }],
    ["server unreachable", idle],
    ["failed without a server", { ...idle, error: "unreachable" }],
    ["offer", { ...idle, server }],
    ["little space", { ...idle, server, free: 5e6, error: "full" }],
    ["partial", { ...idle, server, partial: { present: 5e6, total: 12e6 } }],
    ["nothing yet", { ...idle, partial: { present: 0, total: 12e6 }, error: "invalid" }],
    ["stored", { ...idle, stored, server: { ...server, build: "b1" } }],
    ["stored, may be cleared", { ...idle, stored, persisted: false }],
    ["stored, no worker", { ...idle, stored, hasWorker: false }],
    ["update available", { ...idle, stored, server, error: "busy" }],
  ])("are complete for the state: %s", (name, state) => {
    expect(shown(state)).toMatchSnapshot(name);
  });

  it("round sizes to what people read", () => {
    const sizes = [0, 1, 3_240_000, 12_600_000];
    expect(sizes.map((bytes) => formatSize(bytes, "en"))).toEqual([
      "0 MB",
      "0.1 MB",
      "3.2 MB",
      "13 MB",
    ]);
    expect(formatSize(3_240_000, "de")).toBe("3,2 MB");
  });
});
