import assert from "node:assert/strict";
import { test } from "node:test";
import { AccessTokens } from "../../../api/access-tokens.js";
import { BackendApi } from "../../../api/backend-api.js";
import { scopeOfCall } from "../../../api/call-scopes.js";
import { Operator } from "../../../api/operator/operator.js";
import { BusNode } from "../../../bus-node.js";
import { systemClock } from "../../../core/clock.js";
import { silentLogger } from "../../../core/logger.js";
import { systemRandom } from "../../../core/random.js";
import { FakeBus } from "../../support/fake-bus.js";

test("all that needs the scope admin is in the audit log, but for reading it, and test messages are", async (t) => {
  const node = new BusNode({ log: { level: "silent" } });
  t.after(() => node.stop());
  const { bayeux, oort, seti, rights, config } = node;
  const operator = new Operator({
    ...{ bayeux, oort, seti, rights, clock: systemClock, random: systemRandom, logger: silentLogger },
    options: config.api,
    state: () => "ready",
    drain: () => {},
    tokens: new AccessTokens({ tokens: [] }),
  });
  const { methods } = new BackendApi(Object.assign(new FakeBus(), { operator }));
  const audited = [...methods.values()].filter((method) => method.kind === "unary" && method.audit !== undefined);
  const admin = [...methods.keys()].filter((name) => scopeOfCall(name) === "admin" && name !== "GetAuditLog");
  assert.ok(admin.length > 5);
  assert.deepEqual(audited.map(({ name }) => name).toSorted(), [...admin, "TraceMessage"].toSorted());
});
