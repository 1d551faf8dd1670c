import type { Message } from "../../core/message/message.js";

/** `http` is long-polling. */
export type Transport = "http" | "ws";

/**
 * One rule of Bayeux as data: what is sent, what must come back, and the clause of spec/bayeux.md that says so.
 * In all messages `$name` stands for the clientId of that client, and `$type` for the connection type in use.
 */
export interface Rule {
  readonly clause: string;
  readonly rule: string;
  /** Where it holds; on both transports unless said. */
  readonly over?: readonly Transport[];
  /** The server it needs; see `subject.ts`. */
  readonly server?: Profile;
  readonly steps: readonly Step[];
}

/**
 * `patient`: connects are held and sessions live longer than any rule takes. `brief`: both end within the rule's time.
 * `trusting`: a clientId is enough over HTTP. `opening`: deliveries come with the handshake's reply. `connecting`: with
 * connect replies only. `quiet`: nobody gets what he published himself. `separate`: each socket needs a handshake.
 */
export type Profile = "patient" | "brief" | "trusting" | "opening" | "connecting" | "quiet" | "separate";

export type Step = Send | Hold | Held | Delivered | Pushed | Raw | Cut | Elapse;

interface From {
  /** Who acts; each client has its own cookies and sockets. `ann` unless said. */
  readonly from?: string;
  /** `http`, or the name of one of the client's sockets; the rule's transport unless said. */
  readonly via?: string;
}

/** Sent together, as one array; exactly `get` comes back, in this order. */
export interface Send extends From {
  readonly send: readonly Wire[];
  /** The one message goes without an array around it. */
  readonly bare?: true;
  readonly get: readonly Wire[];
  /** What the clientId of a handshake reply is called from now on; the client's name unless said. */
  readonly names?: string;
}

/** Sent, and not answered while the following steps run. */
export interface Hold extends From {
  readonly hold: Wire;
  readonly as: string;
}

/** Now it is answered; with a number: it ends with that HTTP status and no message. */
export interface Held {
  readonly held: string;
  readonly get: readonly Wire[] | number;
}

/** These deliveries have come: pushed over WebSocket, with the next connect over HTTP. */
export interface Delivered extends From {
  readonly delivered: readonly Wire[];
}

/** These messages come by themselves over WebSocket. */
export interface Pushed extends From {
  readonly pushed: readonly Wire[];
}

/** A payload as it is; over HTTP the status of the answer counts, over WebSocket the code of the close. */
export interface Raw extends From {
  readonly raw: string;
  readonly status?: number;
  /** 0: it stays open and nothing comes. */
  readonly close?: number;
}

/** The client's connection is lost, without a word. */
export interface Cut extends From {
  readonly cut: string;
}

/** Until the server has ended the session by itself. */
export interface Elapse {
  readonly untilGone: string;
}

/** A message in the table: any fields, of any type. */
export type Wire = Partial<Message> | Readonly<Record<string, unknown>>;
