import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { ClusterView } from "../../api/cluster-view.js";
import { CliError, defineCommand } from "./command.js";
import { NodeApi } from "./node-api.js";
import { viaOptions } from "./via.js";

/** Between two looks at what is left. */
const LOOK_MS = 250;

export const drainCommand = defineCommand({
  name: "drain",
  summary: "take the node at --via out of the cluster: its clients are moved to other nodes; waits until they are",
  schema: z.strictObject({
    ...viaOptions,
    wait: z.boolean().default(true).describe("whether to wait until the node has no clients"),
    waitMs: z.int().positive().default(60_000).describe("longest wait for that"),
  }),
  async run({ own }) {
    const api = new NodeApi(own);
    const { sessions } = await api.call<{ sessions: number }>("Drain", {});
    const say = (left: number): void =>
      console.log(own.json ? JSON.stringify({ sessions: left }) : `${left} clients left`);
    say(sessions);
    const endMs = performance.now() + own.waitMs;
    let last = sessions;
    while (own.wait && last > 0) {
      if (performance.now() > endMs) {
        throw new CliError(`${last} clients are left after ${own.waitMs} ms`, ["The node goes on moving them."]);
      }
      await sleep(LOOK_MS);
      const view = await api.call<ClusterView>("GetCluster", {});
      if (view.sessions !== last) say(view.sessions);
      last = view.sessions;
    }
  },
});
