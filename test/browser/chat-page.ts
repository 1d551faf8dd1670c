import type { TestContext } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { type OpenPage, openPage, type PageOptions } from "./open-page.js";

/** The chat in a browser of its own, as one user sees and uses it: by labels, roles and the keyboard. */
export class ChatPage {
  readonly page: Page;
  readonly user: string;
  readonly faults: readonly string[];

  private constructor({ page, faults }: OpenPage, user: string) {
    this.page = page;
    this.faults = faults;
    this.user = user;
  }

  /** Opens the page and does not join yet. Closed after the test. */
  static async open(
    t: TestContext,
    browser: Browser,
    origin: string,
    user: string,
    options: PageOptions = {},
  ): Promise<ChatPage> {
    const chat = new ChatPage(await openPage(t, browser, { width: 1_000, height: 700, ...options }), user);
    await chat.page.goto(`${origin}/demo/chat/`);
    return chat;
  }

  /** Opens the page and joins, with the keyboard alone. */
  static async join(
    t: TestContext,
    browser: Browser,
    origin: string,
    user: string,
    options: PageOptions = {},
  ): Promise<ChatPage> {
    const chat = await ChatPage.open(t, browser, origin, user, options);
    await chat.page.keyboard.type(user);
    await chat.page.keyboard.press("Enter");
    await chat.isOnNode();
    return chat;
  }

  /** Waits until it is connected. @returns host and port of the node it says it is on */
  async isOnNode(): Promise<string> {
    const node = this.page.locator("#status[data-state=online] .node");
    await node.waitFor();
    return (await node.textContent()) ?? "";
  }

  async isOffline(): Promise<void> {
    await this.page.getByText("Connection lost").waitFor();
  }

  /** Waits until a user is in the list, with this beside the name: the node he is on, or `Offline`. */
  async sees(user: string, where: string): Promise<void> {
    await this.#talk(user).filter({ hasText: where }).waitFor();
  }

  /** Turns to one user, or to `Everyone`. */
  async turnTo(user: string): Promise<void> {
    await this.#talk(user).click();
    await this.page.getByRole("heading", { name: user, exact: true }).waitFor();
  }

  /** Writes into the conversation that is open, with the keyboard. The page has put the focus there. */
  async say(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press("Enter");
  }

  /** Waits for exactly this text of that author in the conversation that is open. */
  async hears(author: string, text: string): Promise<void> {
    const said = this.page.locator(".message").filter({ has: this.page.locator(".author", { hasText: author }) });
    await said.locator(".bubble").getByText(text, { exact: true }).waitFor();
  }

  /** The texts of the conversation that is open, in order. */
  texts(): Promise<string[]> {
    return this.page.locator(".bubble").allTextContents();
  }

  /** Waits for a line that tells of something that happened. */
  async isTold(text: string | RegExp): Promise<void> {
    await this.page.locator(".news").filter({ hasText: text }).first().waitFor();
  }

  /** Waits until so many messages of that user are unread. */
  async hasUnread(user: string, count: number): Promise<void> {
    await this.#talk(user).getByText(`${count} unread`).waitFor();
  }

  #talk(user: string): Locator {
    return this.page
      .getByRole("navigation", { name: "Conversations" })
      .getByRole("button")
      .filter({ has: this.page.getByText(user, { exact: true }) });
  }
}
