import type { ServerChannel } from "../../core/channel/server-channel.js";
import { BayeuxError } from "../../core/message/bayeux-error.js";
import { type ChannelTemplate, parseTemplate } from "../../core/message/channel-template.js";
import type { Message } from "../../core/message/message.js";
import { utf8Length } from "../../core/message/publication.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import { compileSchema, type DataCheck } from "./data-schema.js";
import type { NamespaceOptions } from "./namespace-options.js";

/** One entry of `rights.namespaces`, at work. */
export interface Namespace {
  readonly options: NamespaceOptions;
  readonly template: ChannelTemplate;
  readonly checkData: DataCheck | undefined;
  /** Channels of it that exist here. */
  channels: number;
}

/**
 * What the configuration says of groups of channels beside rights: limits, the type of their data, what becomes of slow
 * consumers. A channel is of the first namespace that matches its name.
 */
export class Namespaces {
  readonly all: readonly Namespace[];

  /** Attaches them to a server, for as long as it lives. @param options - checked */
  constructor(server: BayeuxServer, options: readonly NamespaceOptions[]) {
    this.all = options.map((one) => ({
      options: one,
      template: parseTemplate(one.channels),
      checkData: one.schema === undefined ? undefined : compileSchema(one.schema),
      channels: 0,
    }));
    for (const namespace of this.all) this.#attach(server, namespace);
    server.addListener({
      channelAdded: ({ name }) => this.#count(name, 1),
      channelRemoved: ({ name }) => this.#count(name, -1),
    });
  }

  of(channel: string): Namespace | undefined {
    return this.all.find(({ template }) => template.match(channel) !== undefined);
  }

  get haveLimits(): boolean {
    return this.all.some(
      ({ options: { limits } }) => limits.maxChannels !== undefined || limits.maxSubscribers !== undefined,
    );
  }

  /** @throws BayeuxError 403 when a client would make one channel too many */
  mayCreate(channel: string): void {
    const namespace = this.of(channel);
    const max = namespace?.options.limits.maxChannels;
    if (max !== undefined && namespace!.channels >= max)
      throw new BayeuxError(403, ["too_many_channels"], "create_denied");
  }

  /** @throws BayeuxError 403 when a channel has as many subscribers as it may */
  maySubscribe(session: ServerSession, { name, subscribers }: ServerChannel): void {
    const max = this.of(name)?.options.limits.maxSubscribers;
    if (max === undefined || subscribers.size < max || subscribers.has(session)) return;
    throw new BayeuxError(403, ["too_many_subscribers"], "subscribe_denied");
  }

  #attach(server: BayeuxServer, namespace: Namespace): void {
    const { options, template } = namespace;
    const { slowConsumer, history, limits } = options;
    if (slowConsumer !== undefined) {
      server.addInitializer(template.pattern, (channel) => {
        // A wildcard's wishes would hold below it, where another namespace may be.
        if (channel.id.wildcard === "none" && this.of(channel.name) === namespace)
          channel.delivery.queuePolicy = slowConsumer;
      });
    }
    if (namespace.checkData === undefined && history === undefined && limits.maxDataBytes === undefined) return;
    const guard = server.createChannel(template.covering);
    guard.addCheck((_sender, message) => this.#check(namespace, message), { atEntry: true });
  }

  /** Of what enters the cluster here, whoever published it. */
  #check(namespace: Namespace, message: Message): void {
    if (this.of(message.channel) !== namespace) return;
    const { maxDataBytes } = namespace.options.limits;
    if (maxDataBytes !== undefined && utf8Length(JSON.stringify(message.data) ?? "") > maxDataBytes) {
      throw new BayeuxError(413, ["data", String(maxDataBytes)], "data_too_large");
    }
    namespace.checkData?.(message.data);
    if (namespace.options.history !== undefined) dropHistoryMark(message);
  }

  #count(channel: string, change: 1 | -1): void {
    const namespace = this.of(channel);
    if (namespace !== undefined) namespace.channels += change;
  }
}

/** What is kept and delivered again says so in `ext.history`: nobody else may. The publisher's own object stays as it is. */
function dropHistoryMark(message: Message): void {
  if (message.ext?.history === undefined) return;
  const { history: _, ...others } = message.ext;
  message.ext = others;
}
