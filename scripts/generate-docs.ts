import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configurationPage } from "./configuration-page.js";
import { metricsPage } from "./metrics-page.js";

const folder = new URL("../../docs/", import.meta.url);
writeFileSync(fileURLToPath(new URL("configuration.md", folder)), configurationPage());
writeFileSync(fileURLToPath(new URL("metrics.md", folder)), await metricsPage());
