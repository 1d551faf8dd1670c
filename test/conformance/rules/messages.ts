import type { Send, Step, Wire } from "../rule.js";

/** The building blocks of the tables: messages as clients send them, and as the server answers them. */

export const OFFERED = ["websocket", "long-polling", "event-stream", "eventsource", "streaming"];
/** Of the patient server, whose connects are held for 5 s. */
export const ADVICE = { reconnect: "retry", interval: 0, timeout: 5_000 };
/** Of the brief server. */
export const BRIEFLY = { advice: { ...ADVICE, timeout: 300 } };
export const UNKNOWN = { successful: false, error: "402::session_unknown" };
export const START_ANEW = { reconnect: "handshake", interval: 0 };

export function handshake(fields: Wire = {}): Wire {
  return {
    id: "1",
    channel: "/meta/handshake",
    version: "1.0",
    minimumVersion: "1.0",
    supportedConnectionTypes: ["websocket", "long-polling", "callback-polling"],
    ...fields,
  };
}

export function welcome(name: string, fields: Wire = {}): Wire {
  return {
    id: "1",
    channel: "/meta/handshake",
    successful: true,
    clientId: `$${name}`,
    version: "1.0",
    minimumVersion: "1.0",
    supportedConnectionTypes: OFFERED,
    advice: ADVICE,
    ...fields,
  };
}

export function connect(id: string, fields: Wire = {}, name = "ann"): Wire {
  return { id, channel: "/meta/connect", clientId: `$${name}`, connectionType: "$type", ...fields };
}

export function connected(id: string, fields: Wire = {}): Wire {
  return { id, channel: "/meta/connect", successful: true, ...fields };
}

/** A connect that wants its answer at once gets the advice again, as every connect that carries advice. */
export const AT_ONCE = { advice: { timeout: 0 } };
export const ADVISED = { advice: ADVICE };

export function subscribe(id: string, subscription: unknown, name = "ann"): Wire {
  return { id, channel: "/meta/subscribe", clientId: `$${name}`, subscription };
}

export function unsubscribe(id: string, subscription: unknown): Wire {
  return { id, channel: "/meta/unsubscribe", clientId: "$ann", subscription };
}

export function publish(id: string, channel: string, data: unknown, fields: Wire = {}, name = "ann"): Wire {
  return { id, channel, clientId: `$${name}`, data, ...fields };
}

/** The reply that all is well: the request's channel, id and subscription. */
export function ok(request: Wire, fields: Wire = {}): Wire {
  return { ...echoOf(request), successful: true, ...fields };
}

export function failed(request: Wire, error: string, fields: Wire = {}): Wire {
  return { ...echoOf(request), successful: false, error, ...fields };
}

function echoOf({ channel, id, subscription }: Wire): Wire {
  return { channel, ...(id === undefined ? {} : { id }), ...(subscription === undefined ? {} : { subscription }) };
}

/** One message, and what comes back for it. */
export function exchange(request: Wire, ...get: Wire[]): Send {
  return { send: [request], get };
}

/** Handshake and first connect of a client. */
export function joined(name = "ann", fields: Wire = {}, reply: Wire = {}): Step[] {
  return [
    { from: name, send: [handshake(fields)], get: [welcome(name, reply)] },
    { from: name, send: [connect("2", AT_ONCE, name)], get: [connected("2", ADVISED)] },
  ];
}

/** The same of the brief server. */
export function joinedBriefly(first: Wire = {}): Step[] {
  return [exchange(handshake(), welcome("ann", BRIEFLY)), exchange(connect("2", first), connected("2", BRIEFLY))];
}

/** What {@link listening} subscribes to. */
export const NEWS = subscribe("3", "/news");

/** Handshake, first connect, and a subscription to the news. */
export function listening(): Step[] {
  return [...joined(), exchange(NEWS, ok(NEWS))];
}

/** Somebody publishes news, one after the other. */
export function says(name: string, ...data: unknown[]): Step[] {
  return data.map((value) => ({
    from: name,
    send: [publish("4", "/news", value, {}, name)],
    get: [{ channel: "/news", id: "4", successful: true }],
  }));
}

export function news(data: unknown): Wire {
  return { channel: "/news", data };
}
