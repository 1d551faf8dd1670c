/**
 * Sections of spec/bayeux.md of which a peer sees nothing, or nothing that another section's rules do not show, each with
 * the reason and with what holds it instead.
 */
export const NOT_ON_THE_WIRE: Readonly<Record<string, string>> = {
  "1": "an overview; each of its sentences is a rule of a later section",
  "16.6": "how a client matches replies: test/core/client; that deliveries have no id is a rule of 8.2",
  "18": "the server's own interface: test/core/server, test/core/session, test/core/channel",
  "23": "whom the server asks when a queue is full: test/core/session/queue-policy.test.ts",
  "25.1": "a client's options: test/core/client",
  "25.2": "a client's states: test/core/client; the stock client's: test/scenario/stock-cometd.test.ts",
  "25.3": "what a client does upon failures: test/core/client",
  "25.4": "a client's interface: test/core/client",
  "26": "another client's ways; as nodes of a cloud use it: test/cluster/trace-replay.test.ts",
  "28": "two servers compared, line by line; ours are rules of their own sections, and differences.ts",
};

/** Parts of sections that do have rules. */
export const PARTLY_NOT_ON_THE_WIRE: Readonly<Record<string, string>> = {
  "4": "the order of extensions, listeners and policy within one message: test/core/server",
  "5.2": "a session object that is handshaken twice, which the interface does not allow",
  "5.3": "the order of listeners: test/core/server; what shows is that a session expires without a connect",
  "6.7": "the number of a connect cycle; what shows is that the end of an older one changes nothing",
  "12.3": "the order of notification: test/core/server",
  "12.4": "listeners, authorizers and initialisers of a channel: test/core/channel",
  "14.3": "the cookie's other attributes are options: test/core/transport",
  "14.5": "a server that stops: test/node",
  "16.5": "closes by the client: test/core/client",
  "17": "options whose effect is not a peer's to see: test/node/config.test.ts compares them with docs/configuration.md",
  "19": "the order of authorizers, and that policies may take their time: test/core/security",
  "20": "the order of extensions: test/core/message, test/core/server",
  "21.2": "the numbers themselves: test/core/extension/timesync-extension.test.ts",
  "24": "annotations and data filters: test/core/server/service; services over sockets: test/scenario/services.test.ts",
  "27.1": "what the stock client does by itself: test/scenario/stock-faye.test.ts, and its recorded stories",
  "27.2": "another server's ways, where ours does not follow them",
};
