import { type ChildProcess, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** First two numbers of the addresses by which nodes reach each other, and by which this process reaches them. */
const CLUSTER = "10.214";
const MANAGEMENT = "10.213";

/** Packets that one host drops. */
export type Cut = "in" | "out" | "both";

/**
 * Hosts of a small network of this machine's own: a network namespace each, joined by a switch in another one. Packets
 * can be dropped between any two, in either direction. A link of its own leads from this process to each host, so that
 * clients and observers are not cut off with the nodes.
 */
export class Lab {
  readonly hosts: readonly LabHost[];
  readonly #switch: string;

  private constructor(name: string, hosts: readonly LabHost[]) {
    this.#switch = name;
    this.hosts = hosts;
  }

  /** @returns what is missing on this machine, in words; undefined when a lab can be made */
  static async missing(): Promise<string | undefined> {
    if (process.platform !== "linux") return "network namespaces: this is not Linux";
    if (process.getuid?.() !== 0) return "the right to make network namespaces: run as root";
    const name = `oortbus-probe-${process.pid}`;
    try {
      await run("iptables", ["--version"]);
      await run("ip", ["netns", "add", name]);
      await run("ip", ["netns", "del", name]);
      return undefined;
    } catch (error) {
      return `ip and iptables that can make network namespaces: ${(error as Error).message.trim()}`;
    }
  }

  static async create(count: number): Promise<Lab> {
    const prefix = `oortbus-${process.pid}`;
    const name = `${prefix}-switch`;
    await run("ip", ["netns", "add", name]);
    await run("ip", ["-n", name, "link", "add", "switch", "type", "bridge"]);
    await run("ip", ["-n", name, "link", "set", "switch", "up"]);
    const hosts = Array.from({ length: count }, (_, index) => new LabHost(index, `${prefix}-${index}`));
    const lab = new Lab(name, hosts);
    try {
      for (const host of hosts) await host.plugIn(name);
      return lab;
    } catch (error) {
      await lab.remove();
      throw error;
    }
  }

  /** Takes everything away. Processes in it must have ended. */
  async remove(): Promise<void> {
    for (const host of this.hosts) await host.remove();
    await run("ip", ["netns", "del", this.#switch]).catch(() => {});
  }

  /** Splits the hosts into groups that do not reach each other. */
  async partition(...groups: readonly (readonly LabHost[])[]): Promise<void> {
    const cuts = groups.flatMap((group) =>
      group.flatMap((host) =>
        this.hosts.filter((other) => !group.includes(other)).map((other) => host.cut(other, "both")),
      ),
    );
    await Promise.all(cuts);
  }

  async heal(): Promise<void> {
    await Promise.all(this.hosts.map((host) => host.heal()));
  }
}

/** One host of the lab. */
export class LabHost {
  readonly index: number;
  readonly #namespace: string;
  #number: number;

  constructor(index: number, namespace: string) {
    this.index = index;
    this.#namespace = namespace;
    this.#number = 10 + index;
  }

  /** By which other hosts reach it. */
  get address(): string {
    return `${CLUSTER}.0.${this.#number}`;
  }

  /** By which this process reaches it, whatever is cut. */
  get management(): string {
    return `${MANAGEMENT}.${this.index}.2`;
  }

  async plugIn(switchName: string): Promise<void> {
    const [name, outer] = [this.#namespace, this.#outerLink];
    await run("ip", ["netns", "add", name]);
    const inside = (...args: string[]) => run("ip", ["-n", name, ...args]);
    await inside("link", "set", "lo", "up");
    await inside("link", "add", "cluster", "type", "veth", "peer", "name", `port${this.index}`, "netns", switchName);
    await run("ip", ["-n", switchName, "link", "set", `port${this.index}`, "master", "switch", "up"]);
    await inside("addr", "add", `${this.address}/16`, "dev", "cluster");
    await inside("link", "set", "cluster", "up");
    await run("ip", ["link", "add", outer, "type", "veth", "peer", "name", "management", "netns", name]);
    await run("ip", ["addr", "add", `${MANAGEMENT}.${this.index}.1/30`, "dev", outer]);
    await run("ip", ["link", "set", outer, "up"]);
    await inside("addr", "add", `${this.management}/30`, "dev", "management");
    await inside("link", "set", "management", "up");
  }

  /** Drops, without a word, what comes from or goes to another host. */
  async cut(other: LabHost, direction: Cut): Promise<void> {
    if (direction !== "out") await this.#iptables("-A", "INPUT", "-s", other.address, "-j", "DROP");
    if (direction !== "in") await this.#iptables("-A", "OUTPUT", "-d", other.address, "-j", "DROP");
  }

  async heal(): Promise<void> {
    await this.#iptables("-F");
  }

  /** The host gets another address, and loses the one it had. */
  async changeAddress(): Promise<void> {
    await run("ip", ["-n", this.#namespace, "addr", "del", `${this.address}/16`, "dev", "cluster"]);
    this.#number += 100;
    await run("ip", ["-n", this.#namespace, "addr", "add", `${this.address}/16`, "dev", "cluster"]);
  }

  /** Starts a program on this host; its log comes by standard error. */
  start(command: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
    return spawn("ip", ["netns", "exec", this.#namespace, ...command], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
  }

  async remove(): Promise<void> {
    // The namespace would take it along, but some time later: the next lab wants the name and the address.
    await run("ip", ["link", "del", this.#outerLink]).catch(() => {});
    await run("ip", ["netns", "del", this.#namespace]).catch(() => {});
  }

  /** Our end of the link for management. */
  get #outerLink(): string {
    return `ob${process.pid % 100_000}-${this.index}`;
  }

  #iptables(...args: string[]): Promise<unknown> {
    return run("ip", ["netns", "exec", this.#namespace, "iptables", "-w", ...args]);
  }
}
