import { z } from "zod";
import { type ApiMethod, streamMethod, unaryMethod } from "./api-method.js";
import type { ApiOptions } from "./api-options.js";
import type { BackendApiParts } from "./bus-parts.js";
import { nodeUrls, type RequestFields } from "./fields.js";
import { ended } from "./messages.js";
import { PresenceStream } from "./presence-stream.js";

const nodes = z.int().describe("on how many nodes the user is");

/** Who is there, and where. */
export function presenceMethods(
  { seti, oort }: BackendApiParts,
  { users }: RequestFields,
  { maxBufferedMessages }: ApiOptions,
): ApiMethod[] {
  return [
    unaryMethod({
      name: "GetPresence",
      summary: "Tells which users are there, and where.",
      request: z.strictObject({ users }),
      response: z.strictObject({
        users: z.array(
          z.strictObject({
            user: z.string(),
            present: z.boolean(),
            nodes: nodeUrls,
            localSessions: z.int(),
            shardOwners: nodeUrls,
          }),
        ),
      }),
      cost: ({ users }) => users.length,
      async run({ users: named }) {
        const found = [...new Set(named)].map(async (user) => {
          const { present, nodes: on, localSessions } = await seti.findPresence(user);
          return { user, present, nodes: [...on], localSessions, shardOwners: [...seti.ownersOf(user)] };
        });
        return { users: await Promise.all(found) };
      },
    }),
    streamMethod({
      name: "WatchPresence",
      summary: "Tells where users are, now and whenever that changes.",
      request: z.strictObject({
        users,
        counts: z.boolean("must be true or false").default(false).describe("tell how many are present, not who"),
      }),
      response: z.union([
        z.strictObject({ started: z.strictObject({ node: z.string() }) }),
        z.strictObject({ change: z.strictObject({ user: z.string(), present: z.boolean(), nodes }) }),
        z.strictObject({ count: z.strictObject({ present: z.int(), watched: z.int() }) }),
        z.strictObject({ gap: z.strictObject({ dropped: z.int() }) }),
        z.strictObject({ ended }),
      ]),
      open({ users: named, counts }) {
        const unique = [...new Set(named)];
        // The watch stands before the state is looked at, so that nothing between them is missed.
        let push: PresenceStream["push"] = () => {};
        const unwatch = seti.watchPresence(unique, (changes) => push(changes));
        const stream = new PresenceStream({
          node: oort.url,
          users: unique,
          counts,
          maxBufferedChanges: maxBufferedMessages,
          nodeCountOf: (user) => seti.nodeCountOf(user),
          located: seti.whenLocated(unique),
          closed: unwatch,
        });
        push = (changes) => stream.push(changes);
        return stream;
      },
    }),
  ];
}
