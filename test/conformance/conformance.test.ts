import { describe, test } from "node:test";
import { runRule } from "./run-rule.js";
import { startSubject } from "./subject.js";
import { RULES, TRANSPORT_NAMES } from "./table.js";

for (const [title, rules] of RULES) {
  for (const transport of ["http", "ws"] as const) {
    describe(`${title} over ${TRANSPORT_NAMES[transport]}`, () => {
      for (const rule of rules) {
        if (rule.over !== undefined && !rule.over.includes(transport)) continue;
        test(`${rule.rule} (${rule.clause})`, async (t) => {
          await runRule(t, await startSubject(t, rule.server ?? "patient"), rule, transport);
        });
      }
    });
  }
}
