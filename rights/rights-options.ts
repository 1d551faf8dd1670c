import { z } from "zod";
import { namespaceOptions } from "./namespaces/namespace-options.js";
import { ruleOptions } from "./rule-options.js";

/** Every decision about a new channel looks through the rules. */
const MAX_RULES = 1_000;
/** So does every new channel through the namespaces. */
const MAX_NAMESPACES = 256;

/** Who may do what. */
export const rightsOptions = z
  .strictObject({
    rules: z
      .array(ruleOptions)
      .max(MAX_RULES)
      .readonly()
      .optional()
      .describe(
        "who may create, publish, subscribe, send to users and watch presence, the first rule that fits decides (docs/guides/rights.md); default: everything where auth.mode is open or custom; with jwt, everything but /service/** and bare /** for who is logged in",
      ),
    namespaces: z
      .array(namespaceOptions)
      .max(MAX_NAMESPACES)
      .readonly()
      .default([])
      .describe(
        "what groups of channels have beside rights, the first one that has a channel: limits, history for who subscribes later, what becomes of slow consumers, the JSON Schema of the data (docs/guides/rights.md)",
      ),
  })
  .readonly();

export type RightsOptions = z.output<typeof rightsOptions>;
