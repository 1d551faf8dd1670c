import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { DnsDiscovery } from "../../../cluster/discovery/dns-discovery.js";
import { FakeClock } from "../../support/fake-clock.js";

interface Srv {
  readonly name: string;
  readonly port: number;
}

function dnsName(name: string): Buffer {
  const labels = name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

/** Answers every question with these SRV records (RFC 1035 section 4, RFC 2782). */
async function startNameServer(t: TestContext, records: () => readonly Srv[]): Promise<Resolver> {
  const socket = createSocket("udp4");
  t.after(() => socket.close());
  socket.on("message", (query, from) => {
    const question = query.subarray(12, query.indexOf(0, 12) + 5);
    const answers = records().map(({ name, port }) => {
      const target = dnsName(name);
      const head = Buffer.alloc(18);
      head.writeUInt16BE(0xc00c, 0); // the name in the question
      head.writeUInt16BE(33, 2); // SRV
      head.writeUInt16BE(1, 4); // IN
      head.writeUInt16BE(6 + target.length, 10);
      head.writeUInt16BE(port, 16);
      return Buffer.concat([head, target]);
    });
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(answers.length === 0 ? 0x8183 : 0x8180, 2); // a response; NXDOMAIN when there is nothing
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(answers.length, 6);
    socket.send(Buffer.concat([header, question, ...answers]), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const resolver = new Resolver();
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return resolver;
}

test("SRV records name the nodes with host and port, as those of a Kubernetes headless service do", async (t) => {
  let records: Srv[] = [
    { name: "oortbus-0.oortbus.default.svc.cluster.local", port: 8080 },
    { name: "oortbus-1.oortbus.default.svc.cluster.local", port: 8081 },
  ];
  const resolver = await startNameServer(t, () => records);
  const clock = new FakeClock();
  const told: string[] = [];
  let asked = () => {};
  const discovery = new DnsDiscovery(
    { name: "_http._tcp.oortbus.default.svc.cluster.local", record: "srv", port: 1, resolveMs: 2_000 },
    { clock, resolveService: (name) => resolver.resolveSrv(name).finally(() => setImmediate(() => asked())) },
  );
  t.after(() => discovery.stop());
  const answer = () =>
    new Promise<void>((resolve) => {
      asked = resolve;
    });
  const url = (index: number, port: number) =>
    `http://oortbus-${index}.oortbus.default.svc.cluster.local:${port}/cometd`;
  const first = answer();
  discovery.start(
    (found) => told.push(`+${found}`),
    (gone) => told.push(`-${gone}`),
  );
  await first;
  assert.deepEqual(told.splice(0), [`+${url(0, 8080)}`, `+${url(1, 8081)}`]);

  records = [records[1]!];
  const second = answer();
  await clock.advance(2_000);
  await second;
  assert.deepEqual(told.splice(0), [`-${url(0, 8080)}`, `+${url(1, 8081)}`]);

  records = [];
  const third = answer();
  await clock.advance(2_000);
  await third;
  assert.deepEqual(told.splice(0), [], "no such name: nothing changes, it is asked again");
  assert.equal(clock.pending, 1);
});
