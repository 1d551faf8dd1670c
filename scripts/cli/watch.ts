import { z } from "zod";
import { CliError, defineCommand } from "./command.js";
import { NodeApi } from "./node-api.js";
import { viaOptions } from "./via.js";

interface News {
  readonly started?: { readonly node: string };
  readonly message?: { readonly channel: string; readonly data: unknown };
  readonly change?: { readonly user: string; readonly present: boolean; readonly nodes: number };
  readonly gap?: { readonly dropped: number; readonly node?: string };
  readonly ended?: { readonly reason: string };
}

export const watchCommand = defineCommand({
  name: "watch",
  summary: "print what is published on channels, or whether users come and go, until it is stopped",
  words: [{ name: "names", help: "channels or wildcards such as /chat/lobby or '/chat/**'; or users", many: true }],
  schema: z.strictObject({
    ...viaOptions,
    presence: z.boolean().default(false).describe("the names are users: tell where they are"),
    count: z.int().positive().optional().describe("end after so many messages or changes"),
  }),
  async run({ own, words }) {
    const [method, request] = own.presence ? ["WatchPresence", { users: words }] : ["Subscribe", { channels: words }];
    let count = 0;
    for await (const news of new NodeApi(own).lines<News>(method as string, request as object)) {
      if (own.json) console.log(JSON.stringify(news));
      else tell(news);
      if (news.ended !== undefined) throw new CliError(`${own.via} ended: ${news.ended.reason}`, ["Ask another node."]);
      if (news.message === undefined && news.change === undefined) continue;
      count += 1;
      if (count === own.count) return;
    }
  },
});

/** Messages on standard output; all else beside it, so that a pipe gets messages only. */
function tell({ started, message, change, gap }: News): void {
  if (message !== undefined) console.log(`${message.channel} ${JSON.stringify(message.data)}`);
  else if (change !== undefined) console.log(`${change.user} is ${change.present ? `on ${change.nodes}` : "away"}`);
  else if (started !== undefined) console.error(`watching by way of ${started.node}`);
  else if (gap !== undefined) {
    console.error(
      gap.node ? `messages of ${gap.node} may be missing here` : `${gap.dropped} missing here: read faster`,
    );
  }
}
