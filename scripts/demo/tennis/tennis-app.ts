import { createHash } from "node:crypto";
import type { BusNode } from "../../../bus-node.js";
import { BayeuxError } from "../../../core/message/bayeux-error.js";
import { isObject } from "../../../core/message/message.js";
import type { ServerSession } from "../../../core/session/server-session.js";
import { type FromGame, HostedGame, readFromPlayer, readSteering } from "./hosted-game.js";
import { type ActOfPlayer, courtChannel, playersChannel, Seat, TENNIS_SERVICE } from "./seats.js";

/** Games that one node keeps. */
const MAX_GAMES = 200;
/** What one page may say: so much at once, and so much a second. */
const MAX_BURST = 60;
const MAX_PER_SECOND = 40;

const ID_BITS = 128;
const ID_FORM = /^[a-z0-9]{25}$/;

/** What tennis needs of a node. */
export type TennisBus = Pick<BusNode, "bayeux" | "oort">;

/**
 * Runs tennis on a node: keeps the games that were begun here, and seats pages of this node in games of any node. The bus
 * is the way between: a game's node and its players' nodes talk on two channels of that game.
 */
export default function tennisApp(bus: TennisBus): void {
  const { bayeux, oort } = bus;
  // Only nodes speak and listen there.
  bayeux.createChannel("/tennis/**", (channel) => {
    channel.persistent = true;
    channel.addAuthorizer({
      authorize: (_operation, _channel, session) =>
        session.isLocal || oort.isOort(session) ? "grant" : { deny: "tennis_is_played_on_/service/tennis" },
    });
  });
  const club = new Club(bus);
  bayeux.addService(TENNIS_SERVICE, (session, { data }) => club.hear(session, data));
}

/** Who of this node's pages sits where, and the games that are kept here. */
class Club {
  readonly #bus: TennisBus;
  #gameCount = 0;
  /** Each is a session, so there are no more than of these. */
  readonly #visitors = new Map<ServerSession, Visitor>();

  constructor(bus: TennisBus) {
    this.#bus = bus;
  }

  /** What a page says. @throws BayeuxError when it must not, or it makes no sense */
  hear(session: ServerSession, data: unknown): void {
    const visitor = this.#visitor(session);
    if (!visitor.mayTalk(this.#bus.bayeux.clock.now())) throw new BayeuxError(429, [], "slower, please");
    if (!isObject(data)) throw new BayeuxError(400, ["data"], "data must be an object with a type");
    switch (data.type) {
      case "hello":
        session.deliver(undefined, TENNIS_SERVICE, { type: "welcome", node: this.#bus.oort.url });
        return;
      case "init":
        return this.#begin(session, visitor);
      case "join":
        if (typeof data.id !== "string" || !ID_FORM.test(data.id)) {
          throw new BayeuxError(400, ["id"], "that is no id of a game");
        }
        return this.#seat(session, visitor, data.id);
      default:
        return this.#act(session, visitor, readAct(data));
    }
  }

  #visitor(session: ServerSession): Visitor {
    const known = this.#visitors.get(session);
    if (known !== undefined) return known;
    const visitor = new Visitor();
    this.#visitors.set(session, visitor);
    session.onRemoved(() => {
      this.#visitors.delete(session);
      visitor.seat?.act({ type: "quit" });
    });
    return visitor;
  }

  #begin(session: ServerSession, visitor: Visitor): void {
    refuseIfSeated(visitor);
    if (this.#gameCount >= MAX_GAMES) throw new BayeuxError(429, [], "this node keeps no more games");
    const id = this.#bus.bayeux.random.token(ID_BITS);
    this.#host(id);
    this.#seat(session, visitor, id);
  }

  #host(id: string): void {
    const { bayeux, oort } = this.#bus;
    const topic = topicOf(id);
    this.#gameCount += 1;
    const game = new HostedGame({
      clock: bayeux.clock,
      random: bayeux.random,
      tell: (news: FromGame) =>
        void bayeux.publish(
          undefined,
          courtChannel(topic),
          news.type === "seated" ? { ...news, host: oort.url } : news,
        ),
      ended: () => {
        this.#gameCount -= 1;
        stopHearing();
      },
    });
    const stopHearing = bayeux.subscribe(playersChannel(topic), ({ data }) => {
      const message = readFromPlayer(data);
      if (message !== undefined) game.hear(message);
    });
  }

  #seat(session: ServerSession, visitor: Visitor, id: string): void {
    refuseIfSeated(visitor);
    visitor.seat = new Seat(this.#bus.bayeux, session, id, topicOf(id), () => {
      visitor.seat = undefined;
    });
    visitor.seat.ask();
  }

  #act(session: ServerSession, { seat }: Visitor, act: ActOfPlayer): void {
    if (seat !== undefined) return seat.act(act);
    // It missed the end of its game, or never had one.
    if (act.type !== "quit") session.deliver(undefined, TENNIS_SERVICE, { type: "over", reason: "gone" });
  }
}

/** A page: its seat, if it plays, and how much it may say. */
class Visitor {
  seat: Seat | undefined;
  #allowance = MAX_BURST;
  #countedAtMs = 0;

  mayTalk(nowMs: number): boolean {
    const earned = ((nowMs - this.#countedAtMs) * MAX_PER_SECOND) / 1_000;
    this.#allowance = Math.min(MAX_BURST, this.#allowance + earned);
    this.#countedAtMs = nowMs;
    if (this.#allowance < 1) return false;
    this.#allowance -= 1;
    return true;
  }
}

/**
 * A game's name on the bus. Who subscribes to all channels of a node sees it, and cannot join with it: only the id that
 * the first player hands to the second opens the game.
 */
function topicOf(id: string): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 32);
}

function refuseIfSeated({ seat }: Visitor): void {
  if (seat !== undefined) throw new BayeuxError(403, [], "one game at a time");
}

/** @throws BayeuxError */
function readAct(data: Record<string, unknown>): ActOfPlayer {
  switch (data.type) {
    case "quit":
    case "again":
      return { type: data.type };
    case "steer": {
      const steering = readSteering(data.steering);
      if (steering !== undefined) return { type: "steer", steering };
      throw new BayeuxError(400, ["steering"], "a direction of -1, 0 or 1, or a target");
    }
    case "ping":
      if (typeof data.at === "number") return { type: "ping", at: data.at };
      throw new BayeuxError(400, ["at"], "a time in milliseconds");
    default:
      throw new BayeuxError(400, ["type"], "hello, init, join, steer, ping, again or quit");
  }
}
