import { isObject } from "../../core/message/message.js";

// The `data` of what travels on `/oort/objects/<name>` and `/service/oort/objects/<name>`: the keys of Java's infos
// (spec/oort-seti.md section 23), and ours beside them, over which Java passes.

const URL = "oort.info.url";
const NAME = "oort.info.name";
const OBJECT = "oort.info.object";
const VERSION = "oort.info.version";
const ACTION = "oort.info.action";
const TYPE = "oort.info.type";
const PEER = "oort.info.peer";

/** Start of the run of an object, in ms since the epoch; of two runs at one node the later has the larger. */
const INCARNATION = "oortbus.incarnation";
/** Anything small that goes with a whole value and that only our own kind understands. */
const NOTE = "oortbus.note";
const CHUNK = "oortbus.chunk";
const CHUNKS = "oortbus.chunks";

const PUSH = "oort.object.push";
const PULL = "oort.object.pull";
const ANNOUNCE = "oortbus.announce";
const STOP = "oortbus.stop";

export function objectChannelOf(name: string): string {
  return `/oort/objects/${name}`;
}

/** Where two nodes push and pull parts of an object. */
export function objectServiceOf(name: string): string {
  return `/service/oort/objects/${name}`;
}

/** Whose part it is, and how new the news. */
export interface PartStamp {
  /** The oortURL of the owner of the part. */
  readonly url: string;
  /** Counts the owner's updates; 0 is the part as it began. */
  readonly version: number;
  /** Told by nodes of our own kind only. */
  readonly incarnation: number | undefined;
}

/** The value of a part, as it is on the wire. */
export interface WholeMessage extends PartStamp {
  readonly kind: "whole";
  readonly value: unknown;
  readonly note: unknown;
  /** Sent to one node, not to all. */
  readonly isPush: boolean;
  /** The node that a push answers. */
  readonly peer: string | undefined;
}

/** A piece of the JSON text of `{value, note}`; those of one version are the same however often they are sent. */
export interface ChunkMessage extends PartStamp {
  readonly kind: "chunk";
  readonly text: string;
  readonly index: number;
  readonly count: number;
}

/** An update of one item of a part. */
export interface ItemMessage extends PartStamp {
  readonly kind: "item";
  readonly type: string;
  readonly action: string;
  readonly object: unknown;
}

export interface StopMessage extends PartStamp {
  readonly kind: "stop";
}

export type ObjectMessage =
  | WholeMessage
  | ChunkMessage
  | ItemMessage
  /** How far the owner is. To nodes of our own kind only. */
  | (PartStamp & { readonly kind: "announce" })
  /** The object stops at its owner. To nodes of our own kind only. */
  | StopMessage
  /** Asks for the reader's own part. */
  | { readonly kind: "pull"; readonly url: string };

/**
 * @param name - of the object whose channel it came on
 * @returns undefined when `data` is none of the forms. Never throws, whatever a peer sent
 */
export function readObjectMessage(data: unknown, name: string): ObjectMessage | undefined {
  if (!isObject(data) || data[NAME] !== name) return undefined;
  const url = data[URL];
  if (typeof url !== "string") return undefined;
  const action = data[ACTION];
  if (action === PULL) return { kind: "pull", url };
  const version = data[VERSION];
  if (!isCount(version)) return undefined;
  const incarnation = isCount(data[INCARNATION]) ? data[INCARNATION] : undefined;
  const stamp = { url, version, incarnation };
  if (data[TYPE] !== undefined) return readItem(data, stamp);
  if (action === ANNOUNCE || action === STOP) {
    if (incarnation === undefined) return undefined;
    return action === STOP ? { kind: "stop", ...stamp } : { kind: "announce", ...stamp };
  }
  if (action !== undefined && action !== null && action !== PUSH) return undefined;
  if (data[CHUNK] !== undefined) return readChunk(data, stamp);
  if (!Object.hasOwn(data, OBJECT)) return undefined;
  const peer = data[PEER];
  return {
    kind: "whole",
    ...stamp,
    value: data[OBJECT],
    note: data[NOTE],
    isPush: action === PUSH,
    peer: typeof peer === "string" ? peer : undefined,
  };
}

function readItem(data: Record<string, unknown>, stamp: PartStamp): ItemMessage | undefined {
  const { [TYPE]: type, [ACTION]: action } = data;
  if (typeof type !== "string" || typeof action !== "string") return undefined;
  return { kind: "item", ...stamp, type, action, object: data[OBJECT] };
}

function readChunk(data: Record<string, unknown>, stamp: PartStamp): ChunkMessage | undefined {
  const { [CHUNK]: index, [CHUNKS]: count, [OBJECT]: text } = data;
  if (!isCount(index) || !isCount(count) || index >= count || typeof text !== "string") return undefined;
  return { kind: "chunk", ...stamp, text, index, count };
}

/** Versions are integers that JSON and JavaScript carry exactly. */
function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The data of a message about the object of that name. What is absent has no key, as in Java's. */
export function writeObjectMessage(message: ObjectMessage, name: string): Record<string, unknown> {
  const head = { [URL]: message.url, [NAME]: name };
  if (message.kind === "pull") return { ...head, [ACTION]: PULL };
  const stamp = { ...head, [VERSION]: message.version, ...present(INCARNATION, message.incarnation) };
  switch (message.kind) {
    case "whole":
      return {
        ...stamp,
        [OBJECT]: message.value,
        ...(message.isPush ? { [ACTION]: PUSH } : {}),
        ...present(PEER, message.peer),
        ...present(NOTE, message.note),
      };
    case "chunk":
      return { ...stamp, [OBJECT]: message.text, [ACTION]: PUSH, [CHUNK]: message.index, [CHUNKS]: message.count };
    case "item":
      return { ...stamp, [TYPE]: message.type, [ACTION]: message.action, [OBJECT]: message.object };
    case "announce":
      return { ...stamp, [ACTION]: ANNOUNCE };
    case "stop":
      return { ...stamp, [ACTION]: STOP };
  }
}

function present(key: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [key]: value };
}
