import { EVERYONE } from "./conversations.js";
import { hueOf, initials, nodeName, shownName } from "./names.js";

/** Messages of one author within this time stand under one name. */
const TOGETHER_MS = 3 * 60_000;
/** This close to its end, the log follows new messages. */
const NEAR_END_PX = 80;

const MEANING = { pending: "Waiting for a connection…", sent: "", failed: "Not sent." };

/**
 * @typedef {import("./conversations.js").Conversations} Conversations
 * @typedef {import("./conversations.js").Entry} Entry
 * @typedef {import("./conversations.js").Talk} Talk
 * @typedef {import("./conversations.js").Screen} Screen
 */

/**
 * Draws the conversations. What users wrote gets into the page as text, never as markup.
 * @implements {Screen}
 */
export class ChatView {
  /** @type {Conversations} */
  conversations;
  #onOpen;
  #onRetry;
  /** @type {Map<Entry, HTMLElement>} of the open conversation */
  #drawn = new Map();
  /** @type {Entry | undefined} */
  #last;

  /** @param {{ open: (key: string) => void, retry: (entry: Entry) => void }} on */
  constructor({ open, retry }) {
    this.#onOpen = open;
    this.#onRetry = retry;
    by("log").tabIndex = 0; // so that the keyboard scrolls it in every browser
    by("newest").addEventListener("click", () => this.#scrollToEnd());
    by("log").addEventListener("scroll", () => {
      if (this.#isAtEnd()) by("newest").hidden = true;
    });
  }

  get isHidden() {
    return document.hidden;
  }

  added(talk, entry) {
    if (talk !== this.conversations.open) {
      if (entry.kind === "message" && talk.key !== EVERYONE)
        by("announce").textContent = `Private message from ${shownName(talk.key)}`;
      return;
    }
    const follow = this.#isAtEnd() || entry.own;
    this.#append(entry);
    for (const [old, element] of this.#drawn) {
      if (talk.entries.includes(old)) break;
      this.#drawn.delete(old);
      element.remove();
    }
    if (follow) this.#scrollToEnd();
    else by("newest").hidden = false;
  }

  changed(entry) {
    const element = this.#drawn.get(entry);
    if (element === undefined) return;
    const follow = this.#isAtEnd();
    element.dataset.state = entry.state;
    element.querySelector(".fate")?.remove();
    const fate = this.#fateOf(entry);
    if (fate !== undefined) element.querySelector(".said").append(fate);
    if (follow) this.#scrollToEnd();
  }

  people() {
    const { conversations } = this;
    this.#drawTalks(conversations.shown);
    by("online-count").textContent = String(conversations.online.size);
    by("alone").hidden = conversations.online.size > 1;
    document.title = conversations.unread > 0 ? `(${conversations.unread}) Oortbus chat` : "Oortbus chat";
    this.#heading();
  }

  /** Shows the open conversation from its first entry on. */
  openTalk() {
    const log = by("log");
    log.setAttribute("aria-live", "off"); // it was all said before
    log.replaceChildren();
    this.#drawn.clear();
    this.#last = undefined;
    for (const entry of this.conversations.open.entries) this.#append(entry);
    this.people();
    this.#scrollToEnd();
    requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
  }

  /**
   * @param {"connecting" | "online" | "offline"} state
   * @param {string} [node] - URL of the node this page is on
   */
  status(state, node) {
    const text = { connecting: "Connecting…", online: "Connected to", offline: "Connection lost, looking for a node…" };
    by("status").dataset.state = state;
    by("status-text").textContent = text[state];
    by("node").textContent = state === "online" && node !== undefined ? nodeName(node) : "";
    by("composer").dataset.state = state;
  }

  /**
   * @param {import("./chat-connection.js").ChatNode[]} nodes
   * @param {string} own - URL of the node this page is on
   */
  nodes(nodes, own) {
    by("nodes").replaceChildren(
      ...nodes.map(({ url, isReady }) => {
        const here =
          url === own ? make("span", "here", "this page") : isReady ? "" : make("span", "here", "not reached");
        const item = make("li", "", make("span", "light"), make("bdi", "", nodeName(url)), here);
        item.dataset.state = isReady ? "online" : "offline";
        if (url === own) item.setAttribute("aria-current", "true");
        return item;
      }),
    );
  }

  /** Touches only what differs, so that the focus and the place in the list stay. */
  #drawTalks(talks) {
    const list = by("talks");
    const old = new Map([...list.children].map((item) => [item.dataset.key, item]));
    const items = talks.map((talk) => {
      const item = this.#talkItem(talk);
      const drawn = old.get(talk.key);
      return drawn?.isEqualNode(item) ? drawn : item;
    });
    if (items.length === list.children.length && items.every((item, at) => item === list.children[at])) return;
    const focused = list.contains(document.activeElement)
      ? document.activeElement.parentElement.dataset.key
      : undefined;
    list.replaceChildren(...items);
    if (focused !== undefined) items.find((item) => item.dataset.key === focused)?.firstElementChild.focus();
  }

  #heading() {
    const { open, online, me } = this.conversations;
    const isPrivate = open.key !== EVERYONE;
    const name = shownName(open.key);
    by("chat").dataset.talk = isPrivate ? "private" : "everyone";
    by("talk-title").textContent = isPrivate ? name : "Everyone";
    by("text-label").textContent = isPrivate ? `Private message to ${name}` : "Message to everyone";
    by("text").placeholder = isPrivate ? `Write to ${name} privately` : "Write to everyone";
    const nodes = online.get(open.key);
    if (!isPrivate) by("talk-about").textContent = `You are ${shownName(me)}. Everybody online reads this.`;
    else if (nodes === undefined) by("talk-about").textContent = "Offline";
    else by("talk-about").textContent = `Private, on ${nodes.map(nodeName).join(" and ")}`;
  }

  /** @param {Talk} talk */
  #talkItem({ key, unread }) {
    const isPrivate = key !== EVERYONE;
    const nodes = this.conversations.online.get(key);
    const where = !isPrivate ? "Public" : nodes === undefined ? "Offline" : nodes.map(nodeName).join(", ");
    const button = make(
      "button",
      "talk-button",
      isPrivate ? avatar(key) : make("span", "avatar all", icon("M4 5h16v11H10l-4 4v-4H4z")),
      make("span", "who", make("bdi", "name", isPrivate ? shownName(key) : "Everyone"), make("span", "where", where)),
      unread > 0 ? make("span", "badge", unread > 99 ? "99+" : String(unread), make("span", "hidden", " unread")) : "",
    );
    button.type = "button";
    if (isPrivate) button.dataset.online = String(nodes !== undefined);
    if (key === this.conversations.open.key) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => this.#onOpen(key));
    const item = make("li", "", button);
    item.dataset.key = key;
    return item;
  }

  /** @param {Entry} entry */
  #append(entry) {
    const element = entry.kind === "news" ? this.#news(entry) : this.#message(entry);
    this.#drawn.set(entry, element);
    this.#last = entry;
    by("log").append(element);
  }

  #news({ from, text, at }) {
    const who = from === undefined ? "" : make("bdi", "", shownName(from));
    return make("p", "news", who, make("span", "", from === undefined ? text : ` ${text}`), time(at));
  }

  #message(entry) {
    const { from, text, at, own, state, talk } = entry;
    const last = this.#last;
    const goesOn = last?.kind === "message" && last.from === from && at - last.at < TOGETHER_MS;
    const head = make("header", "by", make("bdi", "author", own ? "You" : shownName(from)), time(at));
    if (talk !== EVERYONE) head.append(make("span", "lock", "private"));
    const bubble = make("p", "bubble", text);
    bubble.dir = "auto";
    const said = make("div", "said", head, bubble);
    const fate = this.#fateOf(entry);
    if (fate !== undefined) said.append(fate);
    const element = make("article", "message", avatar(from), said);
    element.classList.toggle("own", own === true);
    element.classList.toggle("private", talk !== EVERYONE);
    element.classList.toggle("goes-on", goesOn);
    if (state !== undefined) element.dataset.state = state;
    return element;
  }

  /** What became of an own message, if there is something to say. */
  #fateOf(entry) {
    const text = entry.note ?? MEANING[entry.state] ?? "";
    if (text === "") return undefined;
    const fate = make("p", "fate", text);
    if (entry.state !== "failed") return fate;
    const again = make("button", "again", "Try again");
    again.type = "button";
    again.addEventListener("click", () => this.#onRetry(entry));
    fate.append(" ", again);
    return fate;
  }

  #isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = by("log");
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  #scrollToEnd() {
    by("log").scrollTop = by("log").scrollHeight;
    by("newest").hidden = true;
  }
}

/** @param {string} id @returns {any} */
export function by(id) {
  return document.getElementById(id);
}

/**
 * An element with children; text among them stays text.
 * @param {string} tag
 * @param {string} className
 * @param {...(string | Node)} children
 * @returns {any}
 */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  element.append(...children.filter((child) => child !== ""));
  return element;
}

function avatar(user) {
  const element = make("span", "avatar", initials(user));
  element.setAttribute("aria-hidden", "true");
  element.style.setProperty("--hue", String(hueOf(user)));
  return element;
}

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

function time(at) {
  const date = new Date(at);
  const element = make("time", "", date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
  element.dateTime = date.toISOString();
  return element;
}
