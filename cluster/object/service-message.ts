import { isObject } from "../../core/message/message.js";

// The `data` of an OortService's messages (spec/oort-seti.md section 26), and our keys beside Java's.

const ID = "oort.service.id";
const PARAMETER = "oort.service.parameter";
const URL = "oort.service.url";
const RESULT = "oort.service.result";
const DATA = "oort.service.data";

/** In a request to all: the asker wants to hear also of those who have nothing to say. */
const TELLS = "oortbus.tells";
/** In an answer to that: has nothing to say. */
const IGNORED = "oortbus.ignored";
/** Anything small that goes along between nodes of our kind. */
const NOTE = "oortbus.note";

/** A request to all nodes. */
export function serviceChannelOf(name: string): string {
  return `/oort/service/${name}`;
}

/** A request to one node. */
export function serviceRequestOf(name: string): string {
  return `/service/oort/service/${name}`;
}

export function serviceResultOf(name: string): string {
  return `/service/oort/service/${name}/result`;
}

export interface RequestMessage {
  /** Counts the asker's requests. */
  readonly id: number;
  /** The asker. */
  readonly url: string;
  readonly parameter: unknown;
  readonly tells: boolean;
  readonly note: unknown;
}

export interface ReplyMessage {
  readonly id: number;
  /** Who answers. */
  readonly url: string;
  readonly result: boolean;
  readonly data: unknown;
  readonly ignored: boolean;
  readonly note: unknown;
}

/** @returns undefined when it is no request. Never throws, whatever a peer sent */
export function readRequest(data: unknown): RequestMessage | undefined {
  if (!isObject(data)) return undefined;
  const { [ID]: id, [URL]: url, [PARAMETER]: parameter, [TELLS]: tells, [NOTE]: note } = data;
  if (!Number.isSafeInteger(id) || typeof url !== "string") return undefined;
  return { id: id as number, url, parameter: parameter ?? null, tells: tells === true, note };
}

export function readReply(data: unknown): ReplyMessage | undefined {
  if (!isObject(data)) return undefined;
  const { [ID]: id, [URL]: url, [RESULT]: result, [DATA]: value, [IGNORED]: ignored, [NOTE]: note } = data;
  if (!Number.isSafeInteger(id) || typeof url !== "string" || typeof result !== "boolean") return undefined;
  return { id: id as number, url, result, data: value ?? null, ignored: ignored === true, note };
}

export function writeRequest({ id, url, parameter, tells, note }: RequestMessage): Record<string, unknown> {
  const known = { [ID]: id, [PARAMETER]: parameter, [URL]: url };
  return { ...known, ...(tells ? { [TELLS]: true } : {}), ...(note === undefined ? {} : { [NOTE]: note }) };
}

export function writeReply({ id, url, result, data, ignored, note }: ReplyMessage): Record<string, unknown> {
  const known = { [ID]: id, [URL]: url, [RESULT]: result, [DATA]: data };
  return { ...known, ...(ignored ? { [IGNORED]: true } : {}), ...(note === undefined ? {} : { [NOTE]: note }) };
}
