import type { ChannelRegistry } from "../../channel/channel-registry.js";
import type { ChannelId } from "../../message/channel-id.js";
import type { Message } from "../../message/message.js";
import type { ServerSession, SessionHost } from "../../session/server-session.js";
import type { SessionRegistry } from "../../session/session-registry.js";
import type { Access } from "../access.js";
import type { BayeuxOptions } from "../bayeux-options.js";
import type { Answer, Exchange } from "../exchange.js";
import type { Newcomers } from "../newcomers.js";

/** What the meta handlers work with. */
export interface MetaContext {
  readonly options: BayeuxOptions;
  readonly access: Access;
  readonly channels: ChannelRegistry;
  readonly sessions: SessionRegistry;
  readonly host: SessionHost;
  readonly newcomers: Newcomers;
  /** False once the server is closing: nobody may start anew. */
  readonly isOpen: () => boolean;
  /** Tells the server's listeners of a session that was just registered. */
  readonly sessionAdded: (exchange: Exchange) => void;
  /** What the reply to a remote session's subscribe waits for. */
  readonly confirming: (session: ServerSession, ids: readonly ChannelId[]) => Promise<void> | undefined;
  /** The last steps of a reply that was held back. @returns undefined when an extension dropped it */
  readonly finishReply: (answer: Answer) => Message | undefined;
}
