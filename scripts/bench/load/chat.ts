import { type FrameSink, type LoadClient, nextMark, numberAt } from "./load-client.js";
import type { Load, LoadSet } from "./load-set.js";

/** A message's number is that of its room, times this, and its place in the room. */
const ROOM = 1_000_000;
/** Members of a room speak in turn; this far apart, so that each is in another room than the last. */
const STRIDE = 7;

/** Rooms, and clients that are in several of them, as in the load test of CometD's manual. Each message is counted. */
export class Chat implements Load, FrameSink {
  readonly #set: LoadSet;
  readonly #rooms: number;
  /** When each message of each room was sent. */
  #sentAt: number[][] = [];
  readonly #members = new Map<LoadClient, Int32Array>();
  #clients: readonly LoadClient[] = [];
  #roomsOf: (client: number) => readonly number[] = () => [];
  #membersOf: readonly number[] = [];
  #turn = 0;

  constructor(set: LoadSet, rooms: number) {
    this.#set = set;
    this.#rooms = rooms;
  }

  /** @param roomsOf - the rooms of a client, by its place in the list */
  open(clients: readonly LoadClient[], roomsOf: (client: number) => readonly number[]): void {
    this.#clients = clients;
    this.#roomsOf = roomsOf;
    for (const client of clients) this.#members.set(client, new Int32Array(this.#rooms));
    const members = new Array<number>(this.#rooms).fill(0);
    for (let index = 0; index < clients.length; index += 1) for (const room of roomsOf(index)) members[room]! += 1;
    this.#membersOf = members;
  }

  restart(): void {
    this.#sentAt = Array.from({ length: this.#rooms }, () => []);
    for (const seen of this.#members.values()) seen.fill(0);
  }

  /** A batch of one client for one of its rooms. */
  send(messages: number, text: string): number {
    const index = (this.#turn * STRIDE) % this.#clients.length;
    const rooms = this.#roomsOf(index);
    const room = rooms[this.#turn % rooms.length]!;
    this.#turn += 1;
    const data: string[] = [];
    const now = performance.now();
    for (let count = 0; count < messages; count += 1) {
      data.push(`{"seq":${room * ROOM + this.#sentAt[room]!.push(now) - 1},"text":"${text}"}`);
    }
    this.#clients[index]!.publishAll(channelOf(room), data);
    return messages * this.#membersOf[room]!;
  }

  frame(frame: Buffer, client: LoadClient): void {
    const now = performance.now();
    const seen = this.#members.get(client)!;
    let hasMessages = false;
    for (let at = nextMark(frame, 0); at >= 0; at = nextMark(frame, at)) {
      const number = numberAt(frame, at);
      const room = Math.floor(number / ROOM);
      const place = number % ROOM;
      if (place !== seen[room]) return this.failed(`room ${room}: message ${place} came instead of ${seen[room]}`);
      seen[room]! += 1;
      hasMessages = true;
      this.#set.arrived(now - this.#sentAt[room]![place]!);
    }
    if (hasMessages) this.#set.check();
  }

  failed(problem: string): void {
    this.#set.fail(new Error(problem));
  }

  verify(): void {
    for (const [index, client] of this.#clients.entries()) {
      const seen = this.#members.get(client)!;
      for (const room of this.#roomsOf(index)) {
        if (seen[room] === this.#sentAt[room]!.length) continue;
        throw new Error(`room ${room}: a member has ${seen[room]} of ${this.#sentAt[room]!.length} messages`);
      }
    }
  }

  close(): void {
    for (const client of this.#clients) client.close();
  }
}

export function channelOf(room: number): string {
  return `/chat/room${room}`;
}
