import assert from "node:assert/strict";
import { test } from "node:test";
import { DnsDiscovery } from "../../../cluster/discovery/dns-discovery.js";
import { StaticDiscovery } from "../../../cluster/discovery/static-discovery.js";
import { ConfigError } from "../../../core/options.js";
import { FakeClock } from "../../support/fake-clock.js";

test("a static list is named at once and again and again, until stopped", async () => {
  const clock = new FakeClock();
  const found: string[] = [];
  const discovery = new StaticDiscovery({ urls: ["http://a/c", "http://b/c"], announceMs: 1_000 }, { clock });
  discovery.start((url) => found.push(url));
  assert.deepEqual(found, ["http://a/c", "http://b/c"]);
  await clock.advance(2_500);
  assert.equal(found.length, 6);
  discovery.stop();
  assert.equal(clock.pending, 0);
  assert.throws(() => new StaticDiscovery({ urls: ["beta:8080"] }), ConfigError);
});

test("a name is asked for every few seconds; what comes and goes is told; the own address is left out", async () => {
  const clock = new FakeClock();
  const answers: (readonly string[] | Error)[] = [
    ["10.0.0.1", "10.0.0.2"],
    ["10.0.0.1", "10.0.0.3", "fd00::7"],
    new Error("SERVFAIL"),
    ["10.0.0.3"],
  ];
  const told: string[] = [];
  const discovery = new DnsDiscovery(
    { name: "node", port: 8080, resolveMs: 2_000 },
    {
      clock,
      ownAddresses: () => new Set(["10.0.0.1"]),
      resolve: async () => {
        const answer = answers.shift() ?? [];
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
  );
  discovery.start(
    (url) => told.push(`+${url}`),
    (url) => told.push(`-${url}`),
  );
  await clock.settle();
  assert.deepEqual(told.splice(0), ["+http://10.0.0.2:8080/cometd"]);
  await clock.advance(2_000);
  assert.deepEqual(told.splice(0), [
    "-http://10.0.0.2:8080/cometd",
    "+http://10.0.0.3:8080/cometd",
    "+http://[fd00::7]:8080/cometd",
  ]);
  await clock.advance(2_000);
  assert.deepEqual(told.splice(0), [], "a failed question changes nothing");
  await clock.advance(2_000);
  assert.deepEqual(told.splice(0), ["-http://[fd00::7]:8080/cometd", "+http://10.0.0.3:8080/cometd"]);
  discovery.stop();
  assert.equal(clock.pending, 0);
});

test("an answer that arrives after stop is dropped", async () => {
  const clock = new FakeClock();
  let answer: (addresses: string[]) => void = () => {};
  const discovery = new DnsDiscovery(
    { name: "node", port: 8080 },
    { clock, ownAddresses: () => new Set(), resolve: () => new Promise((resolve) => (answer = resolve)) },
  );
  const found: string[] = [];
  discovery.start((url) => found.push(url));
  discovery.stop();
  answer(["10.0.0.2"]);
  await clock.settle();
  assert.deepEqual(found, []);
  assert.equal(clock.pending, 0);
});

test("several nodes on one machine: the own address counts only with the own port", async () => {
  const clock = new FakeClock();
  const found: string[] = [];
  const parts = { clock, ownAddresses: () => new Set(["127.0.0.1"]), resolve: async () => ["127.0.0.1"] };
  new DnsDiscovery({ name: "localhost", port: 8082, ownPort: 8081 }, parts).start((url) => found.push(url));
  await clock.settle();
  assert.deepEqual(found, ["http://127.0.0.1:8082/cometd"]);
});
