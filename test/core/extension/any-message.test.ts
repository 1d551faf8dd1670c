import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { extensionOptions, newExtensions } from "../../../core/extension/extension-options.js";
import { silentLogger } from "../../../core/logger.js";
import { readOptions } from "../../../core/options.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeSocket } from "../fake-connection.js";

const CHANNELS = ["/meta/connect", "/meta/subscribe", "/meta/handshake", "/a", "/service/a", "/**"];
const FIELDS = ["timesync", "binary", "ack"];

const anything = fc.oneof(
  fc.jsonValue(),
  fc.record({ tc: fc.jsonValue(), l: fc.jsonValue(), o: fc.jsonValue() }, { requiredKeys: [] }),
  fc.record({ data: fc.oneof(fc.string(), fc.jsonValue()), last: fc.jsonValue(), meta: fc.jsonValue() }),
);
const anyMessage = fc.record(
  {
    channel: fc.constantFrom(...CHANNELS),
    data: anything,
    ext: fc.dictionary(fc.constantFrom(...FIELDS, "__proto__"), anything),
    timestamp: anything,
  },
  { requiredKeys: ["channel"] },
);

test("whatever a client puts where the extensions look, none of them fails, and the client is answered", async () => {
  const failures: object[] = [];
  const logger = { ...silentLogger, error: (fields: object) => void failures.push(fields) };
  await fc.assert(
    fc.asyncProperty(fc.array(anyMessage, { minLength: 1, maxLength: 5 }), async (messages) => {
      const clock = new FakeClock();
      const server = new BayeuxServer({}, { clock, logger });
      const options = { enabled: ["timesync", "timestamp", "activity", "binary"] };
      for (const extension of newExtensions(readOptions(extensionOptions, options), clock, () => true)) {
        server.addExtension(extension);
      }
      const socket = new FakeSocket(server);
      socket.send({ channel: "/meta/handshake" });
      await clock.settle();
      const { clientId } = socket.read()[0]!;
      for (const message of messages) socket.send({ ...message, id: "1", clientId, subscription: "/a" });
      socket.send({ channel: "/service/last", id: "2", clientId: socket.connection.session?.id });
      await clock.settle();
      const last = socket.read().find(({ id }) => id === "2");
      assert.equal(last?.successful, true);
      assert.equal(typeof last?.timestamp, "string");
    }),
    { numRuns: 300 },
  );
  assert.deepEqual(failures, []);
  assert.equal(Object.keys(Object.prototype).length, 0);
});
