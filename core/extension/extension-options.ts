import { z } from "zod";
import type { Clock } from "../clock.js";
import type { Extension } from "../message/extension.js";
import type { ServerSession } from "../session/server-session.js";
import { ActivityExtension } from "./activity-extension.js";
import { BinaryExtension } from "./binary-extension.js";
import { TimestampExtension } from "./timestamp-extension.js";
import { TimesyncExtension } from "./timesync-extension.js";

/** Which of the built-in extensions a server has, beside ack, and how they work. */
export const extensionOptions = z
  .strictObject({
    enabled: z
      .array(z.enum(["timesync", "timestamp", "activity", "binary"]))
      .default(["timesync"])
      .describe("built-in extensions that this node has beside ack"),
    timesyncAccuracyMs: z
      .int()
      .nonnegative()
      .default(25)
      .describe("timesync: a client whose clock is known better than this is not answered"),
    activityMaxIdleMs: z
      .int()
      .positive()
      .default(1_800_000)
      .describe("activity: a session that only connects for longer is disconnected"),
    activityMode: z
      .enum(["client", "client-server"])
      .default("client")
      .describe("activity: what counts, messages of the client alone or those to it as well"),
  })
  .readonly();

export type ExtensionOptions = z.output<typeof extensionOptions>;
export type ExtensionOptionsInput = z.input<typeof extensionOptions>;

/**
 * The extensions that are enabled, in the order in which a server takes them.
 * @param mayEnd - sessions that the activity extension may end: those of clients, not of the cluster's links
 */
export function newExtensions(
  options: ExtensionOptions,
  clock: Clock,
  mayEnd: (session: ServerSession) => boolean,
): Extension<ServerSession>[] {
  const extensions: Extension<ServerSession>[] = [];
  const has = (name: ExtensionOptions["enabled"][number]): boolean => options.enabled.includes(name);
  if (has("timesync")) extensions.push(new TimesyncExtension({ accuracyMs: options.timesyncAccuracyMs, clock }));
  if (has("timestamp")) extensions.push(new TimestampExtension({ clock }));
  if (has("activity")) {
    extensions.push(
      new ActivityExtension({
        maxIdleMs: options.activityMaxIdleMs,
        mode: options.activityMode,
        appliesTo: mayEnd,
        clock,
      }),
    );
  }
  if (has("binary")) extensions.push(new BinaryExtension());
  return extensions;
}
