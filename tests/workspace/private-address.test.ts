import { describe, expect, it } from "vitest";
import { isPrivateHost } from "../../src/workspace/network/private-address.ts";

describe("isPrivateHost", () => {
  it.each([
    ["this machine", "127.0.0.1"],
    ["this machine, as one number", "2130706433"],
    ["this machine, in IPv6", "[::1]"],
    ["any address", "0.0.0.0"],
    ["a home network", "192.168.1.1"],
    ["a company's network", "10.1.2.3"],
    ["a network behind a provider's NAT", "100.64.0.1"],
    ["a cloud's metadata service", "169.254.169.254"],
    ["a benchmarking network", "198.18.0.1"],
    ["multicast", "224.0.0.1"],
    ["a private network, in IPv6", "fc00::1"],
    ["a link-local address with a zone", "fe80::1%eth0"],
    ["a private address inside IPv6", "::ffff:10.0.0.1"],
    ["a private address behind NAT64", "64:ff9b::a00:1"],
    ["this machine, by name", "localhost"],
    ["a name of the local network", "printer.local"],
  ])("is true for %s", async (_, host) => {
    expect(await isPrivateHost(host)).toBe(true);
  });

  it.each(["8.8.8.8", "172.32.0.1", "::ffff:8.8.8.8", "[2606:4700:4700::1111]"])(
    "is false for the public address %s",
    async (host) => {
      expect(await isPrivateHost(host)).toBe(false);
    },
  );
});
