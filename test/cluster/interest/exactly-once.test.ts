import assert from "node:assert/strict";
import { test } from "node:test";
import { matches } from "../../../core/message/channel-id.js";
import { type CloudUser, InterestCloud } from "./interest-cloud.js";

const CHANNELS = ["/a/x", "/a/y", "/a/b/c", "/a/b/d", "/b/x", "/c"];
const PATTERNS = [...CHANNELS, "/a/*", "/a/**", "/a/b/*", "/b/*", "/*", "/**"];
const OBSERVED = [["/**"], ["/**"], ["/a/**"], ["/a/*", "/b/**", "/c"]];
/** A message is on its way, and a reply under way, for less than this; where connections break, they come back meanwhile. */
const WINDOW_MS = 1_000;
const BREAKING_WINDOW_MS = 4_000;

/** One subscription of one client, from its request to the answer to its end. */
interface Life {
  readonly user: CloudUser;
  readonly channel: string;
  readonly askedAt: number;
  answeredAt: number;
  endedAt: number;
  goneAt: number;
  readonly end: () => Promise<unknown>;
}

interface Published {
  readonly id: number;
  readonly channel: string;
  readonly from: CloudUser;
  readonly at: number;
}

/** Clients of three nodes subscribe, unsubscribe and publish as chance will have it. Everything that happens is noted. */
async function story(
  seed: number,
  breaks: boolean,
): Promise<{ users: CloudUser[]; lives: Life[]; published: Published[]; observed: string[] }> {
  const cloud = new InterestCloud(seed);
  const { random, clock } = cloud;
  const observed = random.pick(OBSERVED);
  // Short, so that channels come and go; and some seeds have too many of them every now and then.
  const interest = {
    interestLingerMs: random.pick([0, 200, 1_500]),
    maxInterestChannels: random.pick([2, 4, 10_000]),
    // Who waits no longer has been promised nothing.
    interestTimeoutMs: breaks ? 60_000 : 1_000,
  };
  for (let count = 0; count < 3; count += 1) {
    await cloud.node({
      ...interest,
      channels: observed,
      forwarding: seed % 10 === 0 && count === 1 ? "observe" : "interest",
    });
  }
  const users: CloudUser[] = [];
  for (const node of [...cloud.nodes, ...cloud.nodes]) users.push(await cloud.user(node));
  const lives: Life[] = [];
  const published: Published[] = [];
  for (let step = 0; step < 150; step += 1) {
    const user = random.pick(users);
    const mine = lives.filter((life) => life.user === user && life.endedAt === Number.POSITIVE_INFINITY);
    const what = random.fraction();
    if (what < 0.3) {
      const channel = random.pick(PATTERNS);
      if (mine.some((life) => life.channel === channel)) continue;
      const never = Number.POSITIVE_INFINITY;
      const subscription = user.client.subscribe(channel, () => {});
      const end = () => subscription.unsubscribe();
      const life = { user, channel, askedAt: clock.now(), answeredAt: never, endedAt: never, goneAt: never, end };
      lives.push(life);
      const answered = (): void => {
        life.answeredAt = clock.now();
      };
      void subscription.ready.then(answered, () => {}); // ended before it was answered
    } else if (what < 0.5 && mine.length > 0) {
      const life = random.pick(mine);
      life.endedAt = clock.now();
      const ended = (): void => {
        life.goneAt = clock.now();
      };
      void life.end().then(ended, ended); // refused: the subscription was never there, or its session is over
    } else {
      const channel = random.pick(CHANNELS);
      const id = published.length;
      published.push({ id, channel, from: user, at: clock.now() });
      void user.client.publish(channel, id);
    }
    if (breaks && random.fraction() < 0.1) cloud.breakLink(random.pick(cloud.nodes), random.pick(cloud.nodes));
    // Sometimes several in one turn, sometimes with time to settle.
    if (random.fraction() < 0.7) await clock.advance(random.fraction() * random.pick([20, 200, 2_000]));
  }
  await clock.advance(BREAKING_WINDOW_MS + 1_000);
  for (const { oort } of cloud.nodes) assert.equal(oort.stats.left, 0, `seed ${seed}: the members stay`);
  await cloud.stop();
  return { users, lives, published, observed };
}

/**
 * Holds each message against what each user may expect of it.
 * @param windowMs - how long a message may be on its way
 * @param most - how often a user may get it
 * @returns how many cases were certain, and how many of these came from another node
 */
async function judge(seed: number, breaks: boolean, windowMs: number, most: number): Promise<[number, number]> {
  let certain = 0;
  let crossed = 0;
  const { users, lives, published, observed } = await story(seed, breaks);
  for (const user of users) {
    const counts = new Map<unknown, number>();
    for (const { data } of user.received) counts.set(data, (counts.get(data) ?? 0) + 1);
    for (const { id, channel, from, at } of published) {
      const count = counts.get(id) ?? 0;
      const what = `seed ${seed}: ${channel} ${id} of ${from.node.url} at ${user.node.url}, at ${at}`;
      assert.ok(count <= most, `${what}: ${count} times`);
      const crosses = from.node === user.node || observed.some((pattern) => matches(pattern, channel));
      const mine = lives.filter((life) => life.user === user && matches(life.channel, channel));
      const isCertain = mine.some((life) => life.answeredAt <= at && life.endedAt > at + windowMs);
      const isImpossible = !crosses || mine.every((life) => life.askedAt > at + windowMs || life.goneAt < at);
      if (crosses && isCertain) {
        assert.ok(count >= 1, `${what}: lost`);
        certain += 1;
        if (from.node !== user.node) crossed += 1;
      } else if (isImpossible) {
        assert.equal(count, 0, `${what}: nobody wanted it`);
      }
    }
  }
  return [certain, crossed];
}

test("who has been told that he is subscribed gets each later message exactly once, and who has unsubscribed none", async () => {
  let [certain, crossed] = [0, 0];
  for (let seed = 1; seed <= 20; seed += 1) {
    const [more, across] = await judge(seed, false, WINDOW_MS, 1);
    certain += more;
    crossed += across;
  }
  assert.ok(certain > 500 && crossed > 250, `too few certain cases: ${certain}, ${crossed} of them across a link`);
});

test("the same where connections between nodes break and come back, but that the ack extension may repeat a message", async () => {
  let [certain, crossed] = [0, 0];
  for (let seed = 101; seed <= 115; seed += 1) {
    const [more, across] = await judge(seed, true, BREAKING_WINDOW_MS, 2);
    certain += more;
    crossed += across;
  }
  assert.ok(certain > 250 && crossed > 100, `too few certain cases: ${certain}, ${crossed} of them across a link`);
});
