import { z } from "zod";
import { type Awaitable, andThen } from "../core/awaitable.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import type { ApiCall } from "./api-call.js";
import { ApiError } from "./api-error.js";
import { type ApiMethod, type Arriving, exchangeMethod, unaryMethod } from "./api-method.js";
import type { ApiOptions } from "./api-options.js";
import type { BackendApiParts } from "./bus-parts.js";
import type { CallLimits } from "./call-limits.js";
import { idempotencyKey, MAX_BATCH, type RequestFields } from "./fields.js";
import { PublishStream } from "./publish-stream.js";
import { readRequest } from "./read-request.js";

/** How often a stream looks whether the links have room again. */
const BACKLOG_LOOK_MS = 5;

const sessions = z.int().describe("sessions of the answering node it was queued for; a link to another node is one");
const published = z.strictObject({ sessions });

export const problem = z
  .strictObject({ code: z.string(), status: z.int(), detail: z.string(), field: z.string().optional() })
  .describe("why something was refused");
export const ended = z
  .strictObject({ reason: z.string() })
  .describe("the last word of a stream that the node ends: ask another node");

/** What backends publish to the subscribers of channels. */
export function messageMethods(
  { server, oort, clock }: BackendApiParts,
  fields: RequestFields,
  options: ApiOptions,
  limits: CallLimits,
): ApiMethod[] {
  const message = z.strictObject({ channel: fields.broadcast, data: fields.data });

  const check = (channel: string, data: unknown): Awaitable<unknown> => {
    try {
      const checked = server.check(channel, data);
      return checked instanceof Promise ? checked.catch(refuse) : checked;
    } catch (error) {
      return refuse(error);
    }
  };
  const publish = ({ channel, data }: z.output<typeof message>) =>
    andThen(check(channel, data), (checked) => ({ sessions: server.publish(undefined, channel, checked) }));

  /** A stream publishes no faster than its caller may, and than the links take. */
  const whenThereIsRoom = async (call: ApiCall): Promise<void> => {
    for (;;) {
      const waitMs = oort.backlog > options.maxPublishBacklog ? BACKLOG_LOOK_MS : limits.delayOf(call.caller, 1);
      if (waitMs === 0 || call.signal.aborted) return;
      await new Promise<void>((resolve) => void clock.schedule(waitMs, resolve));
    }
  };

  return [
    unaryMethod({
      name: "Publish",
      summary: "Publishes on a broadcast channel: every subscriber in the cluster gets the message.",
      request: message.extend({ idempotencyKey }),
      response: published,
      run: publish,
    }),
    unaryMethod({
      name: "PublishBatch",
      summary: "Publishes messages in order. If one of them is wrong, none is published.",
      request: z.strictObject({
        messages: z
          .array(message, "must be a list of messages")
          .min(1, "must have at least one message")
          .max(MAX_BATCH, `must have at most ${MAX_BATCH} messages`),
        idempotencyKey,
      }),
      response: z.strictObject({ sessions: z.array(sessions).describe("for each message, in order") }),
      payload: { field: "messages", levelsAround: 3 },
      cost: ({ messages }) => messages.length,
      async run({ messages }) {
        const checked = await Promise.all(
          messages.map(async ({ channel, data }, index) => {
            try {
              return { channel, data: await check(channel, data) };
            } catch (error) {
              throw error instanceof ApiError ? error.under(`messages.${index}`) : error;
            }
          }),
        );
        return { sessions: checked.map(({ channel, data }) => server.publish(undefined, channel, data)) };
      },
    }),
    exchangeMethod({
      name: "PublishStream",
      summary:
        "Publishes a stream of messages, each with an outcome of its own; the caller is slowed to what the cluster takes.",
      request: message,
      response: z.union([z.strictObject({ published }), z.strictObject({ problem }), z.strictObject({ ended })]),
      exchange: (messages, call) =>
        new PublishStream({
          messages,
          async publish(read: Arriving) {
            const request = readRequest(message, read());
            await whenThereIsRoom(call);
            limits.mustTakePart();
            return publish(request);
          },
        }),
    }),
  ];
}

/** A channel refused the data: the caller's fault, and told with the error that a client would get. */
function refuse(error: unknown): never {
  if (!(error instanceof BayeuxError)) throw error;
  throw new ApiError("INVALID_ARGUMENT", `refused by the channel: ${error.message}`, { field: "data", cause: error });
}
