import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "../../../core/message/message.js";
import { ConnectCycle } from "../../../core/session/connect-cycle.js";
import type { HeldConnect, Outlet } from "../../../core/session/outlet.js";

class FakeOutlet implements Outlet {
  readonly transport = "event-stream";
  readonly pushes = true;
  wasSuperseded = false;
  readonly answered: Message[] = [];

  superseded(): void {
    this.wasSuperseded = true;
  }

  wake(): void {}
  drain(): void {}
  answer(): void {}
  sessionEnded(): void {}
}

const NEVER = Number.POSITIVE_INFINITY;

function holding(untilMs: number): { cycle: ConnectCycle; outlet: FakeOutlet; held: HeldConnect } {
  const outlet = new FakeOutlet();
  const held: HeldConnect = {
    request: { channel: "/meta/connect" },
    outlet,
    untilMs,
    finish: (fields) => void outlet.answered.push({ channel: "/meta/connect", successful: true, ...fields }),
  };
  const cycle = new ConnectCycle();
  cycle.begin();
  cycle.hold(held);
  return { cycle, outlet, held };
}

test("a parked connect is not answered when its time is over; the session expires as one that holds none", () => {
  const { cycle, outlet, held } = holding(100);
  assert.equal(cycle.deadlineMs, 100);
  assert.equal(cycle.park(outlet, 250), true);
  assert.equal(cycle.held, undefined, "nothing can be answered");
  assert.equal(cycle.deadlineMs, 250);
  assert.ok(!cycle.isExpired(249) && cycle.isExpired(250));
  cycle.resume();
  assert.equal(cycle.held, held);
  assert.equal(cycle.deadlineMs, 100, "what is overdue is due at once");
  assert.ok(!cycle.isExpired(1_000), "a session with a held connect does not expire");
});

test("another outlet parks nothing, and what is not parked does not change when an outlet is back", () => {
  const { cycle, held } = holding(100);
  assert.equal(cycle.park(new FakeOutlet(), 250), false);
  assert.equal(cycle.held, held);
  cycle.release();
  cycle.expireAt(300);
  cycle.resume();
  assert.equal(cycle.deadlineMs, 300, "the clock that runs after an answer goes on");
});

test("whatever ends a parked connect leaves nothing parked behind", () => {
  const ends: Record<string, (cycle: ConnectCycle, outlet: Outlet) => void> = {
    superseded: (cycle) => cycle.supersede(),
    released: (cycle) => cycle.release({ advice: { reconnect: "none" } }),
    dropped: (cycle, outlet) => void cycle.drop(outlet),
  };
  for (const [name, end] of Object.entries(ends)) {
    const { cycle, outlet } = holding(100);
    cycle.park(outlet, 250);
    end(cycle, outlet);
    assert.equal(outlet.wasSuperseded, name === "superseded");
    assert.equal(outlet.answered.length, name === "released" ? 1 : 0);
    const next = holding(500).held;
    cycle.begin();
    cycle.hold(next);
    assert.equal(cycle.held, next, `the next one is not parked: ${name}`);
    assert.equal(cycle.deadlineMs, 500);
    cycle.release();
    cycle.begin();
    assert.equal(cycle.deadlineMs, NEVER);
  }
});
