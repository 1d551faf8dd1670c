import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { oortbus } from "#proto/event_bus.js";
import { EVENT_BUS_SERVICE, eventBusDefinition } from "../../proto/event-bus-service.js";
import { OPERATOR_SERVICE, operatorDefinition } from "../../proto/operator-service.js";
import { loadDescriptors } from "../../proto/reflection.js";
import { generateProto } from "../../scripts/generate-proto.js";
import { projectRoot } from "../support/project-root.js";

test("proto/gen is what the .proto files generate today", async (t) => {
  const fresh = await mkdtemp(join(tmpdir(), "oortbus-proto-"));
  t.after(() => rm(fresh, { recursive: true }));
  const names = await generateProto(fresh);
  const kept = join(projectRoot, "proto", "gen");
  assert.deepEqual((await readdir(kept)).sort(), names.sort(), "a file too many or too few: npm run generate");
  for (const name of names) {
    const [now, then] = await Promise.all([fresh, kept].map((folder) => readFile(join(folder, name), "utf8")));
    assert.ok(now === then, `proto/gen/${name} is stale: npm run generate`);
  }
});

test("the served definition and the one reflection shows are the same methods", () => {
  const shown = loadDescriptors();
  const paths = (methods: object): string[] => Object.values(methods).map((method: { path: string }) => method.path);
  assert.deepEqual(paths(eventBusDefinition).sort(), paths(shown[EVENT_BUS_SERVICE]!).sort());
  assert.deepEqual(paths(operatorDefinition).sort(), paths(shown[OPERATOR_SERVICE]!).sort());
});

test("a request survives the wire, and a field of a later version does not disturb", () => {
  const { requestSerialize, requestDeserialize } = eventBusDefinition.publish;
  const data = Buffer.from('{"text":"grüß dich"}');
  const bytes = requestSerialize({ channel: "/chat/lobby", data });
  const later = Buffer.concat([bytes, Buffer.from([0x7a, 0x02, 0x68, 0x69])]);
  for (const form of [bytes, later]) {
    const request = requestDeserialize(form);
    assert.equal(request.channel, "/chat/lobby");
    assert.deepEqual(Buffer.from(request.data), data);
  }
});

test("times travel as whole seconds and nanoseconds", () => {
  const { PeerState } = oortbus.v1;
  const { responseSerialize, responseDeserialize } = eventBusDefinition.getCluster;
  const since = { seconds: 1_700_000_000, nanos: 250_000_000 };
  const peer = { url: "http://a/cometd", state: PeerState.PEER_STATE_JOINED, since };
  const [back] = responseDeserialize(responseSerialize({ peers: [peer] })).peers;
  assert.equal(back?.state, PeerState.PEER_STATE_JOINED);
  assert.equal(Number(back?.since?.seconds), since.seconds);
  assert.equal(back?.since?.nanos, since.nanos);
});
