import type { Message } from "../../core/message/message.js";

/** `http` is long-polling. */
export type Transport = "http" | "ws";

/**
 * One rule of Bayeux as data: what is sent, what must come back, and the clause of spec/bayeux.md that says so.
 * In all messages `$name` stands for the clientId of that client, `$type` for the connection type in use, and in expected
 * ones `$number` and `$string` for any such value.
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
 * `tidy`: what is not used is swept at once. `narrow`: takes 2,000 bytes. `single`: a browser's further sessions are
 * turned away. `framing`: one delivery a frame. `scripting`: with callback-polling. `listed`: pages of
 * `https://chat.example` may use it. `extended`: with timesync, bytes, and an eye on the idle. `stamping`: with timestamps.
 * `telling`: advises how long a session lives without a connect.
 */
export type Profile =
  | "patient"
  | "brief"
  | "trusting"
  | "opening"
  | "connecting"
  | "quiet"
  | "separate"
  | "tidy"
  | "narrow"
  | "single"
  | "framing"
  | "scripting"
  | "listed"
  | "extended"
  | "stamping"
  | "telling";

export type Step = Send | Framed | Ask | Hold | Held | Delivered | Pushed | Raw | Cut | Elapse | Repeat;

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

/** Sent together over WebSocket; these frames come back, each an array. */
export interface Framed extends From {
  readonly send: readonly Wire[];
  readonly frames: readonly (readonly Wire[])[];
}

/** One HTTP request as it is, and what of its response is looked at. */
export interface Ask extends From {
  readonly ask: Request;
  /** Several where it is not Bayeux but the listener in front that may say no. */
  readonly status: number | readonly number[];
  /** Null: there is no such header. */
  readonly headers?: Readonly<Record<string, RegExp | null>>;
  readonly body?: RegExp;
  readonly get?: readonly Wire[];
}

export interface Request {
  /** `POST` unless said. */
  readonly method?: string;
  /** What follows the URL. */
  readonly suffix?: string;
  /** `$own` stands for the origin of the server's own pages. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly messages?: readonly Wire[];
  /**
   * How the messages travel, as JSON unless said. `form`: as Faye's pages post them, in two fields where there are two.
   * `script`: in the query of a GET, whose answer calls `cb`.
   */
  readonly as?: "form" | "script";
  /** With what opens a WebSocket, besides. */
  readonly upgrade?: true;
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

/** Sent again and again, not too often, until this comes back. */
export interface Repeat extends From {
  readonly until: Wire;
  readonly get: readonly Wire[];
}

/** A message in the table: any fields, of any type. */
export type Wire = Partial<Message> | Readonly<Record<string, unknown>>;
