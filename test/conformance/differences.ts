/** Where we answer a recorded case otherwise than Java CometD, on purpose; and which cases are not replayed. */

export interface Difference {
  /** HTTP status, or WebSocket close code (null: stays open). */
  readonly status?: number | null;
  /** The messages we answer with. */
  readonly messages?: readonly Record<string, unknown>[];
  readonly why: string;
}

const NOT_BAYEUX =
  "what is not Bayeux is the client's error, 400; spec section 14.2 says so for JSON, and clients treat all alike";
const TYPED = "a field of a wrong type is an error of that message, not of the server";
const STRUCTURE = "a name of a wrong form is answered as such, not with an internal error";

export const HTTP_DIFFERENCES: Readonly<Record<string, Difference>> = {
  "body is not JSON": { status: 400, why: NOT_BAYEUX },
  "body is truncated JSON array": { status: 400, why: NOT_BAYEUX },
  "empty body": { status: 400, why: NOT_BAYEUX },
  "empty array": { status: 400, why: NOT_BAYEUX },
  "body is null": { status: 400, why: "an empty 200 is a transport failure to the JS client (spec section 14.2)" },
  "body is a string": { status: 400, why: NOT_BAYEUX },
  "body is a number": { status: 400, why: NOT_BAYEUX },
  "array with null": { status: 400, why: NOT_BAYEUX },
  "array with a string": { status: 400, why: NOT_BAYEUX },
  "nested arrays": { status: 400, why: NOT_BAYEUX },
  "trailing garbage after the array": { status: 400, why: NOT_BAYEUX },
  "channel is a number": {
    status: 200,
    messages: [{ channel: "", id: "1", error: "405::channel_invalid", successful: false }],
    why: TYPED,
  },
  "GET with jsonp and without message": { status: 400, why: NOT_BAYEUX },
  "a body larger than maxMessageSize (20000 here)": { status: 413, why: "spec section 14.2 asks new servers for it" },
  "handshake posted as application/x-www-form-urlencoded, message=[...]": {
    status: 200,
    messages: [{ channel: "/meta/handshake", id: "1", successful: true }],
    why: "Faye's cross-origin transport posts forms (spec section 14.1)",
  },
  "handshake posted as application/x-www-form-urlencoded with two message parameters": {
    status: 400,
    why: "the form is read, and two handshakes in one request are the client's error",
  },
  "handshake with ext a string": {
    status: 200,
    messages: [{ channel: "/meta/handshake", id: "1", error: "400::ext_invalid", successful: false }],
    why: TYPED,
  },
  "handshake with ext an array": {
    status: 200,
    messages: [{ channel: "/meta/handshake", id: "1", error: "400::ext_invalid", successful: false }],
    why: TYPED,
  },
  "handshake with advice a string": {
    status: 200,
    messages: [{ channel: "/meta/handshake", id: "1", error: "400::advice_invalid", successful: false }],
    why: `${TYPED}; Java ignores this one`,
  },
  "two handshakes in one request": { status: 400, why: NOT_BAYEUX },
  "handshake and publish without clientId in one request": { status: 400, why: NOT_BAYEUX },
  "handshake, subscribe and connect without clientId in one request": { status: 400, why: NOT_BAYEUX },
  "connect with clientId a number": {
    status: 200,
    messages: [
      {
        channel: "/meta/connect",
        id: "1",
        error: "402::session_unknown",
        successful: false,
        advice: { reconnect: "handshake", interval: 0 },
      },
    ],
    why: "no session has such an id",
  },
  "subscribe to null": {
    status: 200,
    messages: [
      {
        channel: "/meta/subscribe",
        id: "1",
        subscription: null,
        error: "403::subscription_missing",
        successful: false,
      },
    ],
    why: "the reply echoes the subscription unchanged (spec section 2)",
  },
  "subscribe to /a//b": {
    status: 200,
    messages: [
      {
        channel: "/meta/subscribe",
        id: "1",
        subscription: "/a//b",
        error: "403::subscription_invalid",
        successful: false,
      },
    ],
    why: STRUCTURE,
  },
  "subscribe to /a/**/b": {
    status: 200,
    messages: [
      {
        channel: "/meta/subscribe",
        id: "1",
        subscription: "/a/**/b",
        error: "403::subscription_invalid",
        successful: false,
      },
    ],
    why: STRUCTURE,
  },
  "subscribe to an empty array": {
    status: 200,
    messages: [
      { channel: "/meta/subscribe", id: "1", subscription: [], error: "403::subscription_missing", successful: false },
    ],
    why: "a reply without successful is no reply to a Faye client",
  },
  "publish to a wildcard channel": {
    status: 200,
    messages: [{ channel: "/chat/*", id: "1", error: "405::channel_invalid", successful: false }],
    why: "spec section 8.1 asks new servers to refuse it, as Faye does",
  },
  "publish to a deep wildcard channel": {
    status: 200,
    messages: [{ channel: "/chat/**", id: "1", error: "405::channel_invalid", successful: false }],
    why: "spec section 8.1 asks new servers to refuse it, as Faye does",
  },
  "publish to /a//b": {
    status: 200,
    messages: [{ channel: "/a//b", id: "1", error: "405::channel_invalid", successful: false }],
    why: STRUCTURE,
  },
  "publish with ext a string": {
    status: 200,
    messages: [{ channel: "/chat/x", id: "1", error: "400::ext_invalid", successful: false }],
    why: `${TYPED}; forwarded, it would break the receivers`,
  },
  "unicode and escapes in data": {
    status: 200,
    messages: [
      {
        channel: "/service/echo",
        data: { s: 'é \u2028 \u0000 " \\ / 😀 </script>', n: [0, -1, 1.5, 1e21, 1e-7, 12345678901234567000] },
      },
      { channel: "/service/echo", id: "1", successful: true },
    ],
    why: "the last number overflows in Java; here it keeps its size",
  },
};

export const HTTP_NOT_REPLAYED: Readonly<Record<string, string>> = {
  "path outside the servlet": "routing is the listener's: recorded-node.test.ts",
  "Upgrade: websocket without the WebSocket headers": "routing is the listener's: recorded-node.test.ts",
  "handshake with a node's ext and a wrong secret": "the cluster's: recorded-node.test.ts",
  "connect with advice.timeout -1": "takes the whole 30 s; a rule of section 6.3 holds it",
  "connect with advice.timeout a string": "500 in Java; ignored here, so the connect is held (spec section 29, 43)",
  "two sessions with the same BAYEUX_BROWSER cookie: the connect of the second":
    "recorded on its own; test/core/transport/browser-sessions.test.ts holds it, with complete advice",
  "two sessions with the same BAYEUX_BROWSER cookie: the connect of the first is held": "the same",
  "connect, then silence for 12 seconds (maxInterval 10 seconds)": "a rule of section 12.2 holds it in less time",
  "connect after that silence": "a rule of section 12.2 holds it in less time",
};

export const WEBSOCKET_DIFFERENCES: Readonly<Record<string, Difference>> = {
  "empty text frame": { status: 1011, why: "nothing is not JSON" },
  "empty array": { status: null, why: "a keep-alive of old Faye clients (spec section 16.2)" },
  null: { status: 1011, why: "null is no message" },
};

export const WEBSOCKET_NOT_REPLAYED: Readonly<Record<string, string>> = {
  "upgrade with an Origin of another site": "refused with 403 here (spec section 14.6), which a test of its own holds",
  "upgrade at /cometd/any/path": "routing is the listener's: recorded-node.test.ts",
  "no connect for 12 seconds after handshake (maxInterval 10 seconds), then a publish":
    "a rule of section 12.2 holds it",
  "handshake, first connect, then silence for 12 seconds, then a connect": "a rule of section 12.2 holds it",
};

/** Story 34: the cases of 30, asked of a node that reads bodies the blocking way, and is nearer to us. */
export const BLOCKING_DIFFERENCES: Readonly<Record<string, Difference>> = {
  ...Object.fromEntries(
    [
      "empty array",
      "body is null",
      "array with null",
      "trailing garbage after the array",
      "channel is a number",
      "GET with jsonp and without message",
      "a body larger than maxMessageSize (20000 here)",
      "handshake posted as application/x-www-form-urlencoded with two message parameters",
    ].map((name) => [name, HTTP_DIFFERENCES[name]!]),
  ),
  "empty body": { status: 400, why: "an empty 200 is a transport failure to the JS client (spec section 14.2)" },
  "handshake posted as text/plain": { status: 200, why: "content types are not looked at, as on its other transport" },
  "handshake posted as text/json": { status: 200, why: "content types are not looked at, as on its other transport" },
};
