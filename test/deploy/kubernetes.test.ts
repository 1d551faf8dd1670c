import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { Deployment, IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import type { IPodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import type { IService } from "kubernetes-models/v1/Service";
import { parse, parseAllDocuments } from "yaml";
import { resolveConfig } from "../../config.js";
import { layerFromFlags } from "../../core/option-sources.js";
import { codeBlocks } from "../support/documents.js";
import { buildRoot, projectRoot } from "../support/project-root.js";

const FOLDER = join(projectRoot, "deploy", "kubernetes");

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

interface Kustomization {
  readonly resources: readonly string[];
  readonly configMapGenerator: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly secretGenerator: readonly { readonly name: string; readonly envs: readonly string[] }[];
  readonly images: readonly { readonly name: string }[];
}

function read(file: string): string {
  return readFileSync(join(FOLDER, file), "utf8");
}

const kustomization = parse(read("kustomization.yaml")) as Kustomization;
const manifests = kustomization.resources.flatMap((file) =>
  parseAllDocuments(read(file)).map((document) => document.toJS() as Manifest),
);

/** The one manifest of a kind, by its name. */
function manifest<T>(kind: string, name = "oortbus"): T {
  const found = manifests.filter((one) => one.kind === kind && one.metadata.name === name);
  assert.equal(found.length, 1, `${kind} ${name}`);
  return found[0] as T;
}

/** Where kubernetes-models has a kind: groups without a dot have no suffix there. */
function moduleOf({ apiVersion, kind }: Manifest): string {
  return `kubernetes-models/${apiVersion}/${kind}`;
}

const deployment = manifest<IDeployment>("Deployment");
const pod = deployment.spec!.template.spec!;
const [container] = pod.containers;
assert.ok(container);

test("every manifest is what its schema asks for, and has no field that Kubernetes does not know", async () => {
  assert.ok(manifests.length >= 8);
  for (const one of manifests) {
    const module = (await import(moduleOf(one))) as Record<string, new (data: unknown) => Deployment>;
    new module[one.kind]!(one).validate();
  }
  // The schemas let unknown fields pass; TypeScript does not, in an object that is written down.
  const lines = manifests.map(
    (one, index) =>
      `import type { I${one.kind} as Kind${index} } from "${moduleOf(one)}";\nexport const of${index}: Kind${index} = ${JSON.stringify(one)};`,
  );
  const folder = join(buildRoot, "test", "deploy");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "manifests.ts");
  writeFileSync(file, lines.join("\n"));
  const options =
    "--ignoreConfig --noEmit --strict --target es2022 --module nodenext --types node --skipLibCheck".split(" ");
  const tsc = join(projectRoot, "node_modules", ".bin", "tsc");
  await promisify(execFile)(tsc, [...options, file]).catch(({ stdout }) => assert.fail(stdout));
});

test("the schemas would tell a wrong manifest", async () => {
  const { Deployment } = await import("kubernetes-models/apps/v1/Deployment");
  const wrong = structuredClone(deployment) as unknown as { spec: { replicas: unknown } };
  wrong.spec.replicas = "three";
  assert.throws(() => new Deployment(wrong as never).validate(), /replicas/);
});

test("a node takes the configuration, variables and secrets that its pod gets", () => {
  const [map] = kustomization.configMapGenerator;
  const [secret] = kustomization.secretGenerator;
  const secrets = new Map(
    read(`${secret?.envs[0]}.example`)
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
  const volume = pod.volumes?.find(({ configMap }) => configMap?.name === map?.name);
  const mount = container.volumeMounts?.find(({ name }) => name === volume?.name);
  const environment: Record<string, string> = {};
  for (const { name, value, valueFrom } of container.env ?? []) {
    const { secretKeyRef: ref } = valueFrom ?? {};
    if (ref !== undefined) {
      assert.equal(ref.name, secret?.name);
      assert.ok(secrets.has(ref.key), `secret ${ref.key}`);
      environment[name] = secrets.get(ref.key)!;
    } else if (value !== undefined) {
      environment[name] = value.replace("$(POD_IP)", "10.1.2.3");
    }
  }
  const file = map?.files[0] ?? "";
  assert.equal(environment.OORTBUS_CONFIG, `${mount?.mountPath}/${file}`);
  const { value: config } = resolveConfig(layerFromFlags([], new Map()), environment, {
    name: file,
    content: parse(read(file)),
  });
  assert.equal(config.url, "http://10.1.2.3:8080/cometd");
  assert.equal(config.auth.mode, "jwt");
  const ports = new Map(container.ports?.map(({ name, containerPort }) => [name, containerPort]));
  assert.deepEqual(
    ports,
    new Map([
      ["http", config.port],
      ["admin", config.admin.port],
      ["grpc", config.grpcPort],
    ]),
  );
  const headless = manifest<IService>("Service", config.dns.name);
  assert.equal(headless.spec?.clusterIP, "None");
  assert.equal(headless.spec?.publishNotReadyAddresses, true);
  assert.equal(headless.spec?.ports?.[0]?.port, config.port);
  // A drain must be over before the pod is killed.
  const { noticeMs, timeoutMs, flushTimeoutMs } = config.drain;
  const preStopMs = (container.lifecycle?.preStop?.sleep?.seconds ?? 0) * 1_000;
  const hardStopMs = 5_000;
  const graceMs = (pod.terminationGracePeriodSeconds ?? 0) * 1_000;
  assert.ok(graceMs > preStopMs + noticeMs + timeoutMs + flushTimeoutMs + hardStopMs);
});

test("whatever selects pods selects these, and every port has the name that the pod gives it", () => {
  const labels = deployment.spec?.template.metadata?.labels ?? {};
  const ports = new Set(container.ports?.map(({ name }) => name));
  const selectors = [
    deployment.spec?.selector.matchLabels,
    manifest<IPodDisruptionBudget>("PodDisruptionBudget").spec?.selector?.matchLabels,
    manifest<INetworkPolicy>("NetworkPolicy").spec?.podSelector?.matchLabels,
  ];
  for (const name of ["oortbus", "oortbus-nodes", "oortbus-admin"]) {
    const { spec } = manifest<IService>("Service", name);
    selectors.push(spec?.selector);
    for (const { targetPort } of spec?.ports ?? []) assert.ok(ports.has(String(targetPort)), `${name}: ${targetPort}`);
  }
  for (const selector of selectors) assert.deepEqual(selector, labels);
  for (const { httpGet } of [container.startupProbe, container.readinessProbe, container.livenessProbe].map(
    (p) => p!,
  )) {
    assert.ok(ports.has(String(httpGet?.port)));
    assert.match(httpGet?.path ?? "", /^\/(healthz|readyz)$/);
  }
  assert.deepEqual(
    kustomization.images.map(({ name }) => name),
    [container.image],
  );
});

test("a pod can do nothing that it need not", () => {
  assert.equal(pod.automountServiceAccountToken, false);
  assert.equal(pod.securityContext?.runAsNonRoot, true);
  const user = `${pod.securityContext.runAsUser}:${pod.securityContext.runAsGroup}`;
  assert.match(readFileSync(join(projectRoot, "Dockerfile"), "utf8"), new RegExp(`^USER ${user}$`, "m"));
  assert.deepEqual(container.securityContext, {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  });
});

test("the kustomization names every file there is, and the guide its command", () => {
  const { resources, configMapGenerator, secretGenerator } = kustomization;
  const named = [
    "kustomization.yaml",
    ...resources,
    ...configMapGenerator.flatMap(({ files }) => files),
    ...secretGenerator.flatMap(({ envs }) => envs.map((env) => `${env}.example`)),
  ];
  const there = readdirSync(FOLDER).filter((file) => file !== "secrets.env");
  assert.deepEqual(there.sort(), named.sort());
  const blocks = codeBlocks("docs/guides/kubernetes.md").map(({ text }) => text);
  assert.ok(blocks.some((text) => text.includes("kubectl apply -k deploy/kubernetes")));
});
