import { z } from "zod";
import { ruleOptions } from "./rule-options.js";

/** Every decision about a new channel looks through the rules. */
const MAX_RULES = 1_000;

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
  })
  .readonly();

export type RightsOptions = z.output<typeof rightsOptions>;
