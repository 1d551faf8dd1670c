import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Message } from "../../../core/message/message.js";
import { Publication } from "../../../core/message/publication.js";
import { GrantAuthorizer } from "../../../core/security/grant-authorizer.js";
import { DefaultSecurityPolicy } from "../../../core/security/security-policy.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import type { LocalSession } from "../../../core/session/local-session.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeSocket } from "../fake-connection.js";

/** A server with a subscriber to `/news`, and the session in whose name is published what others printed. */
function newServer() {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  const oort = server.newLocalSession("oort");
  void oort.handshake();
  const texts: string[] = [];
  const socket = new (class extends FakeSocket {
    override deliver(publications: readonly Publication[]): void {
      texts.push(...publications.map(({ json }) => json));
    }
  })(server);
  socket.send({ channel: "/meta/handshake", id: "1" });
  clock.runTurn();
  const { id } = socket.connection.session!;
  socket.send({ channel: "/meta/subscribe", clientId: id, subscription: "/news", id: "2" });
  const relay = (message: Message) => server.dispatcher.relay(oort.session, new Publication(message).printed);
  const received = () => {
    clock.runTurn();
    return texts.splice(0);
  };
  return { server, oort, relay, received, clock };
}

test("a client gets the same bytes whether a message was relayed or read and printed again", () => {
  const { oort, relay, received } = newServer();
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.option(fc.dictionary(fc.string(), fc.jsonValue()), { nil: undefined }),
      (value, ext) => {
        const message: Message = { channel: "/news", data: JSON.parse(JSON.stringify(value)) };
        if (ext !== undefined) message.ext = JSON.parse(JSON.stringify(ext));
        assert.ok(relay(message));
        const { channel, data, ...fields } = JSON.parse(JSON.stringify(message)) as Message;
        void oort.publish(channel, data, fields);
        const [relayed, printed] = received();
        assert.equal(relayed, printed);
      },
    ),
  );
});

test("subscribers in the process read it, each session gets it once, and it is counted as any publish", async () => {
  const { server, oort, relay, received } = newServer();
  const heard: Message[] = [];
  const local = server.newLocalSession("app");
  await local.handshake();
  local.subscribe("/news", (message) => void heard.push(message));
  local.subscribe("/**", () => {});
  const before = { ...server.stats };
  assert.ok(relay({ channel: "/news", data: { a: [1] } }));
  assert.deepEqual(heard, [{ channel: "/news", data: { a: [1] } }]);
  assert.deepEqual(received(), ['{"channel":"/news","data":{"a":[1]}}']);
  const relayed = server.stats.deliveries - before.deliveries;
  await oort.publish("/news", { a: [1] });
  assert.equal(server.stats.publishes - before.publishes, 2);
  assert.equal(server.stats.messagesIn - before.messagesIn, 2);
  assert.equal(server.stats.deliveries - before.deliveries, 2 * relayed);
});

const WATCHERS: Record<string, (server: BayeuxServer, oort: LocalSession) => void> = {
  "an extension": (server) => server.addExtension({ incoming: () => true }),
  "an extension of the session": (_server, oort) => oort.session.addExtension({ incoming: () => true }),
  "a policy that nobody knows": (server) => {
    server.policy = {
      canHandshake: () => true,
      canCreate: () => true,
      canSubscribe: () => true,
      canPublish: () => true,
    };
  },
  "a policy that is stricter than the default": (server) => {
    server.policy = new (class extends DefaultSecurityPolicy {
      override canPublish(): boolean {
        return true;
      }
    })();
  },
  "an authorizer": (server) => server.createChannel("/news").addAuthorizer({ authorize: () => "grant" }),
  "an authorizer on a wildcard": (server) => server.createChannel("/**").addAuthorizer({ authorize: () => "grant" }),
  "an authorizer that refuses": (server) =>
    server.createChannel("/news").addAuthorizer(new GrantAuthorizer(["publish"], () => false)),
  "an authorizer that looks although it should not": (server) =>
    server.createChannel("/news").addAuthorizer(
      new (class extends GrantAuthorizer {
        override authorize() {
          return "grant" as const;
        }
      })(),
    ),
  "a listener": (server) => void server.createChannel("/news").addListener(() => {}),
  "a check on a wildcard": (server) => void server.createChannel("/*").addCheck(() => {}),
  "a key": (server) => server.createChannel("/*").delivery.latestBy(({ data }) => String(data)),
};

for (const [name, watch] of Object.entries(WATCHERS)) {
  test(`where ${name} has to see messages, nothing is relayed`, () => {
    const { server, oort, relay, received } = newServer();
    watch(server, oort);
    assert.equal(relay({ channel: "/news", data: 1 }), false);
    assert.deepEqual(received(), []);
  });
}

/** The same server, with one more channel that only a session of its own process is subscribed to. */
async function newOwner() {
  const { server, oort } = newServer();
  const local = server.newLocalSession("owner");
  await local.handshake();
  local.subscribe("/own/all", () => assert.fail("it is handed over"));
  const handsOver = () => server.dispatcher.handsOver(oort.session, "/own/all", local.session);
  return { server, oort, local, handsOver };
}

test("what one session alone gets may be handed to it, and counts as published", async () => {
  const { server, handsOver } = await newOwner();
  const { publishes, messagesIn, deliveries } = server.stats;
  assert.ok(handsOver());
  assert.equal(server.stats.publishes - publishes, 1);
  assert.equal(server.stats.messagesIn - messagesIn, 1);
  assert.equal(server.stats.deliveries - deliveries, 1);
});

const OTHERS: Record<string, (owner: Awaited<ReturnType<typeof newOwner>>) => () => void> = {
  "somebody else is subscribed": ({ server }) => server.subscribe("/own/all", () => {}),
  "somebody is subscribed to a wildcard": ({ server }) => server.subscribe("/**", () => {}),
  "somebody listens above it": ({ server }) => server.createChannel("/own/*").addListener(() => {}),
  "an extension wants to see it": ({ server }) => {
    const extension = { outgoing: () => true };
    server.addExtension(extension);
    return () => server.removeExtension(extension);
  },
  "an extension of the session wants to see it": ({ oort }) => {
    const extension = { incoming: () => true };
    oort.session.addExtension(extension);
    return () => oort.session.removeExtension(extension);
  },
  "an authorizer has to see it": ({ server }) => {
    const authorizer = { authorize: () => "grant" as const };
    server.createChannel("/own/**").addAuthorizer(authorizer);
    return () => server.createChannel("/own/**").removeAuthorizer(authorizer);
  },
};

for (const [why, interfere] of Object.entries(OTHERS)) {
  test(`where ${why}, nothing is handed over, and afterwards it is again`, async () => {
    const owner = await newOwner();
    const { publishes } = owner.server.stats;
    const undo = interfere(owner);
    assert.ok(!owner.handsOver());
    assert.equal(owner.server.stats.publishes, publishes);
    undo();
    assert.ok(owner.handsOver());
  });
}

test("nothing is handed to who is not subscribed any more", async () => {
  const { local, server, oort } = await newOwner();
  const { session } = local;
  local.disconnect();
  server.createChannel("/own/all");
  assert.ok(!server.dispatcher.handsOver(oort.session, "/own/all", session));
});

test("what a channel wants of delivery holds for what nobody has read: it waits, or takes the place of what waits", async () => {
  const { server, relay, received, clock } = newServer();
  received(); // the replies of the subscriber's own requests, with which anything would leave
  const { delivery } = server.createChannel("/news");
  delivery.lazyTimeoutMs = 500;
  delivery.latestBy();
  assert.ok(relay({ channel: "/news", data: 1 }));
  assert.ok(relay({ channel: "/news", data: 2 }));
  assert.deepEqual(received(), [], "it waits for company");
  server.start();
  await clock.advance(1_000);
  assert.deepEqual(received(), ['{"channel":"/news","data":2}']);
});

test("a check that was done where a message came in does not have to see it again, and one that was not does", () => {
  const { server, relay } = newServer();
  const undo = server.createChannel("/*").addCheck(() => assert.fail("nobody reads it"), { atEntry: true });
  assert.ok(relay({ channel: "/news", data: 1 }));
  undo();
  assert.ok(!server.createChannel("/*").isWatched);
  server.createChannel("/*").addCheck(() => {});
  assert.equal(relay({ channel: "/news", data: 1 }), false);
});

test("channels are relayed on that exist, and are broadcast channels; grants are asked for", () => {
  const { server, relay, received } = newServer();
  for (const channel of ["/none", "/meta/connect", "/service/x", "/news/*", "no channel"]) {
    assert.equal(relay({ channel, data: 1 }), false, channel);
  }
  server.createChannel("/news").addAuthorizer(new GrantAuthorizer(["publish"], (session) => session.isLocal));
  assert.ok(relay({ channel: "/news", data: 2 }));
  assert.deepEqual(received(), ['{"channel":"/news","data":2}']);
});

test("a filter by channel withholds a message without its being read; one that wants to see it does", () => {
  const { server, relay, received } = newServer();
  const session = [...server.sessions.values()].find(({ isLocal }) => !isLocal)!;
  const seen: string[] = [];
  const undo = session.addChannelFilter((_sender, channel) => {
    seen.push(channel);
    return false;
  });
  relay({ channel: "/news", data: 1 });
  assert.deepEqual(received(), []);
  undo();
  session.addFilter((_sender, { data }) => data !== 2);
  relay({ channel: "/news", data: 2 });
  relay({ channel: "/news", data: 3 });
  assert.deepEqual(received(), ['{"channel":"/news","data":3}']);
  assert.deepEqual(seen, ["/news"]);
});
