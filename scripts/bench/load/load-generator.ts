import { cpuMicros, serveCommands } from "../child-process.js";
import { Chat, channelOf } from "./chat.js";
import type { DialectName } from "./dialect.js";
import { type Fill, Filler } from "./filler.js";
import { LoadClient } from "./load-client.js";
import { LoadSet, type RoundInput } from "./load-set.js";
import { openPollers } from "./pollers.js";
import { Stream, Streams } from "./streams.js";

// The other end of every connection, in a process of its own so that servers are measured alone. It holds a named set of
// clients for each server under test, and runs rounds on one set at a time.

/**
 * `broadcast`: one publisher, the others subscribed · `topics`: the same, with a channel for each subscriber · `users`:
 * pairs, one writes to the other · `chat`: rooms · `polling`: as `broadcast`, by long-polling · `frozen`: as `broadcast`,
 * with some who may stop to read · `idle`: they do nothing
 */
export type LoadKind = "broadcast" | "topics" | "users" | "chat" | "polling" | "frozen" | "idle";

export interface OpenInput {
  readonly name: string;
  readonly kind: LoadKind;
  readonly dialect: DialectName;
  readonly publishUrl: string;
  /** Subscribers are spread over these. */
  readonly subscribeUrls: readonly string[];
  /** Subscribers, pairs, or members of rooms. */
  readonly clients: number;
}

export interface NamedRound extends RoundInput {
  readonly name: string;
}

export interface FreezeInput {
  readonly name: string;
  readonly share: number;
}

export interface FillInput extends Fill {
  readonly name: string;
}

const CONNECTS_AT_ONCE = 50;
const CHANNEL = "/bench/load";
/** Those who may stop to read. */
const FROZEN_SHARE = 0.1;
const ROOMS = 100;
const ROOMS_EACH = 10;

const sets = new Map<string, LoadSet>();

serveCommands({
  open: async (input: OpenInput) => {
    const set = new LoadSet(input.kind === "users");
    set.load = await OPEN[input.kind](input, set);
    sets.set(input.name, set);
  },
  round: ({ name, ...round }: NamedRound) => sets.get(name)!.round(round),
  freeze: ({ name, share }: FreezeInput) => sets.get(name)!.load?.freeze?.(share),
  fill: ({ name, ...fill }: FillInput) => sets.get(name)!.load?.fill?.(fill),
  thaw: (name: string) => sets.get(name)!.thaw(),
  close: (name: string) => {
    sets.get(name)?.load?.close();
    sets.delete(name);
  },
  cpu: () => cpuMicros(),
});

const OPEN: Record<LoadKind, (input: OpenInput, set: LoadSet) => Promise<LoadSet["load"]>> = {
  async broadcast({ dialect, publishUrl, subscribeUrls, clients }, set) {
    const stream = new Stream(set);
    stream.receivers = await inWaves(clients, (index) =>
      LoadClient.open({ url: inTurn(subscribeUrls, index), dialect, channels: [CHANNEL] }, stream),
    );
    const publisher = await LoadClient.open({ url: publishUrl, dialect }, stream);
    stream.send = (data) => publisher.publish(CHANNEL, data);
    return new Streams([stream], [publisher]);
  },
  async topics({ dialect, publishUrl, subscribeUrls, clients }, set) {
    const streams = Array.from({ length: clients }, () => new Stream(set));
    const publisher = await LoadClient.open({ url: publishUrl, dialect }, new Stream(set));
    await inWaves(clients, async (index) => {
      const stream = streams[index]!;
      const channel = `${CHANNEL}/${index}`;
      stream.receivers = [
        await LoadClient.open({ url: inTurn(subscribeUrls, index), dialect, channels: [channel] }, stream),
      ];
      stream.send = (data) => publisher.publish(channel, data);
    });
    return new Streams(streams, [publisher]);
  },
  async users({ dialect, publishUrl, subscribeUrls, clients }, set) {
    const streams = Array.from({ length: clients }, () => new Stream(set));
    const publishers = await inWaves(clients, async (index) => {
      const stream = streams[index]!;
      const url = inTurn(subscribeUrls, index);
      stream.receivers = [await LoadClient.open({ url, dialect, user: `to${index}` }, stream)];
      const publisher = await LoadClient.open({ url: publishUrl, dialect, user: `from${index}` }, stream);
      stream.send = (data) => publisher.sendTo(`to${index}`, data);
      return publisher;
    });
    return new Streams(streams, publishers);
  },
  async chat({ dialect, subscribeUrls, clients }, set) {
    const chat = new Chat(set, ROOMS);
    const roomsOf = (client: number): number[] =>
      Array.from({ length: ROOMS_EACH }, (_none, index) => (client + (index * ROOMS) / ROOMS_EACH) % ROOMS);
    const members = await inWaves(clients, (index) =>
      LoadClient.open({ url: inTurn(subscribeUrls, index), dialect, channels: roomsOf(index).map(channelOf) }, chat),
    );
    chat.open(members, roomsOf);
    return chat;
  },
  async polling({ dialect, publishUrl, subscribeUrls, clients }, set) {
    if (dialect === "bare") throw new Error("the bare servers do not know polling");
    const stream = new Stream(set);
    return openPollers({ dialect, publishUrl, subscribeUrl: subscribeUrls[0]!, clients, channel: CHANNEL }, stream);
  },
  async frozen({ dialect, publishUrl, subscribeUrls, clients }, set) {
    const stream = new Stream(set);
    stream.receivers = await inWaves(clients, (index) => {
      const channels = index < clients * FROZEN_SHARE ? [CHANNEL, Filler.channel] : [CHANNEL];
      return LoadClient.open({ url: inTurn(subscribeUrls, index), dialect, channels }, stream);
    });
    const publisher = await LoadClient.open({ url: publishUrl, dialect }, stream);
    stream.send = (data) => publisher.publish(CHANNEL, data);
    const filler = new Filler((problem) => stream.failed(problem));
    filler.client = await LoadClient.open({ url: publishUrl, dialect, channels: [Filler.channel] }, filler);
    return new Streams([stream], [publisher], filler);
  },
  async idle({ name, dialect, subscribeUrls, clients }, set) {
    const stream = new Stream(set);
    stream.receivers = await inWaves(clients, (index) =>
      LoadClient.open(
        { url: inTurn(subscribeUrls, index), dialect, channels: [`/idle/${name}`], user: `${name}${index}` },
        stream,
      ),
    );
    return new Streams([stream], []);
  },
};

function inTurn(urls: readonly string[], index: number): string {
  return urls[index % urls.length]!;
}

async function inWaves<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) {
    const wave = Math.min(CONNECTS_AT_ONCE, count - made.length);
    made.push(...(await Promise.all(Array.from({ length: wave }, (_none, index) => make(made.length + index)))));
  }
  return made;
}
