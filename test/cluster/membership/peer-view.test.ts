import assert from "node:assert/strict";
import { test } from "node:test";
import { Membership } from "../../../cluster/membership/membership.js";
import { PeerView } from "../../../cluster/membership/peer-view.js";

const SELF = { url: "http://alpha/cometd", id: "alpha-1" };
const BETA = { url: "http://beta/cometd", id: "beta-1" };
const LIMITS = { maxLostPeers: 2, lostPeerMs: 600_000 };

class Story {
  readonly members = new Membership(SELF, 100);
  readonly view = new PeerView(LIMITS);
  now = 1_000;
  hidden: number | undefined;

  at(now: number): this {
    this.now = now;
    this.refresh();
    return this;
  }

  refresh(): void {
    this.view.refresh(
      this.members,
      this.now,
      (comet) => comet === this.hidden,
      (id) => (id === BETA.id ? { kind: "oortbus", incarnation: 7, nodeTag: "b", version: 1 } : undefined),
    );
  }

  get states(): string[] {
    return this.view.peers(this.now).map(({ url, state, since }) => `${url.slice(7, -7)} ${state} ${since}`);
  }

  join(peer: typeof BETA): void {
    this.members.observe(peer.url);
    this.members.handshakeReceived(`s-${peer.id}`, peer, {});
    const comet = this.members.findComet(peer.url)!;
    this.members.handshakeAccepted(comet, peer.url, peer);
    this.members.joinReceived(`s-${peer.id}`, peer);
    this.refresh();
  }

  lose(peer: typeof BETA, graceful: boolean): void {
    this.refresh();
    for (const effect of this.members.sessionRemoved(`s-${peer.id}`, graceful)) {
      if (effect.kind === "left") this.view.left(effect.peer.url, effect.graceful, this.now);
    }
    this.refresh();
  }
}

test("a peer is joining, joined, suspected while its connection is lost, and joined again, each since when it began", () => {
  const story = new Story();
  story.members.observe(BETA.url);
  assert.deepEqual(story.at(1_000).states, ["beta joining 1000"]);
  assert.deepEqual(story.at(2_000).states, ["beta joining 1000"]);
  story.now = 3_000;
  story.join(BETA);
  assert.deepEqual(story.at(4_000).states, ["beta joined 3000"]);
  const [peer] = story.view.peers(4_000);
  assert.deepEqual([peer?.kind, peer?.incarnation, peer?.id], ["oortbus", 7, "beta-1"]);
  story.members.cometLost(1);
  assert.deepEqual(story.at(5_000).states, ["beta suspected 5000"]);
  story.members.cometRecovered(1);
  assert.deepEqual(story.at(6_000).states, ["beta joined 6000"]);
});

test("who said goodbye is gone from the view; who did not is lost, however long it is dialled, until it answers", () => {
  const story = new Story();
  story.join(BETA);
  story.now = 2_000;
  story.lose(BETA, true);
  assert.deepEqual(story.states, []);
  story.join(BETA);
  story.now = 3_000;
  story.lose(BETA, false);
  assert.deepEqual(story.states, ["beta lost 3000"]);
  assert.deepEqual(story.at(3_000_000).states, ["beta lost 3000"]);
  story.now = 3_000_001;
  story.join({ url: BETA.url, id: "beta-2" });
  assert.deepEqual(story.states, ["beta joined 3000001"]);
});

test("lost peers that are not dialled any more are remembered for a while, and only so many", () => {
  const story = new Story();
  for (let index = 0; index < 4; index += 1) {
    const peer = { url: `http://n${index}/cometd`, id: `n${index}` };
    story.now = 1_000 + index;
    story.join(peer);
    story.lose(peer, false);
    story.members.deobserve(peer.url);
    story.refresh();
  }
  assert.deepEqual(story.states, ["n2 lost 1002", "n3 lost 1003"]);
  story.at(700_000);
  assert.deepEqual(story.states, []);
});

test("who made a clientId is known of lost peers too, for as long as these are remembered; not of those that said goodbye", () => {
  const story = new Story();
  story.join(BETA);
  const homeOf = (tag: string) => story.view.lostHomeOf(tag, story.now);
  assert.equal(homeOf("b"), undefined, "a member is no lost one");
  story.lose(BETA, false);
  assert.equal(homeOf("b"), BETA.url);
  assert.equal(homeOf("c"), undefined);
  story.members.deobserve(BETA.url);
  story.at(story.now + LIMITS.lostPeerMs + 1);
  assert.equal(homeOf("b"), undefined);
  story.join({ ...BETA, id: "beta-2" });
  story.lose({ ...BETA, id: "beta-2" }, true);
  assert.equal(homeOf("b"), undefined);
});

test("gaps are counted for a peer as long as it is remembered", () => {
  const story = new Story();
  story.join(BETA);
  story.view.gap(BETA.url);
  story.view.gap("http://nobody/cometd");
  story.lose(BETA, false);
  story.join({ ...BETA, id: "beta-2" });
  story.view.gap(BETA.url);
  assert.equal(story.view.gapsOf(BETA.url), 2);
  assert.equal(story.view.gapsOf("http://nobody/cometd"), 0);
});
