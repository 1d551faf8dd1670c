import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { parse } from "yaml";
import { codeBlocks } from "../support/documents.js";
import { projectRoot } from "../support/project-root.js";
import { dockerMissing } from "../support/require-docker.js";
import { ComposeProject } from "./compose-project.js";
import { buildImage } from "./image.js";

const run = promisify(execFile);

interface ScrapeConfig {
  readonly scheme: string;
  readonly authorization: { readonly credentials_file: string };
  readonly tls_config: { readonly ca_file: string; readonly server_name: string };
  readonly dns_sd_configs: readonly {
    readonly names: readonly string[];
    readonly type: string;
    readonly port: number;
  }[];
}

/** Scrapes as Prometheus does by such a job: finds the nodes by name, trusts the authority, shows the token. Runs in a container. */
const SCRAPER = `
  const { resolve4 } = await import("node:dns/promises");
  const { get } = await import("node:https");
  const { name, port, servername, ca, token } = JSON.parse(process.argv[1]);
  const scrape = (host) => new Promise((done, fail) =>
    get({ host, port, path: "/metrics", servername, ca, headers: token ? { authorization: "Bearer " + token } : {} }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece) => { text += piece; }).on("end", () => done({ host, status: response.statusCode, text }));
    }).on("error", fail));
  console.log(JSON.stringify(await Promise.all((await resolve4(name)).map(scrape))));
`;

test("compose with TLS and Prometheus", { skip: await dockerMissing() }, async (t) => {
  await buildImage();
  // A copy, so that no secret is left in the project.
  const folder = mkdtempSync(join(tmpdir(), "oortbus-compose-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const part of ["docker-compose.yml", "deploy"])
    cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  rmSync(join(folder, "deploy", "secrets"), { recursive: true, force: true });
  const documented = codeBlocks("docs/guides/proxies.md").find(({ text }) => text.includes("make-secrets.sh"));
  const [make = "", up = ""] = documented?.text.split("\n") ?? [];
  assert.equal(up, "docker compose -f docker-compose.yml -f deploy/compose.tls.yaml up --build");
  await run("bash", ["-c", make], { cwd: folder });
  const files = ["docker-compose.yml", "deploy/compose.tls.yaml"];

  await t.test("the file is what compose's schema asks for", async () => {
    const args = files.flatMap((file) => ["-f", file]);
    await run("docker", ["compose", ...args, "config", "--quiet"], { cwd: folder });
  });

  // Prometheus' image is not everywhere; a stand-in scrapes in its place.
  // A held connect is waited for, so let it be short.
  writeFileSync(
    join(folder, "short.yaml"),
    'services: { node: { environment: { OORTBUS_BAYEUX_TIMEOUT_MS: "3000" } } }',
  );
  files.push("short.yaml");
  const args = ["--no-build", "--scale", "node=2", "node", "lb"];
  const project = await ComposeProject.up(t, { files, folder, environment: { OORTBUS_HTTPS_PORT: "0" }, args });
  const secret = (path: string): string =>
    readFileSync(join(folder, "deploy", "secrets", path.replace("/run/secrets/", "")), "utf8");

  await t.test("clients come by HTTPS, by every transport", async () => {
    const url = `https://${await project.addressOf("lb", 8443)}/cometd`;
    const { stdout } = await run(process.execPath, ["bin/oortbus", "doctor", "--json", "--via", url], {
      cwd: projectRoot,
      env: {
        PATH: process.env.PATH,
        NODE_EXTRA_CA_CERTS: join(folder, "deploy", "secrets", "ca.pem"),
        OORTBUS_OORT_TLS_CA_FILE: join(folder, "deploy", "secrets", "ca.pem"),
      },
    }).catch((error: { stdout: string }) => error);
    const findings = JSON.parse(stdout) as { check: string; status: string; text: string }[];
    const seen = findings
      .filter(({ check }) => check.includes(url))
      .map(({ check, status, text }) => `${status} ${check.split(" ")[0]} ${text}`);
    for (const transport of ["websocket", "event-stream", "streaming", "long-polling"]) {
      assert.ok(
        seen.some((line) => line.startsWith(`ok ${transport}`)),
        JSON.stringify(findings, null, 1),
      );
    }
  });

  await t.test("HTTP/2 is spoken, with WebSockets over it", async () => {
    const origin = `https://${await project.addressOf("lb", 8443)}`;
    const session = connect(origin, { ca: secret("ca.pem") });
    t.after(() => session.destroy());
    await once(session, "remoteSettings");
    assert.equal(session.alpnProtocol, "h2");
    const headers = { ":path": "/cometd", "sec-websocket-version": "13", origin };
    const stream = session.request(
      { ":method": "CONNECT", ":protocol": "websocket", ...headers },
      { endStream: false },
    );
    const [answer] = (await once(stream, "response")) as [{ ":status": number }];
    assert.equal(answer[":status"], 200);
    stream.close();
  });

  await t.test("metrics are scraped over TLS with Prometheus' token, as its job says, and not otherwise", async () => {
    const { scrape_configs } = parse(readFileSync(join(folder, "deploy", "prometheus.yml"), "utf8")) as {
      scrape_configs: [ScrapeConfig];
    };
    const [{ scheme, authorization, tls_config, dns_sd_configs }] = scrape_configs;
    assert.equal(scheme, "https");
    const [{ names, port }] = dns_sd_configs as [ScrapeConfig["dns_sd_configs"][0]];
    const job = {
      ...{ name: names[0], port, servername: tls_config.server_name },
      ...{ ca: secret(tls_config.ca_file), token: secret(authorization.credentials_file) },
    };
    const scrape = async (other: Record<string, unknown> = {}) =>
      JSON.parse(await project.inNode(SCRAPER, JSON.stringify({ ...job, ...other }))) as {
        status: number;
        text: string;
      }[];
    const nodes = await scrape();
    assert.equal(nodes.length, 2);
    for (const { status, text } of nodes) {
      assert.equal(status, 200);
      assert.match(text, /^oortbus_node_ready 1$/m);
      assert.match(text, /^oortbus_peers\{state="joined"\} 1$/m);
    }
    for (const token of ["", "wrong"]) {
      assert.deepEqual(
        (await scrape({ token })).map(({ status }) => status),
        [401, 401],
      );
    }
    await assert.rejects(scrape({ servername: "elsewhere" }), /ERR_TLS_CERT_ALTNAME_INVALID/);
    await assert.rejects(scrape({ ca: undefined }), /SELF_SIGNED|UNABLE_TO_VERIFY/);
  });
});
