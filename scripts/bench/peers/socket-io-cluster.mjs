import cluster from "node:cluster";
import { fileURLToPath } from "node:url";
import { setupPrimary } from "@socket.io/cluster-adapter";
import { cpuMicros, serveCommands } from "../../../dist/scripts/bench/child-process.js";

// Two Socket.IO servers with its cluster adapter: workers of node:cluster, and this process, which passes on what they say
// to each other. All three count.

const workers = [];

function answerOf(worker, question) {
  return new Promise((resolve) => {
    const heard = (message) => {
      if (message?.bench !== question) return;
      worker.off("message", heard);
      resolve(message.answer);
    };
    worker.on("message", heard);
  });
}

function ask(worker, question) {
  const answer = answerOf(worker, question);
  worker.send({ bench: question });
  return answer;
}

serveCommands({
  start: async () => {
    cluster.setupPrimary({
      exec: fileURLToPath(new URL("./socket-io-worker.mjs", import.meta.url)),
      serialization: "advanced",
    });
    setupPrimary();
    for (let index = 0; index < 2; index += 1) workers.push(cluster.fork());
    const urls = await Promise.all(workers.map((worker) => answerOf(worker, "url")));
    return { url: urls[0], lastUrl: urls[1] };
  },
  cpu: async () => {
    const each = await Promise.all(workers.map((worker) => ask(worker, "cpu")));
    return each.reduce((sum, micros) => sum + micros, cpuMicros());
  },
});
