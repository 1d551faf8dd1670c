import type { TestContext } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type MeshNode, startMesh } from "../support/start-mesh.js";
import { type OpenPage, openPage, type PageOptions } from "./open-page.js";

export interface TennisPageOptions extends PageOptions {
  readonly transport?: string;
}

/** Tennis in a browser of its own, as one player sees it and plays. */
export class TennisPage {
  readonly page: Page;
  readonly faults: readonly string[];

  private constructor({ page, faults }: OpenPage) {
    this.page = page;
    this.faults = faults;
  }

  /** Opens the page and waits until it is connected. Closed after the test. */
  static async open(
    t: TestContext,
    browser: Browser,
    origin: string,
    options: TennisPageOptions = {},
  ): Promise<TennisPage> {
    const { transport, ...size } = options;
    const tennis = new TennisPage(await openPage(t, browser, { width: 860, height: 660, ...size }));
    const query = transport === undefined ? "" : `?transport=${transport}`;
    await tennis.page.addInitScript(() => {
      const places = new Set<string>();
      Object.assign(window, { places });
      new MutationObserver(([{ target } = {} as MutationRecord]) => {
        places.add((target as HTMLElement).dataset.ball ?? "");
      }).observe(document, { subtree: true, attributeFilter: ["data-ball"] });
    });
    await tennis.page.goto(`${origin}/demo/tennis/${query}`);
    await tennis.page.locator("#status[data-state=online]").waitFor();
    return tennis;
  }

  /** @returns the id of the game that was begun */
  async init(): Promise<string> {
    await this.page.getByRole("button", { name: "Start a game" }).click();
    await this.page.getByText("Waiting for the other player").waitFor();
    return (await this.page.locator("#invite-id").textContent()) ?? "";
  }

  async join(id: string): Promise<void> {
    await this.page.getByLabel("Id of the game").fill(id);
    await this.page.getByRole("button", { name: "Join", exact: true }).click();
  }

  /** Waits until the game is played: no word lies over the court, but that it is won, where all others are slow. */
  async plays(): Promise<void> {
    await this.page.waitForFunction(() => {
      const { hidden } = document.getElementById("overlay")!;
      return hidden || !document.getElementById("again")!.hidden;
    });
    await this.page.locator("#court").waitFor();
  }

  /** Host and port of the node it is on. */
  async node(): Promise<string> {
    return (await this.page.locator("#node").textContent()) ?? "";
  }

  async fact(id: "transport-name" | "latency" | "host"): Promise<string> {
    return (await this.page.locator(`#${id}`).textContent()) ?? "";
  }

  /** Waits until this page was told that a pad is so high. */
  async seesPad(side: "left" | "right", holds: "above" | "below", y: number): Promise<void> {
    await this.page.waitForFunction(
      ([name, comparison, limit]) => {
        const told = document.getElementById("court")?.dataset[name as string];
        if (told === undefined) return false;
        return comparison === "above" ? Number(told) < Number(limit) : Number(told) > Number(limit);
      },
      [`${side}Pad`, holds, y] as const,
    );
  }

  /** Waits until this page was told of so many places of the ball, since it was opened. */
  async seesBallFly(places: number): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => (window as unknown as { places: Set<string> }).places.size >= wanted,
      places,
    );
  }

  async score(): Promise<[number, number]> {
    const texts = [this.page.locator("#left-score"), this.page.locator("#right-score")].map((one) => one.textContent());
    const [left, right] = await Promise.all(texts);
    return [Number(left), Number(right)];
  }

  /** Waits until somebody has so many points together. */
  async seesPoints(points: number): Promise<void> {
    await this.page.waitForFunction((wanted) => {
      const of = (id: string): number => Number(document.getElementById(id)?.textContent);
      return of("left-score") + of("right-score") >= wanted;
    }, points);
  }

  /** Waits for a line above the lobby. */
  async isTold(text: string): Promise<void> {
    await this.page.getByRole("alert").filter({ hasText: text }).waitFor();
  }
}

/** Two nodes of one cloud that serve the demos over every transport that tennis can be played by. */
export async function twoTennisNodes(t: TestContext): Promise<[MeshNode, MeshNode]> {
  const transports = "websocket,long-polling,event-stream,streaming,forever-iframe";
  const args = ["--demo", "--auth.mode=open", `--transport.allowedTransports=${transports}`];
  return (await startMesh(t, 2, { args })) as [MeshNode, MeshNode];
}
