import { ChatConnection } from "./chat-connection.js";
import { by, ChatView } from "./chat-view.js";
import { Conversations, EVERYONE } from "./conversations.js";
import { nodeName, readName } from "./names.js";
import { Outbox } from "./outbox.js";

/** The name survives a reload of this page, and is not shared with others of this browser. */
const NAME_KEY = "oortbus-chat-name";

by("name").value = sessionStorage.getItem(NAME_KEY) ?? "";
by("name").focus();

by("login").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { name, problem } = readName(by("name").value);
  if (problem !== undefined) return refuse(problem);
  by("login").inert = true;
  by("login-problem").textContent = "";
  try {
    await join(name);
    sessionStorage.setItem(NAME_KEY, name);
  } catch (error) {
    refuse(error.reply?.ext?.authentication?.reason ?? error.message);
  } finally {
    by("login").inert = false;
  }
});

function refuse(problem) {
  by("login-problem").textContent = problem;
  by("name").focus();
}

/** @param {string} me @returns {Promise<void>} rejects when the server does not let the user in */
async function join(me) {
  const view = new ChatView({
    open: (key) => {
      conversations.openTalk(key);
      view.openTalk();
      by("text").focus();
    },
    retry: (entry) => outbox.add(entry),
  });
  const conversations = new Conversations(me, view);
  view.conversations = conversations;
  let node;
  let wasLost = false;

  const connection = new ChatConnection(me, {
    welcome: (welcome) => {
      const isOther = node !== undefined && node !== welcome.node;
      const name = nodeName(welcome.node);
      if (node === undefined) conversations.news(`Welcome! You are on node ${name}`);
      else if (isOther) conversations.news(`You are on another node now: ${name}`);
      else if (wasLost) conversations.news(`You are back on node ${name}`);
      wasLost = false;
      node = welcome.node;
      conversations.setPeople(welcome.people);
      view.nodes(welcome.nodes, node);
    },
    online: () => {
      if (wasLost) conversations.news("The connection is back");
      wasLost = false;
      view.status("online", node);
      outbox.flush();
    },
    offline: () => {
      if (!wasLost && node !== undefined) conversations.news("The connection is lost, looking for a node");
      wasLost = true;
      view.status("offline");
      if (node === undefined) by("login-problem").textContent = "The server cannot be reached. Trying again…";
    },
    people: (changes) => conversations.changePeople(changes),
    nodes: (nodes) => view.nodes(nodes, node),
    lobby: (message) => conversations.received(EVERYONE, message),
    privately: (message) => conversations.received(message.from, message),
  });
  const outbox = new Outbox(connection, conversations);

  view.status("connecting");
  await connection.open();
  addEventListener("pagehide", () => connection.close());
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload(); // back from the browser's cache, where it said goodbye
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) conversations.read();
  });
  composeFor(conversations, outbox);
  by("welcome").hidden = true;
  by("chat").hidden = false;
  view.openTalk();
  by("text").focus();
}

/** The form in which one writes. */
function composeFor(conversations, outbox) {
  const [form, field] = [by("composer"), by("text")];
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === "" || outbox.isFull) return;
    outbox.add(conversations.written(text));
    field.value = "";
  });
  field.addEventListener("keydown", (event) => {
    // While an input method composes, Enter ends the composing.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
