import assert from "node:assert/strict";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { WebSocket } from "ws";
import type { ServerSession } from "../../../core/session/server-session.js";
import { startServer, type TestServer } from "../../support/start-server.js";
import { until, withinTime } from "../../support/until.js";

const TEXT = "what is longer than the threshold, so that it is worth compressing; ".repeat(3);

/** What takes a client off the shortest way to its socket. */
interface Detour {
  readonly perMessageDeflate?: boolean;
  readonly ack?: boolean;
  readonly prepare?: (session: ServerSession) => void;
}

const DETOURS: Readonly<Record<string, Detour>> = {
  compression: { perMessageDeflate: true },
  "an extension of its own that looks": {
    prepare: (session) => session.addExtension({ outgoing: () => {} }),
  },
  "an extension of its own that hands on another message": {
    prepare: (session) => session.addExtension({ outgoing: (message) => ({ ...message }) }),
  },
  "a filter": { prepare: (session) => void session.addFilter(() => true) },
  "a queue that drops its oldest": {
    prepare: (session) => {
      session.mailbox.queuePolicy = "drop-oldest";
    },
  },
  "deliveries in connect replies": {
    prepare: (session) => {
      session.metaConnectDeliveryOnly = true;
    },
  },
  acknowledgement: { ack: true },
  "all of them": {
    perMessageDeflate: true,
    ack: true,
    prepare: (session) => {
      session.addExtension({ outgoing: (message) => ({ ...message }) });
      session.addFilter(() => true);
    },
  },
};

/** A subscriber with a connect waiting. @returns the frames with deliveries that it gets */
async function subscribe(t: TestContext, { bayeux, url }: TestServer, detour: Detour): Promise<string[]> {
  const { perMessageDeflate = false, ack = false, prepare } = detour;
  const socket = new WebSocket(url.replace("http", "ws"), { perMessageDeflate });
  t.after(() => socket.terminate());
  await withinTime(once(socket, "open"), "an open socket");
  assert.equal(socket.extensions !== "", perMessageDeflate);
  const frames: string[] = [];
  let lastId = 0;
  let acked = 0;
  let clientId: string | undefined;
  const say = (message: object): void => {
    lastId += 1;
    socket.send(JSON.stringify([{ id: String(lastId), clientId, ...message }]));
  };
  const connect = (): void =>
    say({ channel: "/meta/connect", connectionType: "websocket", ...(ack ? { ext: { ack: acked } } : {}) });
  let isSubscribed = false;
  socket.on("message", (data) => {
    const text = String(data);
    const [first] = JSON.parse(text) as [{ channel: string; clientId?: string; ext?: { ack?: number } }];
    if (first.channel === "/meta/handshake") {
      clientId = first.clientId;
      say({ channel: "/meta/subscribe", subscription: "/news/**" });
    } else if (first.channel === "/meta/subscribe") {
      isSubscribed = true;
      connect();
    } else if (first.channel === "/meta/connect") {
      acked = first.ext?.ack ?? acked;
      connect();
    } else frames.push(text);
  });
  say({ channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["websocket"], ext: { ack } });
  await until(() => isSubscribed, "subscribed");
  const session = bayeux.getSession(clientId!)!;
  prepare?.(session);
  await until(() => session.lifetime.held !== undefined, "a connect waits");
  return frames;
}

for (const [name, detour] of Object.entries(DETOURS)) {
  test(`with ${name} a client gets the bytes that others get by the short way`, async (t) => {
    const server = await startServer(
      t,
      {},
      { transport: { perMessageDeflate: true, perMessageDeflateThresholdBytes: 64 } },
    );
    const short = await subscribe(t, server, {});
    const long = await subscribe(t, server, detour);
    const turns: (() => void)[] = [
      () => server.bayeux.publish(undefined, "/news/a", { text: TEXT, sum: 1.5, "€": ["ä", null] }),
      () => {
        for (const number of [1, 2, 3]) server.bayeux.publish(undefined, "/news/b", { number, text: TEXT });
      },
      () => server.bayeux.publish(undefined, "/news/a", "short", { ext: { from: "north" } }),
    ];
    for (const [turn, publish] of turns.entries()) {
      publish();
      await until(() => short.length > turn && long.length > turn, `frame ${turn} came to both`);
      const waits = () => [...server.bayeux.sessions.values()].every(({ lifetime }) => lifetime.held !== undefined);
      await until(waits, "both wait for the next");
    }
    assert.deepEqual(long, short);
    assert.equal(short.length, turns.length);
    assert.deepEqual(JSON.parse(short[2]!), [{ channel: "/news/a", data: "short", ext: { from: "north" } }]);
  });
}
