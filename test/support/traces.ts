import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, type Message } from "../../core/message/message.js";
import { projectRoot } from "./project-root.js";

/** One Bayeux message of a recorded conversation. */
export interface TracedMessage {
  /** Line in the file, from 1. */
  readonly line: number;
  /** Milliseconds since the story began. */
  readonly tMs: number;
  /** Who sent it: `A`, `B`, `C`, or a client's name. */
  readonly from: string;
  readonly to: string;
  /** `opener>server#number`. */
  readonly connection: string;
  readonly opener: string;
  readonly server: string;
  readonly via: "http" | "ws";
  /** Place in its frame or body, from 1, and how many that holds. */
  readonly item: number;
  readonly items: number;
  /** The tap did not pass it on. */
  readonly dropped: boolean;
  readonly message: Message;
}

/** Any other line about a connection: requests, responses, upgrades, closes, and what the tap did. */
export interface TracedEvent {
  readonly line: number;
  readonly tMs: number;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly connection: string;
  /** The whole line: `headers`, `request`, `status`, `code`, `reason`, `how`, `body`… by kind. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface TracedNote {
  readonly tMs: number;
  readonly note: string;
  readonly status: Readonly<Record<string, unknown>> | undefined;
}

/** One case of the stories 30, 31, 32, 34. */
export interface HttpCase {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | string[]>>;
    readonly body: string;
  };
}

/** One case of story 33. A frame is its text, or `{ binary }` in base64. */
export interface WebSocketCase {
  readonly name: string;
  readonly afterHandshake: boolean;
  readonly sent: readonly (string | { readonly binary: string })[];
  readonly received: readonly string[];
  /** Null: the connection stays open. */
  readonly closed: { readonly code: number | null; readonly reason: string } | null;
  /** The upgrade did not succeed. */
  readonly failed?: unknown;
}

/** Which messages of a story are wanted; all of them without a field. */
export interface MessageFilter {
  readonly from?: string;
  readonly to?: string;
  readonly connection?: string;
  /** The exact channel of the message. */
  readonly channel?: string;
}

/** One recorded story. */
export class Trace {
  readonly name: string;
  /** What happens in it, in a sentence. */
  readonly story: string;
  readonly messages: readonly TracedMessage[];
  readonly events: readonly TracedEvent[];
  /** What was done, with its time; `status` where a node was asked for its own view. */
  readonly notes: readonly TracedNote[];
  readonly httpCases: readonly HttpCase[];
  readonly webSocketCases: readonly WebSocketCase[];

  constructor(name: string, text: string) {
    const messages: TracedMessage[] = [];
    const events: TracedEvent[] = [];
    const notes: TracedNote[] = [];
    const httpCases: HttpCase[] = [];
    const webSocketCases: WebSocketCase[] = [];
    let story = "";
    for (const [index, line] of text.split("\n").entries()) {
      if (line === "") continue;
      const fields = JSON.parse(line) as Record<string, unknown>;
      if (typeof fields.story === "string") story = fields.story;
      else if (typeof fields.note === "string") notes.push(noteOf(fields));
      else if ("request" in fields && "case" in fields) httpCases.push(caseOf(fields) as unknown as HttpCase);
      else if ("sent" in fields) webSocketCases.push(caseOf(fields) as unknown as WebSocketCase);
      else if (fields.kind === "message") messages.push(messageOf(fields, index + 1));
      else events.push(eventOf(fields, index + 1));
    }
    this.name = name;
    this.story = story;
    this.messages = messages;
    this.events = events;
    this.notes = notes;
    this.httpCases = httpCases;
    this.webSocketCases = webSocketCases;
  }

  /** Connections in the order of their first line. */
  get connections(): string[] {
    const lines = [...this.events, ...this.messages].sort((a, b) => a.line - b.line);
    return [...new Set(lines.map((line) => line.connection))];
  }

  /** The messages a filter picks, in the order of the wire. */
  select(filter: MessageFilter): TracedMessage[] {
    return this.messages.filter(
      (traced) =>
        (filter.from === undefined || traced.from === filter.from) &&
        (filter.to === undefined || traced.to === filter.to) &&
        (filter.connection === undefined || traced.connection === filter.connection) &&
        (filter.channel === undefined || traced.message.channel === filter.channel),
    );
  }

  /** The same, grouped as they travelled: one array for each frame, request body or response body. */
  batches(filter: MessageFilter): TracedMessage[][] {
    const batches: TracedMessage[][] = [];
    const open = new Map<string, TracedMessage[]>();
    for (const traced of this.messages) {
      const direction = `${traced.connection} ${traced.from}`;
      let batch = open.get(direction);
      if (batch === undefined || traced.item === 1) {
        batch = [];
        open.set(direction, batch);
        batches.push(batch);
      }
      batch.push(traced);
    }
    const wanted = new Set(this.select(filter));
    return batches.map((batch) => batch.filter((traced) => wanted.has(traced))).filter((batch) => batch.length > 0);
  }
}

const folder = join(projectRoot, "test", "traces");

/** Names of all stories, such as `01-join-two-nodes`. */
export function traceNames(): string[] {
  const suffix = ".jsonl";
  const files = readdirSync(folder).filter((file) => file.endsWith(suffix));
  return files.map((file) => file.slice(0, -suffix.length)).sort();
}

/** @param name - of the story, or its number: `readTrace("04a")` */
export function readTrace(name: string): Trace {
  const found = traceNames().find((candidate) => candidate === name || candidate.startsWith(`${name}-`));
  if (found === undefined) throw new Error(`no trace ${name}`);
  return new Trace(found, readFileSync(join(folder, `${found}.jsonl`), "utf8"));
}

/** What counts as the same form. */
export interface FormOptions {
  /** Paths not looked at, such as `advice.interval`, each with all below it. */
  readonly ignore?: readonly string[];
  /** Paths whose value may have any form; that it is there still counts. `data` by default. */
  readonly opaque?: readonly string[];
}

/**
 * The form of a value: each key path and the JSON type there, sorted, without the values.
 * An array is the set of its elements' forms: `supportedConnectionTypes[]:string`.
 */
export function formOf(value: unknown, options: FormOptions = {}): string[] {
  const ignore = options.ignore ?? [];
  const opaque = options.opaque ?? ["data"];
  const form = new Set<string>();
  const visit = (part: unknown, path: string): void => {
    if (ignore.includes(path)) return;
    if (opaque.includes(path)) {
      form.add(`${path}:any`);
    } else if (Array.isArray(part)) {
      form.add(`${path}:array`);
      for (const element of part) visit(element, `${path}[]`);
    } else if (isObject(part)) {
      if (path !== "") form.add(`${path}:object`);
      for (const [key, child] of Object.entries(part)) visit(child, path === "" ? key : `${path}.${key}`);
    } else {
      form.add(`${path}:${part === null ? "null" : typeof part}`);
    }
  };
  visit(value, "");
  return [...form].sort();
}

/** Fails, with both forms shown, unless `actual` has the keys and types of `recorded`. */
export function assertSameForm(actual: unknown, recorded: unknown, options: FormOptions = {}): void {
  assert.deepEqual(formOf(actual, options), formOf(recorded, options));
}

function messageOf(fields: Record<string, unknown>, line: number): TracedMessage {
  const [item = 1, items = 1] = String(fields.item).split("/").map(Number);
  const place = placeOf(fields);
  const [opener = "", rest = ""] = place.connection.split(">");
  return {
    line,
    tMs: Number(fields.t),
    ...place,
    opener,
    server: rest.split("#")[0] ?? "",
    via: fields.via === "ws" ? "ws" : "http",
    item,
    items,
    dropped: fields.droppedByTap === true,
    message: fields.msg as Message,
  };
}

function noteOf(fields: Record<string, unknown>): TracedNote {
  const status = isObject(fields.status) ? fields.status : undefined;
  return { tMs: Number(fields.t), note: String(fields.note), status };
}

function eventOf(fields: Record<string, unknown>, line: number): TracedEvent {
  return { line, tMs: Number(fields.t), kind: String(fields.kind), ...placeOf(fields), fields };
}

function placeOf(fields: Record<string, unknown>): { from: string; to: string; connection: string } {
  const [from = "", to = ""] = String(fields.dir).split("->");
  return { from, to, connection: String(fields.conn) };
}

function caseOf(fields: Record<string, unknown>): Record<string, unknown> {
  const { case: name, ...rest } = fields;
  return { name, ...rest };
}
