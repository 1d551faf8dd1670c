import { Court } from "./court.js";
import { TennisConnection, TRANSPORTS } from "./tennis-connection.js";

/** Between two positions of a finger that are sent. */
const AIM_MS = 50;
/** So long without a connection, and the game is over: its node gave us up meanwhile. */
const PATIENCE_MS = 8_000;

const NAMES = {
  websocket: "WebSocket",
  "long-polling": "Long-polling",
  "event-stream": "Server-sent events",
  streaming: "HTTP streaming",
  "forever-iframe": "Forever iframe",
};

const REASONS = {
  unknown: "There is no such game. It may be over, or the id is not complete.",
  full: "Two are playing there already.",
};

const ENDS = {
  silent: "Nothing is heard of the other player any more.",
  unreachable: "The node that kept the game cannot be reached any more.",
  unjoined: "Nobody joined.",
  gone: "It ended while the connection was lost.",
  lost: "Your connection to the cluster is lost.",
};

const KEYS = { ArrowUp: -1, ArrowDown: 1, w: -1, s: 1, W: -1, S: 1 };

const by = (id) => document.getElementById(id);
const court = new Court(by("court"));
/** @type {TennisConnection} */
let connection;
/** @type {{ id: string, side: "left" | "right", host: string } | undefined} */
let seat;
let winner;
let hasBegun = false;
let patience;

function connect(transport) {
  const chosen = TRANSPORTS.includes(transport) ? transport : "";
  by("transport").value = chosen;
  status("connecting", "Connecting…");
  const isCurrent = (listener) => (news, more) => {
    if (own === connection) listener(news, more);
  };
  const own = new TennisConnection(chosen, {
    offered: isCurrent((transports) => {
      for (const option of by("transport").options) {
        option.disabled = option.value !== "" && !transports.includes(option.value);
      }
    }),
    online: isCurrent(online),
    offline: isCurrent(offline),
    failed: isCurrent((reason) => {
      status("offline", "Not connected");
      notice(`This node does not let us in over this transport: ${reason}`);
    }),
    seated: isCurrent(seated),
    refused: isCurrent((reason) => {
      by("lobby").inert = false;
      notice(REASONS[reason] ?? `Not possible: ${reason}.`);
    }),
    state: isCurrent(drawn),
    over: isCurrent(over),
    latency: isCurrent((ms) => {
      by("latency").textContent = `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
    }),
  });
  connection = own;
  own.open();
}

function online(node, transport) {
  clearTimeout(patience);
  patience = undefined;
  status("online", "On node", nodeName(node));
  by("transport-name").textContent = NAMES[transport] ?? transport;
  by("init").disabled = by("join-button").disabled = false;
}

function offline() {
  status("offline", "Connection lost, trying again…");
  by("init").disabled = by("join-button").disabled = true;
  by("lobby").inert = false; // an answer may be lost
  // From the first failure on, not from the last.
  patience ??= setTimeout(() => over({ reason: "lost" }), PATIENCE_MS);
}

function seated(given) {
  seat = given;
  winner = undefined;
  hasBegun = false;
  by("lobby").inert = false;
  by("lobby").hidden = true;
  by("play").hidden = false;
  for (const side of ["left", "right"]) {
    by(`${side}-name`).textContent = side === seat.side ? "You" : "Opponent";
    by(`${side}-score`).textContent = "0";
  }
  by("host").textContent = nodeName(seat.host);
  by("latency").textContent = "…";
  by("invite-id").textContent = seat.id;
  by("again").hidden = true;
  if (seat.side === "left") {
    overlay("Waiting for the other player", "Hand over this id. It is good on any node of the cluster.");
    by("invite").hidden = false;
  } else {
    overlay("Here we go", "");
  }
  court.start(seat.side);
  by("court").focus({ preventScroll: true });
}

function drawn(picture) {
  if (seat === undefined) return;
  court.add(picture);
  for (const [index, side] of ["left", "right"].entries()) {
    const text = String(picture.score[index]);
    if (by(`${side}-score`).textContent !== text) by(`${side}-score`).textContent = text;
  }
  if (!hasBegun || picture.winner !== winner) {
    hasBegun = true;
    winner = picture.winner;
    by("invite").hidden = true;
    by("again").hidden = winner === null;
    if (winner === null) by("overlay").hidden = true;
    else overlay(winner === seat.side ? "You win!" : "You lose", "One more?");
  }
}

function over({ reason, side }) {
  if (seat === undefined) return;
  const text = reason === "quit" && side !== seat.side ? "The other player has left." : (ENDS[reason] ?? "");
  leave();
  notice(`The game is over. ${text}`);
}

/** Back to the lobby. */
function leave() {
  seat = undefined;
  held.clear();
  court.stop();
  by("play").hidden = true;
  by("lobby").hidden = false;
  by("init").focus();
}

by("init").addEventListener("click", () => ask({ type: "init" }));
by("join").addEventListener("submit", (event) => {
  event.preventDefault();
  const id = by("game-id").value.trim().toLowerCase();
  if (id === "") return notice("Please enter the id of a game.");
  ask({ type: "join", id });
});

function ask(data) {
  notice("");
  by("lobby").inert = true; // until there is an answer
  connection.say(data);
}

by("quit").addEventListener("click", () => {
  connection.stopPlaying();
  leave();
  notice("You left the game.");
});
by("again").addEventListener("click", () => {
  connection.say({ type: "again" });
  by("court").focus({ preventScroll: true });
});
by("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(seat.id);
    by("copy").textContent = "Copied";
    setTimeout(() => {
      by("copy").textContent = "Copy";
    }, 1_500);
  } catch {
    getSelection().selectAllChildren(by("invite-id")); // to be copied by hand
  }
});

for (const name of ["", ...TRANSPORTS]) {
  by("transport").append(new Option(name === "" ? "Automatic" : (NAMES[name] ?? name), name));
}
by("transport").addEventListener("change", async ({ target: { value } }) => {
  notice("");
  history.replaceState(null, "", value === "" ? location.pathname : `?transport=${value}`);
  by("init").disabled = by("join-button").disabled = true;
  const old = connection;
  connect(value);
  await old.close();
});

/** Arrow keys that are down, the last one first to be obeyed. */
const held = new Set();

function steer(steering) {
  court.steer(steering);
  connection.say({ type: "steer", steering });
}

function steerByKeys() {
  if (seat !== undefined) steer({ direction: KEYS[[...held].at(-1)] ?? 0 });
}

addEventListener("keydown", (event) => {
  if (seat === undefined || KEYS[event.key] === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault(); // the page does not scroll
  if (event.repeat || held.has(event.key)) return;
  held.add(event.key);
  steerByKeys();
});
addEventListener("keyup", ({ key }) => {
  if (held.delete(key)) steerByKeys();
});
addEventListener("blur", () => {
  if (held.size === 0) return;
  held.clear();
  steerByKeys();
});

let aimedAt = 0;
let aim;
function aimAt(event) {
  const target = Math.round(court.heightAt(event.clientY) * 10) / 10;
  court.steer({ target });
  clearTimeout(aim);
  const send = () => {
    aimedAt = performance.now();
    if (seat !== undefined) connection.say({ type: "steer", steering: { target } });
  };
  const waitMs = aimedAt + AIM_MS - performance.now();
  if (waitMs <= 0) send();
  else aim = setTimeout(send, waitMs);
}
by("court").addEventListener("pointerdown", (event) => {
  by("court").setPointerCapture(event.pointerId);
  aimAt(event);
});
by("court").addEventListener("pointermove", (event) => {
  if (by("court").hasPointerCapture(event.pointerId)) aimAt(event);
});

addEventListener("pagehide", () => void connection.close());
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload(); // back from the browser's cache, where it said goodbye
});

function overlay(title, text) {
  by("overlay-title").textContent = title;
  by("overlay-text").textContent = text;
  by("overlay").hidden = false;
}

function status(state, text, node = "") {
  by("status").dataset.state = state;
  by("status-text").textContent = text;
  by("node").textContent = node;
}

function notice(text) {
  by("notice").textContent = text;
}

function nodeName(url) {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

by("game-id").value = location.hash.slice(1);
connect(new URLSearchParams(location.search).get("transport") ?? "");
