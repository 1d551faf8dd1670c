import { BayeuxError } from "../../../core/message/bayeux-error.js";
import { isObject } from "../../../core/message/message.js";
import type { Authorizer, Operation, Verdict } from "../../../core/security/authorizer.js";
import type { ServerSession } from "../../../core/session/server-session.js";
import { CHAT_SERVICE, type ChatBus, Roster } from "./roster.js";

/** What everybody reads: `{from, text, id}`. Between two users messages go by `/service/seti`, past any channel. */
export const LOBBY = "/chat/lobby";

const MAX_TEXT_CHARS = 2_000;
const MAX_ID_CHARS = 64;

/**
 * Runs the chat's part of a node: tells pages who is online, and sees to it that nobody speaks in another's name.
 * Everything else, lobby and private messages across nodes, is the bus itself.
 */
export default function chatApp(bus: ChatBus): void {
  const { bayeux, oort, seti } = bus;
  const roster = new Roster(bus);
  bayeux.addService(CHAT_SERVICE, (session, message) => {
    if (!isObject(message.data) || message.data.type !== "hello") {
      throw new BayeuxError(400, ["data"], 'data must be {"type": "hello"}');
    }
    if (seti.userOf(session) === undefined) throw new BayeuxError(403, [], "the chat is for users who have logged in");
    roster.tell(session);
  });
  bayeux.createChannel("/chat/**", (channel) => {
    channel.persistent = true;
    channel.addAuthorizer(
      new ChatRules(
        (session) => session.isLocal || oort.isOort(session),
        (session) => seti.usersOf(session),
      ),
    );
  });
}

/** One channel, and messages of a form, by their own author. */
class ChatRules implements Authorizer {
  readonly #isOfCluster: (session: ServerSession) => boolean;
  readonly #usersOf: (session: ServerSession) => readonly string[];

  constructor(
    isOfCluster: (session: ServerSession) => boolean,
    usersOf: (session: ServerSession) => readonly string[],
  ) {
    this.#isOfCluster = isOfCluster;
    this.#usersOf = usersOf;
  }

  authorize(operation: Operation, channel: string, session: ServerSession, message: { data?: unknown }): Verdict {
    if (this.#isOfCluster(session)) return "grant"; // what a peer sends was checked by the peer
    if (channel !== LOBBY) return { deny: "the_chat_has_no_such_channel" };
    if (operation !== "publish") return "grant";
    const { data } = message;
    if (!isObject(data) || !isText(data.text, MAX_TEXT_CHARS) || !isText(data.id, MAX_ID_CHARS)) {
      return { deny: `a_message_has_a_text_of_1_to_${MAX_TEXT_CHARS}_characters_and_an_id` };
    }
    const isAuthor = typeof data.from === "string" && this.#usersOf(session).includes(data.from);
    return isAuthor ? "grant" : { deny: "a_message_is_from_the_user_who_sends_it" };
  }
}

function isText(value: unknown, maxChars: number): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= maxChars;
}
