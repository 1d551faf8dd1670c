import { get as httpGet } from "node:http";
import { get as httpsGet } from "node:https";

/** The image's HEALTHCHECK: exit code 0 while the node in this container answers, with TLS or without. */
const address = {
  host: "127.0.0.1",
  port: Number(process.env.OORTBUS_PORT ?? 8080),
  path: "/healthz",
  timeout: 2_000,
  rejectUnauthorized: false, // it has no certificate for this address, and nobody stands between
};

function isAlive(get: typeof httpsGet | typeof httpGet): Promise<boolean> {
  return new Promise((resolve) => {
    get(address, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    })
      .on("timeout", () => resolve(false))
      .on("error", () => resolve(false));
  });
}

process.exit((await isAlive(httpGet)) || (await isAlive(httpsGet)) ? 0 : 1);
