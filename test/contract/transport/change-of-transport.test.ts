import assert from "node:assert/strict";
import { test } from "node:test";
import { ContractClient, WAYS } from "./contract-client.js";
import { numbers, openAll } from "./contract-server.js";

for (const way of WAYS) {
  for (const other of WAYS) {
    if (other === way) continue;
    for (const ack of [false, true]) {
      const title = `from ${way} to ${other} and back${ack ? " with ack" : ""}`;
      test(`${title}, in the middle of a talk, with the same clientId: no message is lost`, async (t) => {
        const server = await openAll(t);
        // The handshake is made by POST, so that the session has a cookie and may come back from a socket.
        const ann = await ContractClient.connect(t, server.url, way, ack);
        await ann.subscribe("/news");
        let sent = 0;
        const publish = () => {
          for (const end = sent + 5; sent < end; sent += 1) server.bayeux.publish(undefined, "/news", sent);
        };
        const talk = setInterval(publish, 2);
        t.after(() => clearInterval(talk));
        await ann.hears(50);
        await ann.changeWay(other);
        await ann.hears(sent + 50);
        await ann.changeWay(way);
        await ann.hears(sent + 50);
        clearInterval(talk);
        publish();
        const heard = await ann.hears(sent);
        assert.deepEqual(
          heard.toSorted((left, right) => Number(left) - Number(right)),
          numbers(sent),
          "each came once",
        );
        assert.equal(server.bayeux.remoteSessionCount, 1);
      });
    }
  }
}
