import assert from "node:assert/strict";
import { test } from "node:test";
import { bindService } from "../../../../core/server/service/bind-service.js";
import { addSessionHandlers } from "../../../../core/server/service/session-handler.js";
import { ContractClient, WAYS } from "../../../contract/transport/contract-client.js";
import { openAll } from "../../../contract/transport/contract-server.js";
import { until } from "../../../support/until.js";
import { Auction } from "./auction.js";

// Also over the ways that our own client has in pages only: callback-polling and forever-iframe.

for (const way of WAYS) {
  for (const ack of [false, true]) {
    test(`${way}${ack ? " with ack" : ""}: services of every style answer, refuse, and hear who is gone`, async (t) => {
      const { bayeux, url } = await openAll(t);
      const auction = await bindService(bayeux, new Auction());
      bayeux.addService("/service/whisper", (session, { data }) => {
        session.deliver(undefined, "/service/whisper", String(data).toLowerCase());
      });
      const gone: string[] = [];
      addSessionHandlers(bayeux, () => ({ close: (reason) => void gone.push(reason) }));
      const ann = await ContractClient.connect(t, url, way, ack);
      await ann.subscribe("/auction/*");

      assert.equal((await ann.publish("/auction/vase", 10)).successful, true);
      assert.equal((await ann.publish("/auction/vase", 5)).error, "404::message_deleted");
      assert.equal((await ann.publish("/auction/vase", 20)).successful, true);
      assert.deepEqual(await ann.hears(2), [10, 20]);
      const hammer = await ann.call("auction/vase/hammer", {});
      assert.deepEqual([hammer.successful, hammer.data], [true, { lot: "vase", price: 20 }]);
      const refused = await ann.call("auction/lamp/hammer", {});
      assert.deepEqual(
        [refused.successful, refused.data],
        [false, { message: "nobody bids", details: { lot: "lamp" } }],
      );
      assert.equal((await ann.publish("/service/whisper", "HUSH")).successful, true);
      assert.equal((await ann.hears(3))[2], "hush");

      auction.unbind();
      assert.equal((await ann.publish("/auction/vase", 5)).successful, true, "nobody checks any more");
      await ann.ask({ channel: "/meta/disconnect" });
      await until(() => gone.length > 0, "the handler is told");
      assert.deepEqual(gone, ["disconnected"]);
    });
  }
}
