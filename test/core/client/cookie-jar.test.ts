import assert from "node:assert/strict";
import { test } from "node:test";
import { CookieJar } from "../../../core/client/transport/cookie-jar.js";
import { FakeClock } from "../../support/fake-clock.js";

const north = "http://north.test:8080/cometd";

test("a cookie goes back to the origin that set it, and to no other", () => {
  const jar = new CookieJar(new FakeClock());
  assert.equal(jar.header(north), undefined);
  jar.store(north, ["BAYEUX_BROWSER=abc; Path=/; HttpOnly; SameSite=Lax", "lb=node2"]);
  assert.equal(jar.header(north), "BAYEUX_BROWSER=abc; lb=node2");
  assert.equal(jar.header("ws://north.test:8080/cometd"), "BAYEUX_BROWSER=abc; lb=node2");
  for (const url of ["http://south.test:8080/cometd", "http://north.test/cometd", "https://north.test:8080/cometd"]) {
    assert.equal(jar.header(url), undefined, url);
  }
  jar.store(north, ["lb=node3"]);
  assert.equal(jar.header(north), "BAYEUX_BROWSER=abc; lb=node3");
});

test("path and age are kept to", async () => {
  const clock = new FakeClock(Date.parse("2026-01-01"));
  const jar = new CookieJar(clock);
  jar.store(north, ["a=1; Path=/cometd", "b=2; Path=/other", "c=3; Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:00 GMT"]);
  jar.store(north, ["d=4; expires=Thu, 01 Jan 2026 00:00:20 GMT", "e=5; Path=/com"]);
  assert.equal(jar.header(north), "a=1; c=3; d=4");
  assert.equal(jar.header("http://north.test:8080/cometd/connect"), "a=1; c=3; d=4");
  await clock.advance(10_000);
  assert.equal(jar.header(north), "a=1; d=4");
  await clock.advance(10_000);
  assert.equal(jar.header(north), "a=1");
  jar.store(north, ["a=; Max-Age=0"]);
  assert.equal(jar.header(north), undefined);
});

test("what is no cookie is passed over, and a server cannot fill the jar", () => {
  const jar = new CookieJar(new FakeClock());
  jar.store(north, ["", "=x", ";", "novalue", `long=${"x".repeat(5_000)}`, "ok=1; Max-Age=soon; Path=relative; =; ;"]);
  assert.equal(jar.header(north), "ok=1");
  jar.store(
    north,
    Array.from({ length: 500 }, (_, index) => `c${index}=1`),
  );
  assert.equal(jar.header(north)?.split("; ").length, 50);
  for (let port = 1; port < 100; port += 1) jar.store(`http://north.test:${port}/`, ["a=1"]);
  assert.equal(jar.header(north), undefined, "the oldest origin gave way");
});
