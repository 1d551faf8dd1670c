import assert from "node:assert/strict";
import { test } from "node:test";
import { SessionCensus } from "../../../api/operator/session-census.js";
import type { ServerSession } from "../../../core/session/server-session.js";

/** What a census looks at. */
function sessionWith(length: number, transport: string | undefined, isLocal = false): ServerSession {
  return { isLocal, transport, queue: { length, bytes: length * 10 } } as unknown as ServerSession;
}

function censusOf(sessions: Map<string, ServerSession>): SessionCensus {
  return new SessionCensus(sessions, ({ isLocal }) => !isLocal);
}

test("a thousand sessions are counted in one look, and those of clients alone", () => {
  const sessions = new Map([
    ["a", sessionWith(3, "websocket")],
    ["b", sessionWith(5, "long-polling")],
    ["c", sessionWith(0, "websocket")],
    ["d", sessionWith(0, undefined)],
    ["own", sessionWith(100, "local", true)],
  ]);
  const census = censusOf(sessions);
  assert.equal(census.counts.sessions, 0);
  census.look();
  const { transports, ...rest } = census.counts;
  assert.deepEqual(rest, { sessions: 4, queuedMessages: 8, queuedBytes: 80, fullestQueue: 5 });
  assert.deepEqual(Object.fromEntries(transports), { websocket: 2, "long-polling": 1, none: 1 });
  sessions.delete("b");
  census.look();
  assert.deepEqual([census.counts.sessions, census.counts.fullestQueue], [3, 3], "what is gone is counted no more");
});

test("many sessions are counted in parts, and the last complete count holds meanwhile", () => {
  const looked: string[] = [];
  const sessions = new Map<string, ServerSession>();
  for (let number = 0; number < 20_000; number += 1) sessions.set(`s${number}`, sessionWith(1, "websocket"));
  const census = new SessionCensus(sessions, () => looked.push("") > 0);
  census.look();
  assert.equal(looked.length, 2_500);
  assert.equal(census.counts.sessions, 0);
  sessions.delete("s10000"); // not looked at yet
  sessions.set("new", sessionWith(7, "long-polling"));
  for (let look = 0; look < 8; look += 1) census.look();
  assert.equal(census.counts.sessions, 20_000);
  assert.equal(census.counts.fullestQueue, 7);
  assert.equal(census.countNow(), 20_000);
  for (const name of [...sessions.keys()].slice(500)) sessions.delete(name);
  census.look();
  census.look();
  assert.equal(census.counts.sessions, 500, "what had been counted of those who left is forgotten with the next count");
});
