import { FIELDS, WRONG_VALUES } from "../support/wrong-values.js";
import type { SeededChoice } from "./seeded-choice.js";

const CHANNELS = [
  "/a",
  "/a/b",
  "/a/*",
  "/**",
  "/*",
  "/lazy",
  "/latest",
  "/service/echo",
  "/service/later",
  "/service/none",
  "/meta/handshake",
  "/meta/connect",
  "/meta/subscribe",
  "/meta/unsubscribe",
  "/meta/disconnect",
  "/meta/*",
  "/a//b",
  "/a/",
  " /a",
  "a",
  "",
  "/",
  "/__proto__",
  `/${"x".repeat(600)}`,
  "/x".repeat(40),
  "/ü",
];
const TYPES = ["websocket", "long-polling", "callback-polling", "event-stream", "streaming", "forever-iframe", "x"];
const SCRAPS = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\\",
  "\\u0000",
  "null",
  "1e999",
  "\u2028",
  "\ud800",
  "</script>",
  "é",
];

/** What clients send, well-formed or nearly or not at all. */
export class Inputs {
  readonly #choice: SeededChoice;

  constructor(choice: SeededChoice) {
    this.#choice = choice;
  }

  /** The text of one frame or body. @param clientIds - of sessions that are or were */
  text(clientIds: readonly string[]): string {
    const kind = this.#choice.below(20);
    if (kind === 0) return this.#noise();
    if (kind === 1) return this.#nested();
    if (kind > 12) return JSON.stringify([this.#good(clientIds)]);
    const messages = Array.from({ length: this.#choice.chance(0.8) ? 1 : this.#choice.below(12) }, () =>
      this.#message(clientIds),
    );
    const only = messages.length === 1 && this.#choice.chance(0.2);
    const text = only ? messages[0]! : `[${messages.join(",")}]`;
    return kind < 5 ? this.mutated(text) : text;
  }

  /** The text with some of it lost, doubled, or put in. */
  mutated(text: string): string {
    let changed = text;
    for (let left = 1 + this.#choice.below(4); left > 0; left -= 1) {
      const start = this.#choice.below(changed.length + 1);
      const end = Math.min(changed.length, start + this.#choice.below(8));
      const middle = this.#choice.of(["", changed.slice(start, end).repeat(2), this.#choice.of(SCRAPS)]);
      changed = changed.slice(0, start) + middle + changed.slice(end);
    }
    return changed;
  }

  channel(): string {
    return this.#choice.of(CHANNELS);
  }

  type(): string {
    return this.#choice.of(TYPES);
  }

  value(depth = 0): unknown {
    const choice = this.#choice;
    switch (choice.below(depth > 3 ? 8 : 11)) {
      case 0:
        return null;
      case 1:
        return choice.chance(0.5);
      case 2:
        return choice.of([1, 300, 1e12]);
      case 3:
        return choice.of(WRONG_VALUES);
      case 4:
        return this.channel();
      case 5:
        return "x".repeat(choice.below(3_000));
      case 6:
        return choice.fraction() * 1_000;
      case 7:
        return this.type();
      case 8:
        return Array.from({ length: choice.below(5) }, () => this.value(depth + 1));
      default:
        return Object.fromEntries(
          Array.from({ length: choice.below(5) }, () => [choice.of(NESTED_KEYS), this.value(depth + 1)]),
        );
    }
  }

  /** JSON of one message; its keys may be doubled, or names that object literals do not keep. */
  #message(clientIds: readonly string[]): string {
    const choice = this.#choice;
    const fields = new Map<string, unknown>([["channel", this.channel()]]);
    if (choice.chance(0.9)) fields.set("id", choice.chance(0.9) ? String(choice.below(1_000)) : this.value());
    if (choice.chance(0.95)) fields.set("clientId", choice.chance(0.9) ? choice.of(clientIds) : this.value());
    if (choice.chance(0.5)) fields.set("subscription", choice.chance(0.8) ? this.channel() : this.value());
    if (choice.chance(0.5)) fields.set("data", this.value());
    if (choice.chance(0.4)) fields.set("connectionType", choice.chance(0.9) ? this.type() : this.value());
    if (choice.chance(0.3)) fields.set("advice", choice.chance(0.8) ? { timeout: this.#time() } : this.value());
    if (choice.chance(0.3)) fields.set("ext", choice.chance(0.7) ? this.#ext() : this.value());
    if (choice.chance(0.15)) fields.set(choice.of(FIELDS), this.value());
    if (choice.chance(0.01)) for (let more = choice.below(100); more > 0; more -= 1) fields.set(`f${more}`, more);
    const pairs = [...fields].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
    if (choice.chance(0.02)) pairs.push(choice.of(pairs));
    return `{${pairs.join(",")}}`;
  }

  /** What a client with manners sends: without these, no session would come far. */
  #good(clientIds: readonly string[]): Record<string, unknown> {
    const choice = this.#choice;
    const id = String(choice.below(1_000));
    const clientId = choice.of(clientIds);
    const channel = choice.of(["/a", "/a/b", "/a/*", "/**", "/lazy", "/latest"]);
    return choice.of<() => Record<string, unknown>>([
      () => ({ channel: "/meta/handshake", id, version: "1.0", ext: { ack: choice.chance(0.5) } }),
      () => ({
        channel: "/meta/connect",
        id,
        clientId,
        connectionType: this.type(),
        advice: { timeout: this.#time() },
      }),
      () => ({ channel: "/meta/connect", id, clientId, connectionType: this.type(), ext: { ack: choice.below(10) } }),
      () => ({ channel: "/meta/connect", id, clientId, connectionType: this.type() }),
      () => ({ channel: "/meta/subscribe", id, clientId, subscription: channel }),
      () => ({ channel, id, clientId, data: this.value() }),
      () => ({ channel: choice.of(["/service/echo", "/service/later"]), id, clientId, data: id }),
    ])();
  }

  #time(): unknown {
    return this.#choice.of([0, 0, 1, 100, 1e9, -1, "0", null]);
  }

  #ext(): unknown {
    const choice = this.#choice;
    return choice.of<() => unknown>([
      () => ({ ack: choice.of<unknown>([true, false, 0, 1, choice.below(20), -1, 1e9, "1", null]) }),
      () => ({ timesync: { tc: choice.below(1e6), l: this.value(), o: this.value() } }),
      () => ({ timesync: this.value() }),
      () => ({ binary: choice.of<unknown>([{}, true, null]) }),
    ])();
  }

  #noise(): string {
    const choice = this.#choice;
    return Array.from({ length: choice.below(60) }, () =>
      choice.chance(0.5) ? choice.of(SCRAPS) : String.fromCharCode(choice.below(choice.chance(0.8) ? 128 : 65_536)),
    ).join("");
  }

  #nested(): string {
    const depth = this.#choice.below(4_000);
    const [open, close] = this.#choice.of([
      ["[", "]"],
      ['{"a":', "}"],
    ] as const);
    return `[{"channel":"/a","data":${open.repeat(depth)}1${this.#choice.chance(0.8) ? close.repeat(depth) : ""}}]`;
  }
}

const NESTED_KEYS = [
  "a",
  "b",
  "__proto__",
  "constructor",
  "prototype",
  "toJSON",
  "then",
  "length",
  "0",
  "ack",
  "timeout",
];
