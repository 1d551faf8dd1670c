import type { Probe } from "../session/write-times.js";
import type { DeliveryRules } from "./delivery-rules.js";
import type { Message } from "./message.js";

/** A broadcast that another server has printed already. Whoever hands one over vouches for what is said here of the texts. */
export interface PrintedMessage {
  readonly channel: string;
  /** Of `data`: one JSON value, and no control character anywhere. */
  readonly data: string;
  /** Size of {@link data} in UTF-8 bytes. */
  readonly dataBytes: number;
  /** What the message has beside channel and data: a JSON object with at least one field, none of the two; or nothing. */
  readonly fields: string;
  /**
   * What the owner of a channel of the cluster's own says, in a form of his that nodes of our kind know: {@link data} is but
   * a part of the message's data then, or nothing. One that came over a link changes when whoever was handed it returns.
   */
  readonly envelope: Uint8Array | undefined;
}

/** Prints the data of what is in an envelope, as who knows no envelopes gets it; undefined when it makes no sense. */
export type Opener = (printed: PrintedMessage) => string | undefined;

/**
 * One message on its way to any number of subscribers: printed once, framed once, and both shared by every queue that
 * holds it. Frozen in meaning: nobody may change `message` after the first reader took `json`.
 */
export class Publication {
  readonly channel: string;
  /** undefined: delivered as usual. */
  readonly rules: DeliveryRules | undefined;
  /** The WebSocket frame that carries just this message, once a transport has made it. */
  frame: Uint8Array | undefined = undefined;
  /** The same, compressed, for sockets that want it so. */
  deflatedFrame: Uint8Array | undefined = undefined;
  /** Told of each session that gets it; undefined for most. */
  probe: Probe | undefined = undefined;
  /** In the form that its owner gave it, for those who know that form; undefined for most. */
  readonly enveloped: PrintedMessage | undefined;
  readonly #open: Opener | undefined;
  #message: Message | undefined;
  #json: string | undefined = undefined;
  #bytes = -1;
  #alone: readonly Publication[] | undefined = undefined;

  constructor(message: Message, rules?: DeliveryRules);
  /**
   * @param message - undefined: it is printed already, and read only when somebody asks for it
   * @param open - of a message in an envelope: prints its data for those who get it without; called once at most
   */
  constructor(message: undefined, rules: DeliveryRules | undefined, printed: PrintedMessage, open?: Opener);
  constructor(message: Message | undefined, rules?: DeliveryRules, printed?: PrintedMessage, open?: Opener) {
    this.#message = message;
    this.channel = message?.channel ?? printed!.channel;
    this.rules = rules;
    this.enveloped = open === undefined ? undefined : printed;
    this.#open = open;
    if (printed === undefined || open !== undefined) return;
    const { data, dataBytes, fields } = printed;
    const head = headOf(this.channel);
    const tail = fields === "" ? "}" : `,${fields.slice(1)}`;
    this.#json = head + data + tail;
    this.#bytes = head.length + dataBytes + (fields === "" ? 1 : utf8Length(tail));
  }

  /** A list of just this one, made once: most who get it have nothing else waiting. */
  get alone(): readonly Publication[] {
    this.#alone ??= [this];
    return this.#alone;
  }

  get message(): Message {
    this.#message ??= readMessage(this.json, this.channel);
    return this.#message;
  }

  get json(): string {
    this.#json ??= this.#open === undefined ? JSON.stringify(this.#message) : this.#opened(this.#open);
    return this.#json;
  }

  #opened(open: Opener): string {
    return `${headOf(this.channel)}${open(this.enveloped!) ?? "null"}}`;
  }

  /** Size of {@link json} in UTF-8 bytes; what queues count. */
  get bytes(): number {
    if (this.#bytes < 0) this.#bytes = utf8Length(this.json);
    return this.#bytes;
  }

  /** The message as another server can take it over without printing it again. */
  get printed(): PrintedMessage {
    const head = headOf(this.channel);
    if (this.#message !== undefined && (hasMoreThanData(this.#message) || !this.json.startsWith(head))) {
      return print(this.#message);
    }
    const { channel, json } = this;
    const data = json.slice(head.length, -1);
    const dataBytes = this.bytes === json.length ? data.length : utf8Length(data);
    return { channel, data, dataBytes, fields: "", envelope: undefined };
  }
}

/** What a printed message begins with. Legal channel names have nothing that JSON escapes. */
function headOf(channel: string): string {
  return `{"channel":"${channel}","data":`;
}

function hasMoreThanData(message: Message): boolean {
  for (const field in message) if (field !== "channel" && field !== "data") return true;
  return false;
}

function print({ channel, data, ...others }: Message): PrintedMessage {
  const text = JSON.stringify(data) ?? "null";
  const fields = JSON.stringify(others);
  const dataBytes = utf8Length(text);
  return { channel, data: text, dataBytes, fields: fields === "{}" ? "" : fields, envelope: undefined };
}

/** Whoever printed it may have lied: then there is nothing to be read, and nobody has to die of it. */
function readMessage(json: string, channel: string): Message {
  try {
    return JSON.parse(json) as Message;
  } catch {
    return { channel, data: null };
  }
}

/** Size of a text in UTF-8 bytes, counted without encoding it. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
