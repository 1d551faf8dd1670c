import { serveCommands } from "./child-process.js";
import { LoadClient, type LoadSink } from "./load-client.js";
import { LoadSet, type RoundInput } from "./load-set.js";

// The other end of every connection, in a process of its own so that servers are measured alone. It holds a named set of
// clients for each server under test, and runs rounds on one set at a time.

export interface OpenInput {
  readonly name: string;
  /** `bare`: the yardstick; `broadcast`: one publisher, the others subscribed; `users`: pairs, one writes to the other. */
  readonly kind: "bare" | "broadcast" | "users";
  readonly publishUrl: string;
  readonly subscribeUrl: string;
  /** Subscribers, or pairs. */
  readonly clients: number;
}

export interface NamedRound extends RoundInput {
  readonly name: string;
}

const CONNECTS_AT_ONCE = 50;
const CHANNEL = "/bench/load";

const sets = new Map<string, LoadSet>();

serveCommands({
  open: async (input: OpenInput) => {
    const set = new LoadSet(input.kind === "users");
    await (input.kind === "users" ? openPairs(input, set) : openBroadcast(input, set));
    sets.set(input.name, set);
  },
  round: ({ name, ...round }: NamedRound) => sets.get(name)!.round(round),
  close: (name: string) => {
    sets.get(name)?.close();
    sets.delete(name);
  },
});

async function openBroadcast({ kind, publishUrl, subscribeUrl, clients }: OpenInput, set: LoadSet): Promise<void> {
  const stream = set.addStream();
  const open = (url: string, channel?: string): Promise<LoadClient> =>
    kind === "bare" ? LoadClient.bare(url, stream) : LoadClient.bayeux(url, stream, channel);
  stream.receivers = await inWaves(clients, () => open(subscribeUrl, CHANNEL));
  const publisher = await open(publishUrl);
  stream.publisher = publisher;
  // The bare server is given what the bus delivers, byte for byte.
  stream.send = (data) =>
    kind === "bare"
      ? publisher.sendText(`[{"channel":"${CHANNEL}","data":${data}}]`)
      : publisher.publish(CHANNEL, data);
}

async function openPairs({ publishUrl, subscribeUrl, clients }: OpenInput, set: LoadSet): Promise<void> {
  const login = (url: string, sink: LoadSink, user: string) => LoadClient.bayeux(url, sink, undefined, user);
  await inWaves(clients, async (index) => {
    const stream = set.addStream();
    const receiver = await login(subscribeUrl, stream, `to${index}`);
    const publisher = await login(publishUrl, stream, `from${index}`);
    stream.receivers = [receiver];
    stream.publisher = publisher;
    stream.send = (data) => publisher.publish("/service/seti", `{"to":"to${index}","channel":"/inbox","data":${data}}`);
  });
}

async function inWaves<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) {
    const wave = Math.min(CONNECTS_AT_ONCE, count - made.length);
    made.push(...(await Promise.all(Array.from({ length: wave }, (_none, index) => make(made.length + index)))));
  }
  return made;
}
