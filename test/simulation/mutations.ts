import type { Mutation } from "./mutation.js";

/**
 * Bugs that the simulator must find, each in under a minute (`npm run simulate -- --mutations`). Where production code
 * moves on, a test names those whose text is not there any more: look what the code says now, and change `find`.
 */
export const MUTATIONS: readonly Mutation[] = [
  // --- Membership -------------------------------------------------------------------------------------------------
  {
    name: "death-not-told",
    file: "cluster/membership/membership.ts",
    find: 'isComplete ? [left] : [{ kind: "gap", peer, reason: "left" }, left]',
    replace: "graceful ? [left] : []",
    why: "nobody hears that a member died",
  },
  {
    name: "left-not-told",
    file: "cluster/membership/membership.ts",
    find: 'isComplete ? [left] : [{ kind: "gap", peer, reason: "left" }, left]',
    replace: "[]",
    why: "nobody hears that a member left, with or without goodbye",
  },
  {
    name: "session-gap-not-told",
    file: "cluster/membership/membership.ts",
    find: 'effects.push({ kind: "gap", peer: identity(server), reason: "session" })',
    replace: "undefined",
    why: "a new session takes the place of one whose messages are lost, and nobody is told",
  },
  {
    name: "no-opening-after-rehandshake",
    file: "cluster/membership/membership.ts",
    find: 'effects.push({ kind: "open", comet }); if (server.state === "join-received")',
    replace:
      'if (server.state !== "joined") effects.push({ kind: "open", comet }); if (server.state === "join-received")',
    why: "a session that replaces a lost one is not subscribed to anything",
  },
  {
    name: "old-run-kept",
    file: "cluster/membership/membership.ts",
    find: "if (entry.url !== peer.url || entry.id === peer.id) continue;",
    replace: "continue;",
    why: "a node that restarts joins while its old run has not left",
  },
  {
    name: "join-not-awaited",
    file: "cluster/membership/membership.ts",
    find: 'if (server.state === "join-received") effects.push(this.#join(server));',
    replace: 'if (server.state !== "joined") effects.push(this.#join(server));',
    why: "a peer counts as joined without having said that it is subscribed",
  },
  {
    name: "recovery-not-told",
    file: "cluster/membership/membership.ts",
    find: 'kind: isUp ? "recovered" : "suspected"',
    replace: 'kind: "suspected"',
    why: "a member that came back stays suspected",
  },
  {
    name: "graceful-flag-ignored",
    file: "cluster/membership/link-sessions.ts",
    find: 'this.#host.removed(session, reason === "disconnected")',
    replace: "this.#host.removed(session, true)",
    why: "a peer that fell silent counts as one that left politely: its gap is not told",
  },
  {
    name: "join-before-subscribe",
    file: "cluster/comet/oort-comet.ts",
    find: "this.#interest.open(subscriptions.map((names) => [names].flat()));",
    replace: "this.#parts.clock.schedule(20, () => this.#interest.open(subscriptions.map((names) => [names].flat())));",
    why: "a member counts as joined before it is subscribed, and misses what is published in between",
  },
  // --- Links ------------------------------------------------------------------------------------------------------
  {
    name: "silence-not-noticed",
    file: "cluster/silence-watch.ts",
    find: "this.stop(); this.#silent();",
    replace: "this.stop();",
    why: "a peer that says nothing any more counts as alive for a long time",
  },
  {
    name: "silence-watch-left-running",
    file: "cluster/membership/link-sessions.ts",
    find: "this.#silences.get(session)?.stop();",
    replace: "",
    why: "timers of links that are gone stay behind",
  },
  {
    name: "no-loop-filter",
    file: "cluster/forwarding.ts",
    find: 'if (delivery.sender === "oort") return false;',
    replace: "",
    why: "what came from one node goes on to all others, for ever",
  },
  {
    name: "unacknowledged-not-resent",
    file: "cluster/link/link-queue.ts",
    find: "this.#next = this.#start; this.isSuspended = false;",
    replace: "this.isSuspended = false;",
    why: "what was under way in frames when a connection broke is lost, and nobody is told",
  },
  {
    name: "lost-not-resent",
    file: "core/extension/ack-extension.ts",
    find: "queue.resend();",
    replace: "",
    why: "what was under way when a connection broke is lost, and nobody is told",
  },
  {
    name: "received-not-confirmed",
    file: "core/client/extension/ack-client-extension.ts",
    find: "this.#batch = batchNumber(ack) ?? this.#batch;",
    replace: "",
    why: "what had arrived when a connection broke comes again",
  },
  // --- Presence ---------------------------------------------------------------------------------------------------
  {
    name: "set-merged",
    file: "seti/remote-users.ts",
    find: "if (!kept.has(user) && !isNewer(user)) this.set(user, false);",
    replace: "",
    why: "a full set adds users and takes none away",
  },
  {
    name: "users-of-the-left-kept",
    file: "seti/presence-table.ts",
    find: "return wasSeen ? [...remote.users].map((user) => this.#gone(user, node)) : [];",
    replace: "return [];",
    why: "who was on a node that is gone seems to be there for ever",
  },
  {
    name: "set-not-sent",
    file: "seti/presence-sync.ts",
    find: "return this.#writer.missingSince(stream, since);",
    replace: "return [];",
    why: "a node that comes is not told who is here",
  },
  {
    name: "announcing-left-running",
    file: "seti/presence-sync.ts",
    find: "this.#announceTimer?.cancel();",
    replace: "",
    why: "a Seti that was stopped goes on to speak",
  },
  {
    name: "logout-not-told",
    file: "seti/associations.ts",
    find: 'if (this.#table.removeSession(user, session) === "last") this.#changed(user, false);',
    replace: "this.#table.removeSession(user, session);",
    why: "other nodes believe that a user is still there",
  },
  {
    name: "ended-session-kept",
    file: "seti/associations.ts",
    find: "for (const user of association.users) this.#remove(user, session);",
    replace: "",
    why: "a user whose session ended without a word is present for ever",
  },
  {
    name: "new-owners-not-told",
    file: "seti/shard-teller.ts",
    find: "this.#timer ??= this.#clock.schedule(this.#options.reannouncePauseMs, () => this.#sweepOn());",
    replace: "",
    why: "when nodes come or go, the new owners of a user do not learn of him",
  },
  {
    name: "old-owners-not-told",
    file: "seti/shard-teller.ts",
    find: "for (const isPresent of [true, false])",
    replace: "for (const isPresent of [true])",
    why: "who owned a user once believes for ever that he is there",
  },
  // --- Messages to users ------------------------------------------------------------------------------------------
  {
    name: "no-second-round",
    file: "seti/message-sender.ts",
    find: "this.#nextRound(inquiry); this.#flush(send); }",
    replace: 'this.#settle(inquiry, "reached"); }',
    why: "a message to a user who has just moved reaches nobody, and is reported as if it had",
  },
  {
    name: "lost-node-answers-nobody",
    file: "seti/message-sender.ts",
    find: "if (!inquiry.waiting.delete(node)) continue; inquiry.silent = true;",
    replace: "if (!inquiry.waiting.delete(node)) continue;",
    why: "who may have got a message, on a node that died, is reported as unknown or asked again",
  },
  {
    name: "passed-on-without-end",
    file: "seti/inbox.ts",
    find: "const hopsLeft = nodes.length === 1 && here.sessions === 0 ? hops - 1 : 0;",
    replace: "const hopsLeft = hops;",
    why: "two nodes that each think a user is at the other send his message to and fro",
  },
  {
    name: "key-not-looked-at",
    file: "seti/local-delivery.ts",
    find: "if (before !== undefined) {",
    replace: "if (before !== undefined && key === '') {",
    why: "a message that goes out again because an owner was silent is delivered twice",
  },
  // --- Shared objects ---------------------------------------------------------------------------------------------
  {
    name: "part-of-the-left-kept",
    file: "cluster/object/shared-object.ts",
    find: "left: (url) => this.replica.left(url)",
    replace: "left: () => {}",
    why: "what a node that is gone had in a shared object stays there",
  },
];
