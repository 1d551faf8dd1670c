import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { test } from "node:test";
import { contextOf } from "../../../core/transport/request-context.js";
import { TrustedProxies } from "../../../core/transport/trusted-proxies.js";

const proxies = new TrustedProxies(["10.0.0.0/8"]);

/** A request whose socket counts how often it is asked where it comes from. */
function requestWith(headers: IncomingMessage["headers"]) {
  const asked = { count: 0 };
  const socket = {
    get remoteAddress() {
      asked.count += 1;
      return "10.0.0.1";
    },
  };
  return { request: { headers, socket } as unknown as IncomingMessage, asked };
}

test("the system is asked for an address when somebody wants it, and once", () => {
  const { request, asked } = requestWith({ "x-forwarded-for": "198.51.100.1" });
  const context = contextOf(request, proxies);
  assert.equal(asked.count, 0);
  assert.equal(context.remoteAddress, "198.51.100.1");
  assert.equal(context.remoteAddress, "198.51.100.1");
  assert.equal(asked.count, 1);
});

test("of an upgrade's headers those are kept that say something of the client", () => {
  const client = {
    host: "bus.example",
    cookie: "a=b",
    authorization: "Bearer x",
    "sec-websocket-protocol": "token, y",
  };
  const upgrade = {
    upgrade: "websocket",
    connection: "Upgrade",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    "sec-websocket-version": "13",
    "sec-websocket-extensions": "permessage-deflate",
  };
  assert.deepEqual(contextOf(requestWith({ ...upgrade, ...client }).request, proxies).headers, client);
  const plain = { ...client, connection: "keep-alive" };
  assert.deepEqual(contextOf(requestWith(plain).request, proxies).headers, plain);
});
