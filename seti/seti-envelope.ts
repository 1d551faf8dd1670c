import { ProtobufReader, ProtobufWriter, tag } from "../cluster/link/protobuf.js";
import type { PrintedMessage } from "../core/message/publication.js";
import { RawJson } from "../core/message/raw-json.js";
import { withOne } from "../core/with-one.js";
import type { Confirmed } from "./delivery-confirmation.js";
import {
  type Answer,
  type Answers,
  MAX_HOPS,
  MAX_KEY_CHARS,
  type SetiMessage,
  setiIdOf,
  type UserMessage,
  type UserSend,
  writeAnswers,
  writeUserSend,
} from "./seti-message.js";
import { userIdProblem } from "./user-id.js";

// One SetiEnvelope of proto/oortbus/v1/seti.proto, which says what its fields mean: what goes between nodes of our kind
// with each message to a user, whose data nobody on the way reads. A test holds it against the generated code.

const NODE = tag(1, 2);
const CHANNEL = tag(2, 2);
const ADDRESSEE = tag(3, 2);
const HOPS = tag(4, 0);
const KEY = tag(5, 2);
const UNTIL = tag(6, 0);
const ANSWER_TO = tag(7, 2);
const ANSWER = tag(8, 2);

const USER = tag(1, 2);
const REQUEST = tag(2, 0);

const ANSWERED_REQUEST = tag(1, 0);
const SESSIONS = tag(2, 0);
const REACHED = tag(3, 0);
const CONFIRMED = tag(4, 0);
const OPEN = tag(5, 0);
const PASSED = tag(6, 2);
const LOST = tag(7, 0);
const HOLDERS = tag(8, 2);
const HOLDER = tag(1, 2);

const UNTILS: readonly (Confirmed | undefined)[] = [undefined, "written", "acked"];

// --- Writing -----------------------------------------------------------------------------------------------------

/** Each message is written at one go, so that one writer is enough for all. */
const writer = new ProtobufWriter();

/** Of a message for users, without its data. */
export function sealUserSend({ asks, channel, hops, key, until, answerTo }: UserSend, node: string): Uint8Array {
  writer.text(NODE, node);
  writer.text(CHANNEL, channel);
  for (const { user, request } of asks) {
    const start = writer.begin(ADDRESSEE);
    writer.text(USER, user);
    if (request !== undefined) writer.number(REQUEST, request);
    writer.end(start);
  }
  if (hops !== undefined) writer.number(HOPS, hops);
  if (key !== undefined) writer.text(KEY, key);
  if (until !== undefined) writer.number(UNTIL, UNTILS.indexOf(until));
  if (answerTo !== undefined) writer.text(ANSWER_TO, answerTo);
  return writer.finish();
}

export function sealAnswers({ node, answers }: Answers): Uint8Array {
  writer.text(NODE, node);
  for (const answer of answers) writeAnswer(answer);
  return writer.finish();
}

function writeAnswer({ request, sessions, reached, confirmed, open, passed, lost, holders }: Answer): void {
  const start = writer.begin(ANSWER);
  writer.number(ANSWERED_REQUEST, request);
  writer.number(SESSIONS, sessions);
  writer.number(REACHED, reached);
  if (confirmed !== undefined) writer.number(CONFIRMED, confirmed);
  if (open !== undefined) writer.number(OPEN, open);
  if (passed !== undefined) for (const node of passed) writer.text(PASSED, node);
  if (lost) writer.number(LOST, 1);
  if (holders !== undefined) {
    const list = writer.begin(HOLDERS);
    for (const node of holders) writer.text(HOLDER, node);
    writer.end(list);
  }
  writer.end(start);
}

// --- Reading -----------------------------------------------------------------------------------------------------

/** @returns undefined when it makes no sense. Never throws, whatever a peer sent. */
export function readSealed(
  { envelope, data, dataBytes }: PrintedMessage,
  maxUserIdBytes: number,
): SetiMessage | undefined {
  const letter = readLetter(envelope);
  if (letter === undefined) return undefined;
  const { node, answers } = letter;
  if (answers !== undefined) return { kind: "answers", answers: { node, answers } };
  if (data === "") return undefined;
  const { channel, hops, key, until, answerTo } = letter;
  const raw = new RawJson(data, dataBytes);
  const sender = answerTo ?? node;
  let messages = NO_MESSAGES;
  for (const { user, request } of letter.asks) {
    if (userIdProblem(user, maxUserIdBytes) !== undefined) continue;
    const asker = request === undefined ? undefined : sender;
    const message = { userId: user, channel, data: raw, request, sender: asker, hops, key, until };
    messages = withOne(messages, message);
  }
  return { kind: "users", messages };
}

/** @returns the data of the message, as every node reads it: JSON text; undefined when it makes no sense */
export function openSealed({ envelope, data, dataBytes }: PrintedMessage): string | undefined {
  const letter = readLetter(envelope);
  if (letter === undefined) return undefined;
  const { node, answers } = letter;
  if (answers !== undefined) return JSON.stringify(writeAnswers({ node, answers }));
  if (data === "") return undefined;
  return JSON.stringify(writeUserSend({ ...letter, data: new RawJson(data, dataBytes) }, node, setiIdOf(node)));
}

/** All that an envelope may say. */
class Letter {
  node = "";
  channel = "";
  asks = NO_ASKS;
  hops: number | undefined = undefined;
  key: string | undefined = undefined;
  until: Confirmed | undefined = undefined;
  answerTo: string | undefined = undefined;
  answers: Answer[] | undefined = undefined;
}

interface Ask {
  readonly user: string;
  readonly request: number | undefined;
}

const NO_MESSAGES: UserMessage[] = [];
const NO_ASKS: Ask[] = [];

function readLetter(envelope: Uint8Array | undefined): Letter | undefined {
  if (envelope === undefined) return undefined;
  try {
    const letter = new LetterReader(envelope).letter();
    return letter.node === "" ? undefined : letter;
  } catch {
    return undefined;
  }
}

class LetterReader extends ProtobufReader {
  letter(): Letter {
    const end = this.bytes.length;
    const letter = new Letter();
    while (this.at < end) {
      const field = this.varint(end);
      if (field === NODE) letter.node = this.text(this.sectionEnd(end));
      else if (field === CHANNEL) letter.channel = this.text(this.sectionEnd(end));
      else if (field === ADDRESSEE) letter.asks = withOne(letter.asks, this.#ask(this.sectionEnd(end)));
      else if (field === HOPS) letter.hops = Math.min(this.varint(end), MAX_HOPS);
      else if (field === KEY) letter.key = keyOf(this.text(this.sectionEnd(end)));
      else if (field === UNTIL) letter.until = UNTILS[this.varint(end)];
      else if (field === ANSWER_TO) letter.answerTo = this.text(this.sectionEnd(end)) || undefined;
      else if (field === ANSWER) letter.answers = withOne(letter.answers, this.#answer(this.sectionEnd(end)));
      else this.skip(field, end);
    }
    return letter;
  }

  #ask(end: number): Ask {
    let user = "";
    let request: number | undefined;
    while (this.at < end) {
      const field = this.varint(end);
      if (field === USER) user = this.text(this.sectionEnd(end));
      else if (field === REQUEST) request = this.varint(end) || undefined;
      else this.skip(field, end);
    }
    return { user, request };
  }

  #answer(end: number): Answer {
    let [request, sessions, reached] = [0, 0, 0];
    let confirmed: number | undefined;
    let open: number | undefined;
    let passed: string[] | undefined;
    let lost: boolean | undefined;
    let holders: string[] | undefined;
    while (this.at < end) {
      const field = this.varint(end);
      if (field === ANSWERED_REQUEST) request = this.varint(end);
      else if (field === SESSIONS) sessions = this.varint(end);
      else if (field === REACHED) reached = this.varint(end);
      else if (field === CONFIRMED) confirmed = this.varint(end);
      else if (field === OPEN) open = this.varint(end);
      else if (field === PASSED) {
        passed ??= [];
        passed.push(this.text(this.sectionEnd(end)));
      } else if (field === LOST) lost = this.varint(end) !== 0;
      else if (field === HOLDERS) holders = this.#texts(HOLDER, this.sectionEnd(end));
      else this.skip(field, end);
    }
    return { request, sessions, reached, confirmed, open, passed, lost, holders };
  }

  #texts(of: number, end: number): string[] {
    const texts: string[] = [];
    while (this.at < end) {
      const field = this.varint(end);
      if (field === of) texts.push(this.text(this.sectionEnd(end)));
      else this.skip(field, end);
    }
    return texts;
  }
}

function keyOf(key: string): string | undefined {
  return key === "" || key.length > MAX_KEY_CHARS ? undefined : key;
}
