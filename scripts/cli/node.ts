import { z } from "zod";
import { defineCommand } from "./command.js";

export const nodeCommand = defineCommand({
  name: "node",
  summary: "start one node; it runs until SIGTERM or SIGINT",
  schema: z.strictObject({}),
  takesNodeOptions: true,
  async run({ config }) {
    // Loaded only now, so that help, `config` and a mesh's own process do without it.
    const { startNode } = await import("../start-node.js");
    await startNode(config.value);
  },
});
