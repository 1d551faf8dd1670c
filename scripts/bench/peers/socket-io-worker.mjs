import { createAdapter } from "@socket.io/cluster-adapter";
import { cpuMicros } from "../../../dist/scripts/bench/child-process.js";
import { startSocketIo } from "./socket-io-node.mjs";

process.on("message", (message) => {
  if (message?.bench === "cpu") process.send({ bench: "cpu", answer: cpuMicros() });
});
process.on("disconnect", () => process.exit(0));
process.send({ bench: "url", answer: await startSocketIo(createAdapter()) });
