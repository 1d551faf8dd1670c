import type { Timer } from "../../../core/clock.js";
import { isObject, type Message } from "../../../core/message/message.js";
import type { BayeuxServer } from "../../../core/server/bayeux-server.js";
import type { ServerSession } from "../../../core/session/server-session.js";
import { type FromPlayer, SILENCE_MS } from "./hosted-game.js";

/** Here a page says what it wants, and hears what happens in its game. */
export const TENNIS_SERVICE = "/service/tennis";

/** The question whether there is such a game is asked again until it is answered: a link may just be coming up. */
const ASK_AGAIN_MS = 500;
const ASK_FOR_MS = 4_000;
/** Pictures that wait for a slow page: more are passed over, since only the last one counts. */
const MAX_WAITING_PICTURES = 30;

/** Players' nodes say here what the players do; the game's node listens. */
export function playersChannel(topic: string): string {
  return `/tennis/${topic}/players`;
}

/** The game's node says here what happens; the players' nodes listen. */
export function courtChannel(topic: string): string {
  return `/tennis/${topic}/court`;
}

/** A place in a game for a page of this node, and the way between the two, wherever the game is. */
export class Seat {
  readonly #bayeux: BayeuxServer;
  readonly #session: ServerSession;
  readonly #id: string;
  readonly #topic: string;
  /** Not the session's id, which nobody else should know. */
  readonly #player: string;
  readonly #left: () => void;
  readonly #stopHearing: () => void;
  readonly #askUntilMs: number;
  #heardAtMs: number;
  #isSeated = false;
  #asking: Timer | undefined;

  /**
   * Asks for a place; the page is told whether there is one.
   * @param left - called once, when the place is given up or there is none
   */
  constructor(bayeux: BayeuxServer, session: ServerSession, id: string, topic: string, left: () => void) {
    this.#bayeux = bayeux;
    this.#session = session;
    this.#id = id;
    this.#topic = topic;
    this.#player = bayeux.random.token(96);
    this.#left = left;
    this.#heardAtMs = bayeux.clock.now();
    this.#askUntilMs = this.#heardAtMs + ASK_FOR_MS;
    this.#stopHearing = bayeux.subscribe(courtChannel(topic), (message) => this.#hear(message));
  }

  /** Asks for the place. */
  ask(): void {
    if (this.#isSeated) return;
    if (this.#bayeux.clock.now() >= this.#askUntilMs) {
      this.#tell({ type: "refused", reason: "unknown" });
      return this.#giveUp();
    }
    this.#asking = this.#bayeux.clock.schedule(ASK_AGAIN_MS, () => this.ask());
    this.#say({ type: "join", player: this.#player });
  }

  /** Takes what the player does to the game; its node decides what becomes of it. */
  act(act: ActOfPlayer): void {
    if (this.#isSeated && this.#bayeux.clock.now() - this.#heardAtMs > SILENCE_MS) {
      this.#tell({ type: "over", reason: "unreachable" });
      return this.#giveUp();
    }
    if (act.type === "quit") this.#giveUp();
    this.#say({ ...act, player: this.#player });
  }

  #say(message: FromPlayer): void {
    this.#bayeux.publish(undefined, playersChannel(this.#topic), message);
  }

  #hear({ data }: Message): void {
    if (!isObject(data) || (data.to !== undefined && data.to !== this.#player)) return;
    this.#heardAtMs = this.#bayeux.clock.now();
    switch (data.type) {
      case "seated":
        if (this.#isSeated) return;
        this.#isSeated = true;
        this.#asking?.cancel();
        return this.#tell({ type: "seated", id: this.#id, side: data.side, host: data.host });
      case "state":
        if (this.#isSeated && this.#session.queue.length < MAX_WAITING_PICTURES) this.#tell(data);
        return;
      case "pong":
        return this.#tell({ type: "pong", at: data.at });
      case "refused":
        this.#tell({ type: "refused", reason: data.reason });
        return this.#giveUp();
      case "over":
        if (this.#isSeated) this.#tell({ type: "over", reason: data.reason, side: data.side });
        else this.#tell({ type: "refused", reason: "unknown" });
        return this.#giveUp();
    }
  }

  #tell(data: object): void {
    if (!this.#session.hasEnded) this.#session.deliver(undefined, TENNIS_SERVICE, data);
  }

  #giveUp(): void {
    this.#asking?.cancel();
    this.#stopHearing();
    this.#left();
  }
}

/** What a player who has a seat can do. */
export type ActOfPlayer = WithoutPlayer<Exclude<FromPlayer, { readonly type: "join" }>>;
type WithoutPlayer<Each> = Each extends unknown ? Omit<Each, "player"> : never;
