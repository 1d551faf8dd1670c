import { serveCommands } from "../../scripts/bench/child-process.js";
import { LoadClient } from "../../scripts/bench/load-client.js";
import { LoadSet, type PacedInput } from "../../scripts/bench/load-set.js";

// The clients, in a process of their own: pairs of users, the one on the node after the other's; and sockets for the echo.

export interface OpenPairs {
  readonly name: string;
  /** Bayeux URLs; or one of an echo. */
  readonly urls: readonly string[];
  readonly isEcho: boolean;
  readonly pairs: number;
}

const sets = new Map<string, LoadSet>();

serveCommands({
  open: async ({ name, urls, isEcho, pairs }: OpenPairs) => {
    // Numbers show what is missing; a reply that says "unconfirmed", since a busy machine was late, is not the matter here.
    const set = new LoadSet(false);
    sets.set(name, set);
    for (let index = 0; index < pairs; index += 1) await openPair(set, urls, isEcho, index);
  },
  round: ({ name, ...round }: PacedInput & { readonly name: string }) => sets.get(name)!.pacedRound(round),
  close: (name: string) => {
    sets.get(name)?.close();
    sets.delete(name);
  },
});

async function openPair(set: LoadSet, urls: readonly string[], isEcho: boolean, index: number): Promise<void> {
  const stream = set.addStream();
  const at = (place: number) => urls[place % urls.length]!;
  if (isEcho) {
    const client = await LoadClient.bare(at(0), stream);
    stream.receivers = [client];
    // What the user of a pair gets, byte for byte.
    stream.send = (data) => client.sendText(`[{"channel":"/inbox","data":{"from":"from${index}","data":${data}}}]`);
    return;
  }
  const receiver = await LoadClient.bayeux(at(index + 1), stream, undefined, `to${index}`);
  const publisher = await LoadClient.bayeux(at(index), stream, undefined, `from${index}`);
  stream.receivers = [receiver];
  stream.publisher = publisher;
  stream.send = (data) => publisher.publish("/service/seti", `{"to":"to${index}","channel":"/inbox","data":${data}}`);
}
