import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import { BackendApi } from "../../api/backend-api.js";
import { BusNode } from "../../bus-node.js";
import { silentLogger } from "../../core/logger.js";
import { FakeBus } from "../support/fake-bus.js";
import { freePorts } from "../support/ports.js";
import { type ContractFace, grpcFace, httpFace, type Json, type Outcome } from "./contract-faces.js";

/** The methods, for their schemas. */
const { methods } = new BackendApi(new FakeBus());

describe("a node, over both faces", () => {
  let node: BusNode | undefined;
  let faces: ContractFace[] = [];

  before(async () => {
    const [port = 0, grpcPort = 0] = await freePorts(2);
    node = new BusNode({ port, grpcPort }, { logger: silentLogger });
    await node.start();
    faces = [grpcFace(`127.0.0.1:${grpcPort}`), httpFace(`http://127.0.0.1:${port}`)];
  });

  after(async () => {
    for (const face of faces) face.close();
    await node?.stop();
  });

  for (const [method, field, wrong, detail, httpOnly] of wrongInputs()) {
    test(`${method} refuses a wrong ${field}: ${JSON.stringify(wrong)?.slice(0, 40)}`, async () => {
      for (const face of faces) {
        if (httpOnly && face.name === "gRPC") continue;
        const outcome = await refusalOf(face, method, { ...VALID[method], [field]: wrong });
        assert.ok("detail" in outcome, `${face.name} took it`);
        assert.match(String(outcome.detail), detail, face.name);
      }
    });
  }
});

test("every field of every method has a wrong input above", () => {
  const covered = new Set(wrongInputs().map(([method, field]) => `${method}.${field}`));
  const fields = [...methods.values()].flatMap(({ name, request }) => {
    const { properties = {} } = z.toJSONSchema(request, { io: "input", unrepresentable: "any" });
    return Object.keys(properties).map((field) => `${name}.${field}`);
  });
  assert.ok(fields.length > 30);
  assert.deepEqual(
    fields.filter((field) => !covered.has(field)),
    [],
  );
});

/** A right request of each method. */
const VALID: Record<string, Json> = {
  Publish: { channel: "/never", data: 1 },
  PublishBatch: { messages: [{ channel: "/never", data: 1 }] },
  PublishStream: { channel: "/never", data: 1 },
  SendToUser: { user: "nobody", channel: "/never", data: 1 },
  SendToUsers: { users: ["nobody"], channel: "/never", data: 1 },
  Subscribe: { channels: ["/never"] },
  GetChannels: {},
  GetPresence: { users: ["nobody"] },
  WatchPresence: { users: ["nobody"] },
  ListUserSessions: { user: "nobody" },
  DisconnectUser: { user: "nobody" },
  DisconnectSession: { user: "nobody", session: "0123456789abcdef" },
  WatchCluster: {},
  MintToken: { user: "nobody" },
  RevokeTokens: { user: "nobody" },
};

type Wrong = [method: string, field: string, value: unknown, detail: RegExp, httpOnly?: boolean];

function wrongInputs(): Wrong[] {
  const of = (methods: string, field: string, value: unknown, detail: RegExp, httpOnly = false): Wrong[] =>
    methods.split(" ").map((method) => [method, field, value, detail, httpOnly]);
  const publishing = "Publish PublishStream SendToUser SendToUsers";
  const many = (count: number, value: unknown) => Array.from({ length: count }, () => value);
  const batch = (message: Json) => [{ channel: "/never", data: 1 }, message];
  return [
    ...of(publishing, "channel", "never", /^channel: must be a channel name/),
    ...of(publishing, "channel", `/${"x".repeat(512)}`, /^channel: must be a channel name/),
    ...of(publishing, "channel", "/never/*", /^channel: must not be a wildcard/),
    ...of(publishing, "channel", "/meta/connect", /^channel: must be a broadcast/),
    ...of(publishing, "channel", "/oort/cloud", /^channel: is a channel of the cluster/),
    ...of(publishing, "channel", 7, /^channel: must be text/, true),
    ...of(publishing, "data", "x".repeat(70_000), /^data: must be at most 65536 bytes/),
    ...of(publishing, "data", JSON.parse("[".repeat(40) + "]".repeat(40)), /^data: must not be nested deeper than 32/),
    ...of(publishing, "data", undefined, /^data: (is required|must be JSON)/),
    ...of("PublishBatch", "messages", [], /^messages: must have at least one/),
    ...of("PublishBatch", "messages", many(1_001, { channel: "/never", data: 1 }), /^messages: must have at most 1000/),
    ...of("PublishBatch", "messages", batch({ channel: "", data: 1 }), /^messages\.1\.channel: must be a channel name/),
    ...of("PublishBatch", "messages", batch({ channel: "/never" }), /^messages\.1\.data: (is required|must be JSON)/),
    ...of(
      "PublishBatch",
      "messages",
      batch({ channel: "/never", data: "x".repeat(70_000) }),
      /^messages\.1\.data: must be at most/,
    ),
    ...of(
      "PublishBatch",
      "messages",
      batch({ channel: "/never", data: 1, lazy: true }),
      /^messages\.1\.lazy: is not a field/,
      true,
    ),
    ...of(
      "Publish PublishBatch SendToUser SendToUsers",
      "idempotencyKey",
      "two words",
      /^idempotencyKey: must be 1 to 128 printable/,
    ),
    ...of("Publish PublishBatch SendToUser SendToUsers", "idempotencyKey", "x".repeat(129), /^idempotencyKey: /),
    ...of("SendToUser ListUserSessions DisconnectUser DisconnectSession", "user", "", /^user: /),
    ...of("SendToUser ListUserSessions DisconnectUser DisconnectSession", "user", "ü".repeat(129), /^user: /),
    ...of("SendToUser ListUserSessions DisconnectUser DisconnectSession", "user", null, /^user: /, true),
    ...of("SendToUsers GetPresence WatchPresence", "users", [], /^users: must name at least one/),
    ...of("SendToUsers GetPresence WatchPresence", "users", ["bob", ""], /^users\.1: /),
    ...of("SendToUsers GetPresence WatchPresence", "users", many(1_001, "bob"), /^users: must name at most 1000/),
    ...of("SendToUsers GetPresence WatchPresence", "users", "bob", /^users: must be a list/, true),
    ...of("SendToUser SendToUsers", "until", "read", /^until: must be one of queued, written, acked/, true),
    ...of("SendToUser SendToUsers", "deadlineMs", 600_001, /^deadlineMs: must be at most 600000/),
    ...of("SendToUser SendToUsers", "deadlineMs", 1.5, /^deadlineMs: must be a whole number/, true),
    ...of("Subscribe", "channels", [], /^channels: must name at least one/),
    ...of("Subscribe", "channels", many(101, "/never"), /^channels: must name at most 100/),
    ...of("Subscribe", "channels", ["/never", "/a/*/b"], /^channels\.1: must be a channel name/),
    ...of("Subscribe", "channels", ["/service/x"], /^channels\.0: must be a broadcast channel/),
    ...of("Subscribe", "channels", ["/seti/**"], /^channels\.0: is a channel of the cluster/),
    ...of("GetChannels", "pattern", "chat", /^pattern: /),
    ...of("GetChannels", "pageSize", 1_001, /^pageSize: must be from 1 to 1000/),
    ...of("GetChannels", "pageToken", "x".repeat(1_025), /^pageToken: must be the nextPageToken/),
    ...of("WatchPresence", "counts", "yes", /^counts: must be true or false/, true),
    ...of("DisconnectUser DisconnectSession", "reason", "x".repeat(257), /^reason: must be at most 256/),
    ...of("DisconnectSession", "session", "a clientId", /^session: must be a session as/),
    ...of("WatchCluster", "intervalMs", 249, /^intervalMs: must be from 250 to 60000/),
    ...of("WatchCluster", "intervalMs", 60_001, /^intervalMs: must be from 250 to 60000/),
    ...of("MintToken RevokeTokens", "user", "", /^user: /),
    ...of("MintToken", "ttlSeconds", 1.5, /^ttlSeconds: must be a whole number/, true),
    ...of("MintToken", "rights", { pub: ["chat"] }, /^rights\.pub\.0: must be a channel or wildcard/),
    ...of("RevokeTokens", "tokenId", "x".repeat(257), /^tokenId: must be at most 256/),
    ...of("GetCluster Drain", "force", true, /^force: is not a field of this request/, true),
  ];
}

/** What a face says to a request that is wrong, whatever the kind of the method. */
async function refusalOf(face: ContractFace, method: string, request: Json): Promise<Outcome | Json> {
  const kind = methods.get(method)!.kind;
  if (kind === "unary") return face.call(method, request);
  const answers = kind === "stream" ? face.stream(method, request) : face.exchange(method, each([request]));
  try {
    const { value } = await answers.next();
    return ((value as Json).problem ?? value) as Json;
  } catch (refusal) {
    return refusal as Outcome;
  } finally {
    await answers.return();
  }
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
