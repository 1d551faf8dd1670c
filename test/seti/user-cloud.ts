import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { SetiOptionsInput } from "../../seti/seti-options.js";
import { SimulatedCloud } from "../simulation/simulated-cloud.js";
import type { SimulatedNode } from "../simulation/simulated-node.js";
import { FakeClient } from "./fake-cloud.js";

/** Whole nodes in virtual time that have joined, and clients in their processes. */
export class UserCloud {
  readonly cloud: SimulatedCloud;

  private constructor(cloud: SimulatedCloud) {
    this.cloud = cloud;
  }

  static async start(t: TestContext, nodes: number, seti: SetiOptionsInput = {}, seed = 1): Promise<UserCloud> {
    const cloud = new SimulatedCloud({ seed, nodes, options: () => ({ seti }) });
    t.after(() => {
      for (const node of cloud.alive) node.crash(false);
    });
    cloud.startAll();
    const one = new UserCloud(cloud);
    await one.whole();
    return one;
  }

  node(index: number): SimulatedNode {
    const node = this.cloud.nodes[index];
    assert.ok(node, `node ${index}`);
    return node;
  }

  /** By URL, as owners and holders are named. */
  indexOf(url: string): number {
    return this.cloud.nodes.findIndex((node) => node?.url === url);
  }

  /** Until all nodes are members of one cloud. */
  async whole(): Promise<void> {
    const tookMs = await this.cloud.until(() => this.cloud.memberProblem() === undefined, 60_000);
    assert.notEqual(tookMs, undefined, this.cloud.memberProblem());
    await this.cloud.run(2_000);
  }

  login(index: number, user?: string): FakeClient {
    const { bayeux, seti } = this.node(index);
    const client = new FakeClient(bayeux);
    if (user !== undefined) seti.associate(user, client.session);
    return client;
  }

  /** Lets time pass until the promise has settled. */
  async settled<T>(promise: Promise<T>, boundMs = 10_000): Promise<T> {
    let done = false;
    void promise.then(
      () => {
        done = true;
      },
      () => {
        done = true;
      },
    );
    assert.notEqual(await this.cloud.until(() => done, boundMs, 20), undefined, "still waiting");
    return promise;
  }
}
