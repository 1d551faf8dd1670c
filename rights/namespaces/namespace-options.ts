import { z } from "zod";
import { parseTemplate } from "../../core/message/channel-template.js";
import { schemaProblem } from "./data-schema.js";

const whole = (least: number, help: string) =>
  z
    .int(`must be a whole number, at least ${least}`)
    .min(least, `must be a whole number, at least ${least}`)
    .describe(help);

/** Names that are the node's own, and wildcards above them, are no namespace: histories and limits there would touch the cluster. */
const CLOSED = /^\/(?:meta|oort|seti|\*|\{)|^\/service\/(?:oort|seti|presence|auth)(?:\/|$)/;

function channelsProblem(text: string): string | undefined {
  try {
    if (parseTemplate(text).covering === "" || CLOSED.test(text))
      return "must begin with a word of the application's own";
    return undefined;
  } catch {
    return "must be a channel, a wildcard such as /prices/**, or a template such as /chat/{room}";
  }
}

const historyOptions = z
  .strictObject(
    {
      messages: whole(1, "latest messages of each channel that are kept").default(100),
      maxAgeMs: whole(1, "no message is kept for longer").default(3_600_000),
      maxBytes: whole(1, "all that is kept of the namespace at one node; the oldest messages go first").default(
        8_388_608,
      ),
    },
    "must be a section with messages, maxAgeMs, maxBytes",
  )
  .readonly();

const limitOptions = z
  .strictObject(
    {
      maxChannels: whole(1, "channels of the namespace at one node").optional(),
      maxSubscribers: whole(1, "subscribers of one channel at one node").optional(),
      maxDataBytes: whole(1, "data of one message as JSON").optional(),
    },
    "must be a section with maxChannels, maxSubscribers, maxDataBytes",
  )
  .readonly();

/** One entry of `rights.namespaces`. */
export const namespaceOptions = z
  .strictObject({
    channels: z
      .string("must be a channel, a wildcard such as /prices/**, or a template such as /chat/{room}")
      .superRefine((text, context) => {
        const message = channelsProblem(text);
        if (message !== undefined) context.addIssue({ code: "custom", message });
      }),
    limits: limitOptions.prefault({}),
    history: historyOptions.optional(),
    slowConsumer: z
      .enum(["disconnect", "drop-oldest", "latest"], 'must be "disconnect", "drop-oldest" or "latest"')
      .optional(),
    schema: z
      .unknown()
      .optional()
      .superRefine((schema, context) => {
        const message = schema === undefined ? undefined : schemaProblem(schema);
        if (message !== undefined) context.addIssue({ code: "custom", message });
      }),
  })
  .superRefine(({ channels, history, slowConsumer }, context) => {
    if (!channels.startsWith("/service/")) return;
    const why = "has no effect on service channels: nothing published there is delivered to subscribers";
    if (history !== undefined) context.addIssue({ code: "custom", path: ["history"], message: why });
    if (slowConsumer !== undefined) context.addIssue({ code: "custom", path: ["slowConsumer"], message: why });
  })
  .readonly();

export type NamespaceOptions = z.output<typeof namespaceOptions>;
export type HistoryOptions = z.output<typeof historyOptions>;
