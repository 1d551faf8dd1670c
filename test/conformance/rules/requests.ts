import type { Request, Rule, Step, Wire } from "../rule.js";
import {
  ADVISED,
  AT_ONCE,
  connect,
  connected,
  handshake,
  OFFERED,
  ok,
  publish,
  subscribe,
  UNKNOWN,
  welcome,
} from "./messages.js";

const FRIEND = "https://chat.example";
const STRANGER = "https://evil.example";
const SCRIPTED = welcome("ann", { supportedConnectionTypes: ["websocket", "long-polling", "callback-polling"] });
const LISTED = welcome("ann", {
  supportedConnectionTypes: ["websocket", "long-polling", "cross-origin-long-polling", ...OFFERED.slice(2)],
});
const PREFLIGHT = { "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type" };
const JSON_TYPE = /^application\/json\b/;
const NEWS = subscribe("3", "/news");
const PROBE = encodeURIComponent('[{"channel":"/meta/handshake"}]');

/** What HTTP itself has to say: spec sections 14.1 to 14.6, and 16.1 where a WebSocket opens. */
export const requestRules: readonly Rule[] = [
  {
    clause: "14.1, 27.2",
    rule: "clients append what they send to the path; it makes no difference",
    over: ["http"],
    steps: [
      asked({ suffix: "/handshake", messages: [handshake()] }, welcome("ann")),
      asked({ suffix: "/connect", messages: [connect("2", AT_ONCE)] }, connected("2", ADVISED)),
      asked({ suffix: "/", messages: [NEWS] }, ok(NEWS)),
      asked({ suffix: "/subscribe", messages: [publish("4", "/other", 1)] }, okOf("/other", "4")),
      asked({ suffix: "/disconnect", messages: [bye("5")] }, ok(bye("5"))),
    ],
  },
  ...["application/json", "application/json;charset=UTF-8", "text/plain", "text/json"].map(
    (type): Rule => ({
      clause: "14.1",
      rule: `the content type is not looked at: ${type}`,
      over: ["http"],
      steps: [asked({ headers: { "Content-Type": type }, messages: [handshake()] }, welcome("ann"))],
    }),
  ),
  {
    clause: "14.1",
    rule: "a request without a content type is read as JSON",
    over: ["http"],
    steps: [asked({ messages: [handshake()] }, welcome("ann"))],
  },
  {
    clause: "14.1, 27.2",
    rule: "Faye's pages post a form, in one field or in several",
    over: ["http"],
    steps: [
      asked({ as: "form", messages: [handshake()] }, welcome("ann")),
      asked({ as: "form", messages: [publish("2", "/a", 1), publish("3", "/b", 1)] }, okOf("/a", "2"), okOf("/b", "3")),
      asked(
        { as: "form", headers: { "Content-Type": "text/plain" }, messages: [publish("4", "/a", "ä & b=c")] },
        okOf("/a", "4"),
      ),
    ],
  },
  ...["PUT", "DELETE", "PATCH", "GET"].map(
    (method): Rule => ({
      clause: "14.1, 14.2",
      rule: `${method} is no transport`,
      over: ["http"],
      steps: [{ ask: { method, text: "" }, status: [400, 405] }],
    }),
  ),
  {
    clause: "14.1, 14.6",
    rule: "OPTIONS is answered with nothing",
    over: ["http"],
    steps: [{ ask: { method: "OPTIONS" }, status: 200, headers: { "access-control-allow-origin": null }, body: /^$/ }],
  },
  {
    clause: "14.2",
    rule: "a request that was understood is answered with 200 and JSON, also if every reply is a failure",
    over: ["http"],
    steps: [
      {
        ask: { messages: [publish("1", "/a", 1), connect("2"), { id: "3" }] },
        status: 200,
        headers: { "content-type": JSON_TYPE },
        body: /^\[.+\]$/s,
        get: [
          { channel: "/a", id: "1", ...UNKNOWN },
          { channel: "/meta/connect", id: "2", ...UNKNOWN, advice: { reconnect: "handshake", interval: 0 } },
          { id: "3", successful: false, error: "400::channel_missing" },
        ],
      },
    ],
  },
  {
    clause: "14.2, 16.2, 17",
    rule: "what is too long is refused: 413, or a close with 1009",
    server: "narrow",
    steps: [{ raw: JSON.stringify([{ ...handshake(), more: "x".repeat(3_000) }]), status: 413, close: 1009 }],
  },
  {
    clause: "14.3",
    rule: "a handshake brings a browser its cookie, which scripts cannot read; a browser that has one keeps it",
    over: ["http"],
    steps: [
      {
        ask: { messages: [handshake()] },
        status: 200,
        headers: { "set-cookie": /^BAYEUX_BROWSER=[0-9A-Za-z]{16,};(?=.*Path=\/)(?=.*HttpOnly)(?!.*Secure)/i },
      },
      { ask: { messages: [handshake()] }, status: 200, headers: { "set-cookie": null } },
    ],
  },
  {
    clause: "14.3, 5.2",
    rule: "no cookie comes with anything but a handshake that succeeded",
    over: ["http"],
    steps: [
      {
        ask: { messages: [handshake({ ext: { deny: true } })] },
        status: 200,
        headers: { "set-cookie": null },
      },
      { ask: { messages: [connect("2")] }, status: 200, headers: { "set-cookie": null } },
    ],
  },
  {
    clause: "14.4",
    rule: "where there is no pause to poll at, a browser's further sessions are turned away",
    over: ["http"],
    server: "single",
    steps: [
      { send: [handshake()], get: [welcome("ann")] },
      { send: [connect("2", AT_ONCE)], get: [connected("2", ADVISED)] },
      { send: [handshake()], get: [welcome("tab")], names: "tab" },
      { send: [connect("2", AT_ONCE, "tab")], get: [connected("2", ADVISED)] },
      { hold: connect("3"), as: "the first tab's" },
      {
        send: [connect("3", {}, "tab")],
        get: [
          {
            ...connected("3"),
            successful: false,
            error: "$string",
            advice: { "multiple-clients": true, reconnect: "none", interval: 0, timeout: 5_000 },
          },
        ],
      },
    ],
  },
  {
    clause: "14.6",
    rule: "a preflight of a page on the list is told what it may do, and that it depends on the page",
    over: ["http"],
    server: "listed",
    steps: [
      {
        ask: { method: "OPTIONS", suffix: "/handshake", headers: { Origin: FRIEND, ...PREFLIGHT } },
        status: 200,
        headers: {
          "access-control-allow-origin": /^https:\/\/chat\.example$/,
          "access-control-allow-credentials": /^true$/,
          "access-control-allow-methods": /^(?=.*\bGET\b)(?=.*\bPOST\b)(?=.*\bOPTIONS\b)/,
          "access-control-allow-headers": /\bContent-Type\b/i,
          vary: /\bOrigin\b/i,
        },
      },
      {
        ask: { headers: { Origin: FRIEND }, messages: [handshake()] },
        status: 200,
        headers: {
          "access-control-allow-origin": /^https:\/\/chat\.example$/,
          "access-control-allow-credentials": /^true$/,
          vary: /\bOrigin\b/i,
        },
        get: [LISTED],
      },
    ],
  },
  {
    clause: "14.6",
    rule: "any other page is told nothing, and cannot act with the user's cookies; a page of the server's own can",
    over: ["http"],
    server: "listed",
    steps: [
      {
        ask: { method: "OPTIONS", headers: { Origin: STRANGER, ...PREFLIGHT } },
        status: 200,
        headers: { "access-control-allow-origin": null, "access-control-allow-methods": null, vary: /\bOrigin\b/i },
      },
      asked({ headers: { Origin: "$own" }, messages: [handshake()] }, LISTED),
      {
        ask: { headers: { Origin: STRANGER }, messages: [publish("2", "/a", 1)] },
        status: 403,
        headers: { "access-control-allow-origin": null },
      },
      asked({ headers: { Origin: "$own" }, messages: [publish("3", "/a", 1)] }, okOf("/a", "3")),
    ],
  },
  {
    clause: "16.1, 14.6",
    rule: "a WebSocket opens for programs, for pages of its own and for those on the list, and for no other",
    over: ["ws"],
    server: "listed",
    steps: [
      opened({}),
      opened({ Origin: "$own" }),
      opened({ Origin: FRIEND }),
      ...[STRANGER, "null", "https://chat.example.evil.example"].map(
        (Origin): Step => ({ ask: { upgrade: true, headers: { Origin } }, status: 403 }),
      ),
    ],
  },
  {
    clause: "16.1",
    rule: "a sub-protocol that is offered is not taken, nor an extension nobody knows",
    over: ["ws"],
    steps: [
      {
        ask: {
          upgrade: true,
          headers: { "Sec-WebSocket-Protocol": "bayeux, chat", "Sec-WebSocket-Extensions": "x-smoke; level=9" },
        },
        status: 101,
        headers: { "sec-websocket-protocol": null, "sec-websocket-extensions": null, "set-cookie": null },
      },
    ],
  },
  {
    clause: "16.1",
    rule: "an upgrade that is no WebSocket's is refused",
    over: ["ws"],
    steps: [{ ask: { upgrade: true, headers: { "Sec-WebSocket-Version": "7" } }, status: 400 }],
  },
];

/** Spec section 15. */
export const scriptRules: readonly Rule[] = [
  {
    clause: "15",
    rule: "messages in the query of a GET; the answer is a script that calls the callback",
    over: ["http"],
    server: "scripting",
    steps: [
      {
        ask: { as: "script", messages: [handshake()] },
        status: 200,
        headers: { "content-type": /^text\/javascript\b/ },
        body: /^(\/\*\*\/)?cb\(\[.+\]\);?$/s,
        get: [SCRIPTED],
      },
      scripted([connect("2", { connectionType: "callback-polling", ...AT_ONCE })], connected("2", ADVISED)),
    ],
  },
  {
    clause: "15",
    rule: "a script cannot be taken for another thing: nosniff, an attachment, and a comment before what the client chose",
    over: ["http"],
    server: "scripting",
    steps: [
      {
        ask: { as: "script", messages: [handshake()] },
        status: 200,
        headers: { "x-content-type-options": /^nosniff$/, "content-disposition": /\bfilename="?f\.txt\b/ },
        body: /^\/\*\*\/cb\(/,
      },
    ],
  },
  {
    clause: "15",
    rule: "several message parameters are one array",
    over: ["http"],
    server: "scripting",
    steps: [
      scripted([handshake()], SCRIPTED),
      scripted([publish("2", "/a", 1), publish("3", "/b", 2)], okOf("/a", "2"), okOf("/b", "3")),
    ],
  },
  {
    clause: "15, 13.3",
    rule: "deliveries come with connect replies only, since scripts may run out of order",
    over: ["http"],
    server: "scripting",
    steps: [
      scripted([handshake()], SCRIPTED),
      scripted([NEWS], ok(NEWS)),
      scripted([publish("4", "/news", "\u2028</script>\u2029")], okOf("/news", "4")),
      scripted(
        [connect("5", { connectionType: "callback-polling", ...AT_ONCE })],
        { channel: "/news", data: "\u2028</script>\u2029" },
        connected("5", ADVISED),
      ),
    ],
  },
  {
    clause: "15",
    rule: "the line separators of JavaScript are escaped",
    over: ["http"],
    server: "scripting",
    steps: [
      scripted([handshake()], SCRIPTED),
      {
        ask: {
          as: "script",
          messages: [publish("2", "/service/echo", "\u2028</script>\u2029"), connect("3", AT_ONCE)],
        },
        status: 200,
        body: /^(?!.*[\u2028\u2029]).*\\u2028/s,
      },
    ],
  },
  ...[
    ["none", "?message=%5B%5D"],
    ["an empty one", "?jsonp=&message=%5B%5D"],
    ["two", "?jsonp=a&jsonp=b&message=%5B%5D"],
    ["one that is too long", `?jsonp=${"c".repeat(65)}&message=%5B%5D`],
    ["one that is a program", "?jsonp=alert(1)%2F%2F&message=%5B%5D"],
    ["one with a tag", "?jsonp=%3Cscript%3E&message=%5B%5D"],
  ].map(
    ([what, suffix = ""]): Rule => ({
      clause: "15",
      rule: `no answer to a callback that is none: ${what}`,
      over: ["http"],
      server: "scripting",
      steps: [
        {
          ask: { method: "GET", suffix: suffix.replace("%5B%5D", PROBE) },
          status: 400,
          body: /^(?!.*(alert|<script))/s,
        },
      ],
    }),
  ),
  {
    clause: "15, 14.3",
    rule: "the cookie and the session are as for other requests: a clientId without its cookie is unknown",
    over: ["http"],
    server: "scripting",
    steps: [
      { ...scripted([handshake()], SCRIPTED), headers: { "set-cookie": /^BAYEUX_BROWSER=/ } },
      { ...scripted([publish("2", "/a", 1)], { channel: "/a", id: "2", ...UNKNOWN }), from: "eve" },
      { send: [publish("3", "/a", 1)], get: [okOf("/a", "3")] },
    ],
  },
];

function asked(ask: Request, ...get: Wire[]): Step {
  return { ask, status: 200, headers: { "content-type": JSON_TYPE }, get };
}

function scripted(messages: readonly Wire[], ...get: Wire[]): Step {
  return { ask: { as: "script", messages }, status: 200, get };
}

function opened(headers: Readonly<Record<string, string>>): Step {
  return { ask: { upgrade: true, headers }, status: 101, headers: { upgrade: /^websocket$/i } };
}

function okOf(channel: string, id: string): Wire {
  return { channel, id, successful: true };
}

function bye(id: string): Wire {
  return { id, channel: "/meta/disconnect", clientId: "$ann" };
}
