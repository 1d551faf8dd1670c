import { serveCommands } from "../../scripts/bench/child-process.js";
import { LoadClient } from "../../scripts/bench/load/load-client.js";
import type { NamedRound } from "../../scripts/bench/load/load-generator.js";
import { LoadSet } from "../../scripts/bench/load/load-set.js";
import { Stream, Streams } from "../../scripts/bench/load/streams.js";

// The clients, in a process of their own: pairs of users, the one on the server after the other's; and sockets for the echo.

export interface OpenPairs {
  readonly name: string;
  /** Of nodes, or of servers that speak the other dialect; one of an echo. */
  readonly urls: readonly string[];
  readonly dialect: "bayeux" | "bare" | "echo";
  readonly pairs: number;
}

const sets = new Map<string, LoadSet>();

serveCommands({
  open: async ({ name, urls, dialect, pairs }: OpenPairs) => {
    // Numbers show what is missing; a reply that says "unconfirmed", since a busy machine was late, is not the matter here.
    const set = new LoadSet(false);
    const streams = Array.from({ length: pairs }, () => new Stream(set));
    const publishers: LoadClient[] = [];
    for (const [index, stream] of streams.entries()) publishers.push(await openPair(stream, urls, dialect, index));
    set.load = new Streams(streams, publishers);
    sets.set(name, set);
  },
  round: ({ name, ...round }: NamedRound) => sets.get(name)!.round(round),
  close: (name: string) => {
    sets.get(name)?.load?.close();
    sets.delete(name);
  },
});

/** @returns who publishes */
async function openPair(
  stream: Stream,
  urls: readonly string[],
  dialect: OpenPairs["dialect"],
  index: number,
): Promise<LoadClient> {
  const at = (place: number) => urls[place % urls.length]!;
  if (dialect === "echo") {
    const client = await LoadClient.open({ url: at(0), dialect: "bare" }, stream);
    stream.receivers = [client];
    // Much as the user of a pair gets it.
    stream.send = (data) => client.publish("/inbox", `{"from":"from${index}","data":${data}}`);
    return client;
  }
  stream.receivers = [await LoadClient.open({ url: at(index + 1), dialect, user: `to${index}` }, stream)];
  const publisher = await LoadClient.open({ url: at(index), dialect, user: `from${index}` }, stream);
  stream.send = (data) => publisher.sendTo(`to${index}`, data);
  return publisher;
}
