import { z } from "zod";
import { nodeOptions } from "../../config.js";
import { printConfig, printConfigJson } from "../print-config.js";
import { defineCommand } from "./command.js";

export const configCommand = defineCommand({
  name: "config",
  summary: "print the configuration that `node` would run with, and where each value comes from",
  schema: z.strictObject({ json: z.boolean().default(false).describe("print it as JSON, for programs") }),
  takesNodeOptions: true,
  run({ own, config }) {
    console.log((own.json ? printConfigJson : printConfig)(nodeOptions, config).trimEnd());
  },
});
