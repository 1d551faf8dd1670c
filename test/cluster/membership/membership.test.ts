import assert from "node:assert/strict";
import { test } from "node:test";
import { type Effect, Membership } from "../../../cluster/membership/membership.js";

const ALPHA = { url: "http://alpha.example:8080/cometd", id: "alpha-1" };
const BETA = { url: "http://beta.example:8080/cometd", id: "beta-1", incarnation: 1 };
const BETA_AGAIN = { url: BETA.url, id: "beta-2", incarnation: 2 };
const GAMMA = { url: "http://gamma.example:8080/cometd", id: "gamma-1" };
const BETA_ALIAS = "http://beta.local:8080/cometd";
const BETA_OTHER_ALIAS = "http://10.0.0.2:8080/cometd";

function alpha(maxPeers = 10): Membership {
  return new Membership(ALPHA, maxPeers);
}

/** Effects as short words, in order. */
function words(effects: readonly Effect[] | "self" | "outdated"): string[] {
  if (typeof effects === "string") return [effects];
  return effects.map((effect) => {
    switch (effect.kind) {
      case "dial":
        return `dial ${effect.comet}${effect.aliasUrl === undefined ? "" : ` as ${effect.aliasUrl}`}`;
      case "open":
      case "wake":
      case "renew":
      case "close":
        return `${effect.kind} ${effect.comet}`;
      case "end-session":
        return `end ${effect.session}`;
      case "joined":
        return `joined ${effect.peer.id}`;
      case "left":
        return `left ${effect.peer.id}${effect.graceful ? " gracefully" : ""}`;
      case "suspected":
      case "recovered":
        return `${effect.kind} ${effect.peer.id}`;
      case "gap":
        return `gap ${effect.peer.id} ${effect.reason}`;
      default:
        return effect.kind;
    }
  });
}

/** alpha with beta as a member: comet 1, session s1. */
function joined(): Membership {
  const members = alpha();
  members.observe(BETA.url);
  members.handshakeReceived("s1", BETA, {});
  members.handshakeAccepted(1, BETA.url, BETA);
  assert.deepEqual(words(members.joinReceived("s1", BETA)), ["joined beta-1"]);
  return members;
}

test("a node dials what it observes, once, and never itself", () => {
  const members = alpha();
  assert.deepEqual(words(members.observe(BETA.url)), ["dial 1"]);
  assert.deepEqual(words(members.observe(BETA.url)), []);
  assert.deepEqual(words(members.observe(ALPHA.url)), []);
});

test("more peers than allowed are not dialled, and that is told", () => {
  const members = alpha(1);
  members.observe(BETA.url);
  assert.deepEqual(words(members.observe(GAMMA.url)), ["too-many-peers"]);
});

test("the node that dials first: reply, then the peer's own handshake, then its join", () => {
  const members = alpha();
  members.observe(BETA.url);
  assert.deepEqual(words(members.handshakeAccepted(1, BETA.url, BETA)), [], "no batch before the peer connects back");
  assert.deepEqual(members.knownUrls(), [BETA.url]);
  assert.deepEqual(words(members.handshakeReceived("s1", BETA, { aliasUrl: BETA.url })), ["open 1", "wake 1"]);
  assert.deepEqual(words(members.joinReceived("s1", BETA)), ["joined beta-1"]);
  assert.deepEqual(words(members.joinReceived("s1", BETA)), [], "a repeated join is tolerated");
});

test("the node that dials first: the peer's handshake overtakes the reply", () => {
  const members = alpha();
  members.observe(BETA.url);
  assert.deepEqual(words(members.handshakeReceived("s1", BETA, { aliasUrl: BETA.url })), ["wake 1"]);
  assert.deepEqual(words(members.handshakeAccepted(1, BETA.url, BETA)), ["open 1"]);
  assert.deepEqual(words(members.joinReceived("s1", BETA)), ["joined beta-1"]);
});

test("the node that is dialled connects back, and names itself as the peer knows it", () => {
  const members = alpha();
  const cometUrl = "http://alpha.local:8080/cometd";
  assert.deepEqual(words(members.handshakeReceived("s1", BETA, { cometUrl })), [`dial 1 as ${cometUrl}`]);
  assert.deepEqual(words(members.handshakeAccepted(1, BETA.url, BETA)), ["open 1"]);
  assert.deepEqual(words(members.joinReceived("s1", BETA)), ["joined beta-1"]);
});

test("the join arrives before the reply to our own handshake: joined waits for the reply, after the batch", () => {
  const members = alpha();
  members.handshakeReceived("s1", BETA, {});
  assert.deepEqual(words(members.joinReceived("s1", BETA)), []);
  assert.equal(members.server.get(BETA.id)?.state, "join-received");
  assert.deepEqual(words(members.handshakeAccepted(1, BETA.url, BETA)), ["open 1", "joined beta-1"]);
});

test("a join that is not the session's own has no effect", () => {
  const members = alpha();
  members.handshakeReceived("s1", BETA, {});
  members.handshakeAccepted(1, BETA.url, BETA);
  assert.deepEqual(words(members.joinReceived("s2", BETA)), [], "another session");
  assert.deepEqual(words(members.joinReceived("s1", { url: GAMMA.url, id: BETA.id })), [], "another URL");
  assert.deepEqual(words(members.joinReceived("s1", GAMMA)), [], "a node that has no session");
});

test("of two runs of one URL the later wins, in whatever order they come", () => {
  const members = joined();
  members.handshakeReceived("s2", BETA_AGAIN, {});
  assert.equal(members.handshakeReceived("s3", BETA, {}), "outdated", "from then on, even before it has joined");
  assert.deepEqual(words(members.joinReceived("s1", BETA)), ["gap beta-1 left", "left beta-1", "end s1"]);
  members.handshakeAccepted(1, BETA.url, BETA_AGAIN);
  assert.deepEqual(words(members.joinReceived("s2", BETA_AGAIN)), ["joined beta-2"]);
  assert.equal(members.handshakeReceived("s4", BETA, {}), "outdated");
  assert.deepEqual(words(members.handshakeAccepted(1, BETA.url, BETA)), ["close 1", "redial", "suspected beta-2"]);
  members.sessionRemoved("s2", false);
  assert.notEqual(
    members.handshakeReceived("s5", BETA, {}),
    "outdated",
    "nobody can be outdated by a run that is gone",
  );
});

test("runs that do not say when they began replace each other as they come", () => {
  const members = joined();
  const java = { url: BETA.url, id: "beta-java" };
  assert.deepEqual(words(members.handshakeReceived("s2", java, {})), ["wake 1"]);
});

test("half links are mended: whom we do not dial is dialled, and who does not connect back is asked again", () => {
  const members = joined();
  assert.deepEqual(words(members.audit()), []);
  members.cometEnded(1);
  assert.deepEqual(words(members.audit()), ["redial"]);
  assert.deepEqual(words(members.observe(BETA.url)), ["dial 2"]);
  assert.deepEqual(words(members.audit()), [], "being dialled");
  const other = alpha();
  other.observe(GAMMA.url);
  other.handshakeAccepted(1, GAMMA.url, GAMMA);
  assert.deepEqual(words(other.audit()), [], "its own handshake may be on the way");
  assert.deepEqual(words(other.audit()), ["renew 1"]);
  other.handshakeAccepted(1, GAMMA.url, GAMMA);
  assert.deepEqual(words(other.handshakeReceived("s1", GAMMA, {})), ["open 1", "wake 1"]);
  assert.deepEqual(words(other.audit()), []);
});

test("own node under another name: refused on the server side, closed on the client side, no events", () => {
  const members = alpha();
  members.observe("http://localhost:8080/cometd");
  assert.equal(members.handshakeReceived("s1", ALPHA, {}), "self");
  assert.deepEqual(words(members.cometEnded(1)), []);
  assert.equal(members.pending.size, 0, "the dead entry is purged, so that the name can be observed again");
});

test("a peer under another name is one peer, found by both names and gossiped by its own", () => {
  const members = alpha();
  members.observe(BETA_ALIAS);
  members.handshakeAccepted(1, BETA_ALIAS, BETA);
  assert.deepEqual(words(members.handshakeReceived("s1", BETA, { aliasUrl: BETA_ALIAS })), ["open 1", "wake 1"]);
  assert.equal(members.findComet(BETA.url), 1);
  assert.equal(members.findComet(BETA_ALIAS), 1);
  assert.deepEqual(members.knownUrls(), [BETA.url]);
  assert.deepEqual(words(members.observe(BETA_ALIAS)), []);
});

test("a second link under a third name replaces the first without events, and both names stay known", () => {
  const members = joined();
  members.observe(BETA_ALIAS);
  assert.deepEqual(words(members.handshakeAccepted(2, BETA_ALIAS, BETA)), ["close 1", "open 2", "gap beta-1 session"]);
  members.observe(BETA_OTHER_ALIAS);
  assert.deepEqual(words(members.handshakeAccepted(3, BETA_OTHER_ALIAS, BETA)), [
    "close 2",
    "open 3",
    "gap beta-1 session",
  ]);
  for (const name of [BETA.url, BETA_ALIAS, BETA_OTHER_ALIAS]) {
    assert.deepEqual(words(members.observe(name)), [], `${name} must not be dialled again`);
  }
  assert.deepEqual(
    words(members.handshakeAccepted(3, BETA_OTHER_ALIAS, BETA)),
    ["open 3", "gap beta-1 session"],
    "re-handshake",
  );
  assert.deepEqual(words(members.observe(BETA_ALIAS)), [], "names survive a re-handshake");
});

test("the peer's second session replaces the first: state kept, the old one ended, no events", () => {
  const members = joined();
  assert.deepEqual(words(members.handshakeReceived("s2", BETA, {})), ["wake 1", "end s1"]);
  assert.equal(members.server.get(BETA.id)?.state, "joined");
  assert.deepEqual(words(members.sessionRemoved("s1", true)), [], "a replaced session is not known any more");
  assert.deepEqual(words(members.joinReceived("s2", BETA)), []);
});

test("a peer that restarts before it expired: left(old id), then joined(new id)", () => {
  const members = joined();
  assert.deepEqual(words(members.handshakeReceived("s2", BETA_AGAIN, {})), ["wake 1"]);
  const accepted = words(members.handshakeAccepted(1, BETA.url, BETA_AGAIN));
  assert.deepEqual(accepted, ["open 1", "suspected beta-1"], "no link to the old run any more");
  assert.deepEqual(words(members.joinReceived("s2", BETA_AGAIN)), [
    "gap beta-1 left",
    "left beta-1",
    "end s1",
    "joined beta-2",
  ]);
});

test("the same, with the join before the reply to our renewed handshake", () => {
  const members = joined();
  members.handshakeReceived("s2", BETA_AGAIN, {});
  assert.deepEqual(words(members.joinReceived("s2", BETA_AGAIN)), ["gap beta-1 left", "left beta-1", "end s1"]);
  assert.deepEqual(words(members.handshakeAccepted(1, BETA.url, BETA_AGAIN)), ["open 1", "joined beta-2"]);
});

test("goodbye: left, and our own link is closed", () => {
  const members = joined();
  assert.deepEqual(words(members.sessionRemoved("s1", true, true)), ["close 1", "left beta-1 gracefully"]);
  assert.equal(members.findComet(BETA.url), undefined);
  const sudden = joined().sessionRemoved("s1", true);
  assert.deepEqual(words(sudden), ["close 1", "gap beta-1 left", "left beta-1 gracefully"], "it did not wait for us");
});

test("goodbye while our own link is being dialled anew: that dialling ends", () => {
  const members = alpha();
  members.handshakeReceived("s1", BETA, {});
  assert.deepEqual(words(members.sessionRemoved("s1", true)), ["close 1"], "no left: it had never joined");
});

test("expiry: left, and we go on dialling", () => {
  const members = joined();
  assert.deepEqual(words(members.sessionRemoved("s1", false)), ["gap beta-1 left", "left beta-1"]);
  assert.equal(members.findComet(BETA.url), 1);
  assert.deepEqual(words(members.handshakeReceived("s2", BETA, {})), ["wake 1"]);
  assert.deepEqual(words(members.handshakeAccepted(1, BETA.url, BETA)), ["open 1"]);
  assert.deepEqual(words(members.joinReceived("s2", BETA)), ["joined beta-1"]);
});

test("a refusal that may be retried keeps the comet, as pending", () => {
  const members = alpha();
  members.observe(BETA.url);
  assert.deepEqual(words(members.handshakeRefused(1, BETA.url)), []);
  assert.equal(members.findComet(BETA.url), 1);
});

test("a final refusal of one name costs only that name's comet", () => {
  const members = joined();
  members.observe(BETA_ALIAS);
  assert.deepEqual(words(members.cometEnded(2)), []);
  assert.equal(members.findComet(BETA.url), 1);
  assert.equal(members.server.get(BETA.id)?.state, "joined");
});

test("a peer that ends our session but keeps its own is dialled again", () => {
  const members = joined();
  assert.deepEqual(words(members.cometEnded(1)), ["redial", "suspected beta-1"]);
});

test("a member whose connection is lost is suspected until it is back, once however often tries fail", () => {
  const members = joined();
  assert.deepEqual(words(members.cometLost(1)), ["suspected beta-1"]);
  assert.deepEqual(words(members.cometLost(1)), []);
  assert.deepEqual(words(members.cometRecovered(1)), ["recovered beta-1"]);
  members.cometLost(1);
  assert.deepEqual(words(members.sessionRemoved("s1", false)), ["gap beta-1 left", "left beta-1"]);
  assert.deepEqual(words(members.cometRecovered(1)), [], "no member, so no news of it");
});

test("a member that has forgotten our session: the new one is told as a gap, and recovers when it works", () => {
  const members = joined();
  members.cometLost(1);
  assert.deepEqual(words(members.handshakeAccepted(1, BETA.url, BETA)), ["open 1", "gap beta-1 session"]);
  assert.deepEqual(words(members.cometRecovered(1)), ["recovered beta-1"]);
});

test("what a link notices itself is a gap of members only", () => {
  assert.deepEqual(words(joined().gap(BETA.id, "overflow")), ["gap beta-1 overflow"]);
  assert.deepEqual(words(joined().gap(GAMMA.id, "overflow")), []);
});

test("a late reply for a comet that is closed already closes it again, and changes nothing", () => {
  const members = alpha();
  members.observe(BETA.url);
  members.deobserve(BETA.url);
  assert.deepEqual(words(members.handshakeAccepted(1, BETA.url, BETA)), ["close 1"]);
  assert.deepEqual(members.knownUrls(), []);
});

test("deobserve closes by URL and by alias; stop closes all and tells nothing", () => {
  const members = joined();
  members.observe(GAMMA.url);
  assert.deepEqual(words(members.deobserve(GAMMA.url)), ["close 2"]);
  members.observe(BETA_ALIAS);
  members.handshakeAccepted(3, BETA_ALIAS, BETA);
  assert.deepEqual(words(members.deobserve(BETA_ALIAS)), ["close 3", "suspected beta-1"]);
  const other = joined();
  other.observe(GAMMA.url);
  assert.deepEqual(words(other.stop()), ["close 2", "close 1"]);
  assert.deepEqual(words(other.sessionRemoved("s1", true)), []);
});
