import assert from "node:assert/strict";
import { test } from "node:test";
import { readOptions } from "../../../core/options.js";
import { transportOptions } from "../../../core/transport/transport-options.js";
import { TrustedProxies } from "../../../core/transport/trusted-proxies.js";

const proxies = new TrustedProxies(["10.0.0.0/8", "192.0.2.7", "fd00::/8"]);

test("the client is the last address that no trusted proxy has", () => {
  const cases: [peer: string | undefined, forwarded: string | string[] | undefined, client: string | undefined][] = [
    ["203.0.113.5", undefined, "203.0.113.5"],
    ["203.0.113.5", "198.51.100.1", "203.0.113.5"],
    ["10.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["10.0.0.1", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
    ["10.0.0.1", "1.1.1.1, 198.51.100.1, 192.0.2.7", "198.51.100.1"],
    ["10.0.0.1", "198.51.100.1,10.9.9.9 ,::ffff:192.0.2.7", "198.51.100.1"],
    ["10.0.0.1", "10.0.0.2, 10.0.0.3", "10.0.0.2"],
    ["10.0.0.1", "198.51.100.1, unknown", "10.0.0.1"],
    ["10.0.0.1", "198.51.100.1, evil\n", "10.0.0.1"],
    ["10.0.0.1", "", "10.0.0.1"],
    ["10.0.0.1", " , ,", "10.0.0.1"],
    ["fd00::1", "2001:db8::5", "2001:db8::5"],
    ["fd00::1", "[2001:db8::5]:443", "fd00::1"],
    ["10.0.0.1", ["198.51.100.1", "10.0.0.2"], "198.51.100.1"],
    [undefined, "198.51.100.1", undefined],
  ];
  for (const [peer, forwarded, client] of cases) {
    assert.equal(proxies.clientOf(peer, forwarded), client, `${peer} ${forwarded}`);
  }
  assert.equal(new TrustedProxies([]).clientOf("127.0.0.1", "1.1.1.1"), "127.0.0.1");
});

test("what is neither an address nor a network is no option", () => {
  for (const wrong of [
    "",
    "10.0.0",
    "10.0.0.0/33",
    "10.0.0.0/",
    "10.0.0.0/8/8",
    "::/129",
    "proxy.example",
    "10.0.0.0/-1",
  ]) {
    assert.throws(
      () => readOptions(transportOptions, { trustedProxies: [wrong] }),
      /trustedProxies\.0: must be an address/,
    );
  }
  readOptions(transportOptions, { trustedProxies: ["10.0.0.0/0", "::1", "fe80::/10", "127.0.0.1/32"] });
});
