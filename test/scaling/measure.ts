import { MeasuredCloud, type Place, type PresenceMode, type Sent } from "./measured-cloud.js";

/** Mean and largest of what was counted. */
export interface Spread {
  readonly mean: number;
  readonly max: number;
}

/** What one cloud cost. What cannot be in a cloud of its size or kind is undefined. */
export interface Measured {
  readonly presence: PresenceMode;
  readonly nodes: number;
  readonly copies: number;
  /** Users in the cloud when entries were counted. */
  readonly users: number;
  /** Link messages of a login, and bytes of their frames. */
  readonly loginMessages: Spread;
  readonly loginBytes: Spread;
  /** Users in the presence table of a node. */
  readonly entries: Spread;
  /** Heap of one node for the presence of all users. */
  readonly heapBytesPerNode: number | undefined;
  /** A private message: link messages with the answers, and hops until the user has it. */
  readonly knownPlace: SendCost;
  readonly unknownPlace: SendCost | undefined;
  readonly justMoved: SendCost | undefined;
  readonly nobodyThere: SendCost;
  /** Link messages of a broadcast that `interested` other nodes have a subscriber for. */
  readonly broadcast: { readonly interested: number; readonly messages: number; readonly received: number };
}

export interface SendCost {
  readonly messages: Spread;
  readonly bytes: Spread;
  readonly hops: Spread | undefined;
}

export interface Effort {
  /** Users in the cloud. */
  readonly users: number;
  /** So many of them come one by one, and their logins are counted. */
  readonly logins: number;
  /** Private messages of each kind. */
  readonly sends: number;
}

/** Measures one cloud, from its start to its end. The same arguments give the same counts, but for the heap. */
export async function measure(
  nodes: number,
  presence: PresenceMode,
  copies: number,
  effort: Effort,
): Promise<Measured> {
  const cloud = await MeasuredCloud.start(nodes, presence, copies);
  try {
    const users = Array.from({ length: effort.users }, (_, index) => `user-${index}@example.com`);
    // The crowd first: a login must not cost more for the users that are there.
    const heapBytes = await cloud.crowd(users.slice(effort.logins));
    const logins = await cloud.logins(users.slice(0, effort.logins));
    const entries = cloud.entries();
    const sends = await measureSends(cloud, effort.sends);
    const [first, ...others] = cloud.nodes;
    const interested = others.slice(0, Math.ceil(others.length / 2));
    const broadcast = await cloud.broadcast("/news", first!, interested);
    return {
      presence,
      nodes,
      copies,
      users: effort.users,
      loginMessages: spreadOf(logins.map(({ messages }) => messages)),
      loginBytes: spreadOf(logins.map(({ bytes }) => bytes)),
      entries: spreadOf(entries),
      heapBytesPerNode: heapBytes === undefined ? undefined : Math.round(heapBytes / nodes),
      ...sends,
      broadcast: { interested: interested.length, ...broadcast },
    };
  } finally {
    cloud.close();
  }
}

async function measureSends(cloud: MeasuredCloud, count: number) {
  const known: Sent[] = [];
  const unknown: Sent[] = [];
  const moved: Sent[] = [];
  const nobody: Sent[] = [];
  for (const [index, place] of sample(cloud, count).entries()) {
    const sender = cloud.nodes.find((node) => cloud.mustAsk(node, place)) ?? otherThan(cloud, [place.home.url], index);
    const first = await cloud.send(sender, place);
    if (cloud.mustAsk(sender, place)) unknown.push(first);
    known.push(await cloud.send(sender, place));
    const others = [place.home.url, sender.url];
    if (cloud.nodes.length > 2) moved.push(await cloud.sendToMoving(sender, place, otherThan(cloud, others, index)));
    nobody.push(await cloud.send(sender, undefined));
  }
  return {
    knownPlace: costOf(known)!,
    unknownPlace: costOf(unknown),
    justMoved: costOf(moved),
    nobodyThere: costOf(nobody)!,
  };
}

/** Some users, each once. */
function sample(cloud: MeasuredCloud, count: number): Place[] {
  const left = [...cloud.places];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(cloud.random.int(left.length), 1)[0]!);
}

function otherThan(cloud: MeasuredCloud, urls: readonly string[], index: number) {
  const others = cloud.nodes.filter(({ url }) => !urls.includes(url));
  return others[index % others.length]!;
}

function costOf(sends: readonly Sent[]): SendCost | undefined {
  if (sends.length === 0) return undefined;
  const hops = sends.flatMap((sent) => sent.hops ?? []);
  return {
    messages: spreadOf(sends.map(({ messages }) => messages)),
    bytes: spreadOf(sends.map(({ bytes }) => bytes)),
    hops: hops.length === 0 ? undefined : spreadOf(hops),
  };
}

export function spreadOf(values: readonly number[]): Spread {
  return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, max: Math.max(...values) };
}
