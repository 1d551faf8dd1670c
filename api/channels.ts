import { z } from "zod";
import { type ApiMethod, streamMethod, unaryMethod } from "./api-method.js";
import type { ApiOptions } from "./api-options.js";
import type { BackendApiParts } from "./bus-parts.js";
import {
  type ChannelPage,
  type ChannelQuery,
  channelPage,
  channelQuery,
  MAX_PAGE,
  mergePages,
  pageOf,
} from "./channel-page.js";
import { isInternalChannel, nodeUrls, pattern } from "./fields.js";
import { ended } from "./messages.js";
import { SubscriptionStream } from "./subscription-stream.js";

const MAX_PATTERNS = 100;
const DEFAULT_PAGE = 100;
const QUESTION = "channels";

/** Channels, who is subscribed to them, and what is published on them. */
export function channelMethods(
  { server, oort, questions, isClient }: BackendApiParts,
  { maxBufferedMessages, maxBufferedBytes }: ApiOptions,
): ApiMethod[] {
  const ownPage = (query: ChannelQuery): ChannelPage => pageOf(namedChannels(), query);
  function* namedChannels() {
    for (const channel of server.channels) {
      if (channel.id.kind !== "broadcast" || isInternalChannel(channel.name)) continue;
      yield { channel: channel.name, subscribers: () => countClients(channel.subscribers) };
    }
  }
  const countClients = (subscribers: Iterable<unknown>): number => {
    let count = 0;
    for (const subscriber of subscribers) if (isClient(subscriber)) count += 1;
    return count;
  };
  questions.answer(QUESTION, (body) => ownPage(channelQuery.parse(body)));

  return [
    streamMethod({
      name: "Subscribe",
      summary: "Tells what is published on channels, anywhere in the cluster.",
      request: z.strictObject({
        channels: z
          .array(pattern, "must be a list of channels and wildcards")
          .min(1, "must name at least one channel")
          .max(MAX_PATTERNS, `must name at most ${MAX_PATTERNS} channels`),
      }),
      response: z.union([
        z.strictObject({ started: z.strictObject({ node: z.string() }) }),
        z.strictObject({ message: z.strictObject({ channel: z.string(), data: z.unknown() }) }),
        z.strictObject({
          gap: z
            .strictObject({ dropped: z.int(), node: z.string().optional() })
            .describe("messages are missing here: so many that the caller read too slowly for, or of that node"),
        }),
        z.strictObject({ ended }),
      ]),
      open({ channels }) {
        const closers: (() => void)[] = [];
        let push: SubscriptionStream["push"] = () => {};
        for (const name of new Set(channels)) closers.push(server.subscribe(name, (message) => push(message)));
        const stream = new SubscriptionStream({
          node: oort.url,
          maxBufferedMessages,
          maxBufferedBytes,
          settled: oort.interestSettled(),
          closed: () => {
            for (const close of closers) close();
          },
        });
        push = (message) => stream.push(message);
        closers.push(oort.addListener({ gap: ({ url }) => stream.lostFrom(url) }));
        return stream;
      },
    }),
    unaryMethod({
      name: "GetChannels",
      summary:
        "Lists the channels and wildcards that clients are subscribed to, on any node, in the order of their names.",
      request: z.strictObject({
        pattern: z
          .union([z.literal(""), pattern], "must be a channel or wildcard such as /chat/**")
          .transform((text) => (text === "" ? undefined : text))
          .optional()
          .meta({ description: "only channels that are this, or match it", example: "/chat/**" }),
        pageSize: z
          .int("must be a whole number")
          .min(0, `must be from 1 to ${MAX_PAGE}`)
          .max(MAX_PAGE, `must be from 1 to ${MAX_PAGE}`)
          .default(DEFAULT_PAGE)
          .transform((size) => (size === 0 ? DEFAULT_PAGE : size))
          .meta({ description: `${DEFAULT_PAGE} if 0 or left out` }),
        pageToken: z
          .string("must be text")
          .max(1_024, "must be the nextPageToken of the page before")
          .optional()
          .meta({ description: "the nextPageToken of the page before; empty or left out for the first" }),
      }),
      response: z.strictObject({
        channels: z.array(z.strictObject({ channel: z.string(), subscribers: z.int(), nodes: z.int() })),
        nextPageToken: z.string().describe("for the next page; empty on the last"),
        unansweredNodes: nodeUrls,
        unknownNodes: nodeUrls,
      }),
      async run({ pattern: only, pageSize, pageToken = "" }) {
        const query: ChannelQuery = { pattern: only, size: pageSize, after: pageToken };
        const { answers, unanswered } = await questions.askAll(QUESTION, query, channelPage);
        const pages = answers.map(({ answer }) => answer);
        return {
          ...mergePages(pages, pageSize),
          unansweredNodes: [...unanswered],
          unknownNodes: [...questions.foreign],
        };
      },
    }),
  ];
}
