import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Effect, Membership } from "../../../cluster/membership/membership.js";

const ALPHA = { url: "http://alpha.example:8080/cometd", id: "alpha-1" };
const BETA = { url: "http://beta.example:8080/cometd", id: "beta-1", incarnation: 1 };
const BETA_AGAIN = { url: BETA.url, id: "beta-2", incarnation: 2 };
const GAMMA = { url: "http://gamma.example:8080/cometd", id: "gamma-1" };
const BETA_ALIAS = "http://beta.local:8080/cometd";

test("in any order of any events: one table for each comet, joined and left in turn, left before the next run's joined", () => {
  const peers = [BETA, BETA_AGAIN, GAMMA];
  const names = [BETA.url, BETA_ALIAS, GAMMA.url, ALPHA.url];
  const event = fc.record({
    kind: fc.constantFrom(
      "observe",
      "deobserve",
      "received",
      "accepted",
      "refused",
      "ended",
      "join",
      "removed",
      "lost",
      "recovered",
      "audit",
    ),
    name: fc.constantFrom(...names),
    peer: fc.constantFrom(...peers),
    comet: fc.nat(20),
    flag: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const members = new Membership(ALPHA, 5);
      const live = new Map<string, string>(); // URL -> id of the joined run
      const suspected = new Set<string>();
      let sessions = 0;
      const apply = ({ kind, name, peer, comet, flag }: (typeof events)[number]): readonly Effect[] => {
        const session = members.server.get(peer.id)?.session ?? "none";
        switch (kind) {
          case "observe":
            return members.observe(name);
          case "deobserve":
            return members.deobserve(name);
          case "received":
            sessions += 1;
            {
              const verdict = members.handshakeReceived(`s${sessions}`, peer, flag ? { aliasUrl: BETA_ALIAS } : {});
              return typeof verdict === "string" ? [] : verdict;
            }
          case "accepted":
            return members.handshakeAccepted(comet, name, peer);
          case "refused":
            return members.handshakeRefused(comet, name);
          case "ended":
            return members.cometEnded(comet);
          case "audit":
            return members.audit();
          case "lost":
            return members.cometLost(comet);
          case "recovered":
            return members.cometRecovered(comet);
          case "join":
            return members.joinReceived(flag ? session : "s0", peer);
          default:
            return members.sessionRemoved(session, flag);
        }
      };
      for (const one of events) {
        const before = new Map(live);
        const effects = apply(one);
        for (const effect of effects) {
          if (effect.kind === "joined") {
            assert.equal(live.has(effect.peer.url), false, "left comes before the next joined");
            assert.ok(members.client.has(effect.peer.id) && members.server.has(effect.peer.id));
            const replaced = before.get(effect.peer.url);
            assert.ok(
              replaced === undefined || replaced < effect.peer.id,
              "a later run replaces an older one, never the other way",
            );
            live.set(effect.peer.url, effect.peer.id);
          } else if (effect.kind === "left") {
            assert.equal(live.get(effect.peer.url), effect.peer.id, "left only what had joined");
            live.delete(effect.peer.url);
            suspected.delete(effect.peer.id);
          } else if (effect.kind === "suspected" || effect.kind === "recovered" || effect.kind === "gap") {
            const { id, url } = effect.peer;
            assert.equal(live.get(url), id, `${effect.kind} only of members`);
            if (effect.kind === "suspected") assert.ok(!suspected.has(id) && suspected.add(id));
            if (effect.kind === "recovered") assert.ok(suspected.delete(id), "recovered only what was suspected");
          }
        }
        const comets = [...members.pending.values(), ...members.client.values()].map((entry) => entry.comet);
        assert.equal(new Set(comets).size, comets.length, "no comet twice");
        assert.ok(comets.length <= 5);
        const urls = [...members.client.values()].map((entry) => entry.url);
        assert.equal(new Set(urls).size, urls.length, "one client entry for each URL");
        for (const entry of members.server.values()) {
          assert.equal(entry.state === "joined", live.get(entry.url) === entry.id);
          assert.equal(entry.isSuspected, suspected.has(entry.id));
          const isUp = members.client.get(entry.id)?.isDown === false;
          if (entry.state === "joined")
            assert.equal(entry.isSuspected, !isUp, "suspected as long as it has no connection");
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

/** Messages of two to four nodes arrive in any order that each connection's own order allows. */
test("whatever the order of handshakes, replies and joins, the mesh completes, each pair exactly once", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }),
      fc.array(fc.nat(1_000), { minLength: 400, maxLength: 400 }),
      (n, choices) => {
        const nodes = Array.from({ length: n }, (_, index) => ({ url: `http://n${index}:80/c`, id: `id${index}` }));
        const members = nodes.map((node) => new Membership(node, 10));
        const events: string[] = [];
        /** Per connection (from node, comet): what waits to be handed over, in order. */
        const wires = new Map<string, (() => void)[]>();
        let sessions = 0;
        const put = (wire: string, deliver: () => void) => {
          const queue = wires.get(wire) ?? [];
          wires.set(wire, [...queue, deliver]);
        };
        const run = (
          at: number,
          effects: readonly Effect[],
          sessionOf: Map<number, string>,
          urlOf: Map<number, string>,
        ) => {
          for (const effect of effects) {
            if (effect.kind === "dial") {
              urlOf.set(effect.comet, effect.url);
              const to = nodes.findIndex((node) => node.url === effect.url);
              const wire = `${at}:${effect.comet}`;
              put(`${wire}>`, () => {
                sessions += 1;
                const session = `s${sessions}`;
                sessionOf.set(effect.comet, session);
                const names = { cometUrl: effect.url, aliasUrl: effect.aliasUrl };
                const effects = members[to]!.handshakeReceived(session, nodes[at]!, names);
                assert.ok(typeof effects !== "string");
                run(to, effects, ...maps[to]!);
                put(`${wire}<`, () =>
                  run(at, members[at]!.handshakeAccepted(effect.comet, effect.url, nodes[to]!), ...maps[at]!),
                );
              });
            } else if (effect.kind === "open") {
              const to = nodes.findIndex((node) => node.url === urlOf.get(effect.comet));
              const known = members[at]!.knownUrls();
              put(`${at}:${effect.comet}>`, () => {
                for (const url of known) run(to, members[to]!.observe(url), ...maps[to]!);
                run(to, members[to]!.joinReceived(sessionOf.get(effect.comet)!, nodes[at]!), ...maps[to]!);
              });
            } else if (effect.kind === "joined") {
              events.push(`${nodes[at]!.id} joined ${effect.peer.id}`);
            } else if (effect.kind !== "wake") {
              assert.fail(`${effect.kind} in an undisturbed start`);
            }
          }
        };
        const maps = nodes.map(() => [new Map<number, string>(), new Map<number, string>()] as const);
        // A chain of seeds: each node knows the next one, the last one knows the first.
        for (const [at] of nodes.entries()) run(at, members[at]!.observe(nodes[(at + 1) % n]!.url), ...maps[at]!);
        for (let step = 0; ; step += 1) {
          const busy = [...wires].filter(([, queue]) => queue.length > 0);
          if (busy.length === 0) break;
          const [wire, queue] = busy[choices[step % choices.length]! % busy.length]!;
          wires.set(wire, queue.slice(1));
          queue[0]!();
        }
        const expected = nodes.flatMap((a) => nodes.filter((b) => b !== a).map((b) => `${a.id} joined ${b.id}`));
        assert.deepEqual(events.sort(), expected.sort());
      },
    ),
    { numRuns: 500 },
  );
});
