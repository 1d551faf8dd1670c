import type { TestContext } from "node:test";
import { type Clock, systemClock } from "../../core/clock.js";
import { ActivityExtension } from "../../core/extension/activity-extension.js";
import { BinaryExtension } from "../../core/extension/binary-extension.js";
import { TimestampExtension } from "../../core/extension/timestamp-extension.js";
import { TimesyncExtension } from "../../core/extension/timesync-extension.js";
import { BayeuxError } from "../../core/message/bayeux-error.js";
import { extField, type Message } from "../../core/message/message.js";
import { GrantAuthorizer } from "../../core/security/grant-authorizer.js";
import { DefaultSecurityPolicy } from "../../core/security/security-policy.js";
import type { BayeuxOptionsInput } from "../../core/server/bayeux-options.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import type { TransportOptionsInput } from "../../core/transport/transport-options.js";
import { startServer } from "../support/start-server.js";
import type { Profile } from "./rule.js";
import type { Subject } from "./run-rule.js";

const PATIENT = { timeoutMs: 5_000, maxIntervalMs: 10_000 };

const PROFILES: Record<Profile, BayeuxOptionsInput> = {
  patient: PATIENT,
  brief: { timeoutMs: 300, maxIntervalMs: 150, sweepPeriodMs: 10 },
  trusting: { ...PATIENT, trustClientSession: true },
  opening: { ...PATIENT, allowMessageDeliveryDuringHandshake: true },
  connecting: { ...PATIENT, metaConnectDeliveryOnly: true },
  quiet: { ...PATIENT, broadcastToPublisher: false },
  separate: PATIENT,
  tidy: { ...PATIENT, sweepPeriodMs: 10 },
  narrow: { ...PATIENT, maxMessageBytes: 2_000 },
  single: PATIENT,
  framing: PATIENT,
  scripting: PATIENT,
  listed: PATIENT,
  extended: PATIENT,
  stamping: PATIENT,
  telling: { ...PATIENT, handshakeReconnect: true },
};

const TRANSPORT: Partial<Record<Profile, TransportOptionsInput>> = {
  separate: { requireHandshakePerConnection: true },
  single: { multiSessionIntervalMs: 0 },
  framing: { messagesPerFrame: 1 },
  scripting: { allowedTransports: ["websocket", "long-polling", "callback-polling"] },
  listed: { allowedOrigins: ["https://chat.example"] },
};

/** What is idle for longer is sent away by the extended server, whose clock a connect puts on: `ext.later`, in ms. */
const MAX_IDLE_MS = 60_000;

/** What the rules find on the server: channels that refuse, services that answer. */
export function furnish(bayeux: BayeuxServer): void {
  bayeux.policy = new Doorkeeper();
  bayeux.createChannel("/policed/talk", (channel) => {
    channel.persistent = true;
  });
  bayeux.createChannel("/guarded/**", (channel) => channel.addAuthorizer(new GrantAuthorizer(["create"])));
  bayeux.createChannel("/guarded/stage", (channel) => channel.addAuthorizer(new GrantAuthorizer(["subscribe"])));
  bayeux.createChannel("/guarded/hush", (channel) =>
    channel.addAuthorizer({ authorize: (operation) => (operation === "publish" ? { deny: "quiet_please" } : "grant") }),
  );
  bayeux.createChannel("/filtered", (channel) => {
    channel.addListener(() => false);
  });
  bayeux.createChannel("/lazy", (channel) => {
    channel.delivery.lazy = true;
    channel.persistent = true;
  });
  bayeux.createChannel("/lazy/soon", (channel) => {
    channel.delivery.lazyTimeoutMs = 50;
    channel.persistent = true;
  });
  bayeux.addListener({
    sessionAdded(session, message) {
      if (extField(message, "greet") === true) session.deliver(undefined, "/greeting", "hello");
    },
  });
  bayeux.addExtension({
    incoming: (_session, message) => extField(message, "drop") !== "request",
    outgoing: (_message, { request }) => request === undefined || extField(request, "drop") !== "reply",
  });
  bayeux.addService("/service/echo", (session, { data }) => void session.deliver(undefined, "/service/echo", data));
  bayeux.addService("/service/whisper", (session, { data }) => void session.deliver(undefined, "/whisper", data));
  bayeux.addService("/service/sum", (session, { id, data }) => {
    const sum = (data as number[]).reduce((left, right) => left + right, 0);
    session.deliver(undefined, "/service/sum", sum, { id, successful: true });
  });
  bayeux.addService("/service/later", (_session, _message, reply) => Promise.resolve().then(() => noted(reply)));
  bayeux.addService("/service/refuse", () => {
    throw new BayeuxError(403, ["not_you"], "service_refused");
  });
  bayeux.addService("/service/burst", (_session, { data }) => {
    const target = bayeux.getSession(String(data));
    target?.batch(() => [1, 2, 3].map((n) => target.deliver(undefined, "/burst", n)));
  });
  bayeux.addService("/service/kick", (session) => session.disconnect());
}

function extend(bayeux: BayeuxServer): void {
  let aheadMs = 0;
  const clock: Clock = { ...systemClock, now: () => systemClock.now() + aheadMs };
  bayeux.addExtension({
    incoming(_session, message) {
      const laterMs = extField(message, "later");
      if (typeof laterMs === "number") aheadMs += laterMs;
    },
  });
  bayeux.addExtension(new TimesyncExtension());
  bayeux.addExtension(new BinaryExtension());
  bayeux.addExtension(new ActivityExtension({ maxIdleMs: MAX_IDLE_MS, clock }));
}

function noted(reply: Message): void {
  reply.ext = { noted: true };
}

class Doorkeeper extends DefaultSecurityPolicy {
  override canHandshake(_session: ServerSession, message: Message, reply: Message): boolean {
    const deny = extField(message, "deny");
    if (deny === "later") reply.advice = { reconnect: "handshake", interval: 1_000 };
    if (deny === "why") reply.ext = { authentication: { failed: true } };
    return deny === undefined;
  }

  override canCreate(session: ServerSession, channel: string, message: Message) {
    return !channel.startsWith("/nocreate/") && super.canCreate(session, channel, message);
  }

  override canSubscribe(...[session, channel, message]: Parameters<DefaultSecurityPolicy["canSubscribe"]>) {
    return !channel.name.startsWith("/policed/") && super.canSubscribe(session, channel, message);
  }

  override canPublish(...[session, channel, message]: Parameters<DefaultSecurityPolicy["canPublish"]>) {
    return !channel.name.startsWith("/policed/") && super.canPublish(session, channel, message);
  }
}

/** A bare server as a rule needs it. */
export async function startSubject(t: TestContext, profile: Profile): Promise<Subject & { bayeux: BayeuxServer }> {
  const transport = TRANSPORT[profile] ?? {};
  const server = await startServer(t, PROFILES[profile], { transport });
  furnish(server.bayeux);
  if (profile === "extended") extend(server.bayeux);
  if (profile === "stamping") server.bayeux.addExtension(new TimestampExtension());
  return {
    url: server.url,
    bayeux: server.bayeux,
    knows: (clientId) => server.bayeux.getSession(clientId) !== undefined,
  };
}
