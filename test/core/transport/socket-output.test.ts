import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { Duplex } from "node:stream";
import { type TestContext, test } from "node:test";
import { connect as connectSecurely, createServer as createSecureServer } from "node:tls";
import { SocketOutput } from "../../../core/transport/socket-output.js";
import { Authority } from "../../support/certificates.js";
import { until, withinTime } from "../../support/until.js";

/** One connection: the server's end, which is written to, and the client's, which reads. */
interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  /** All that came so far. */
  readonly received: () => string;
}

async function listen(t: TestContext): Promise<() => Promise<Pair>> {
  const server = createServer().listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  return async () => {
    const far = connect((server.address() as AddressInfo).port, "127.0.0.1");
    const [near] = (await withinTime(once(server, "connection"), "a connection")) as [Socket];
    return pairOf(t, near, far);
  };
}

function pairOf(t: TestContext, near: Socket, far: Socket): Pair {
  for (const socket of [near, far]) {
    t.after(() => socket.destroy());
    socket.on("error", () => {});
  }
  const chunks: Buffer[] = [];
  far.on("data", (chunk: Buffer) => void chunks.push(chunk));
  return { near, far, received: () => Buffer.concat(chunks).toString("latin1") };
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

/** The number of the file behind a socket. */
function fdOf(socket: Socket): number | undefined {
  return (socket as unknown as { _handle: { fd: number } | null })._handle?.fd;
}

// What the stream has written, it counts. If Node should hide the number of the file one day, this fails, and only this:
// everything would go by the stream, which is slower and right.
test("a plain socket is written to past its stream", async (t) => {
  const { near, received } = await (await listen(t))();
  new SocketOutput(near).write(bytesOf("hello"));
  assert.deepEqual([near.bytesWritten, near.writableLength], [0, 0]);
  await until(() => received() === "hello", "it came");
});

test("who writes to the stream itself and who does not are not confused in their order", async (t) => {
  const { near, received } = await (await listen(t))();
  const output = new SocketOutput(near);
  output.write(bytesOf("1"));
  output.streamIsUsed();
  near.write("2");
  output.write(bytesOf("3"));
  output.streamIsUsed();
  near.cork();
  near.write("4");
  output.write(bytesOf("5"));
  near.uncork();
  output.cork();
  output.write(bytesOf("6"));
  near.write("7");
  output.uncork();
  output.write(bytesOf("8"));
  await until(() => received().length === 8, "all came");
  assert.equal(received(), "12345678");
});

test("a corked socket says nothing before it is uncorked, also where nothing waits yet", async (t) => {
  const { near } = await (await listen(t))();
  const output = new SocketOutput(near);
  output.cork();
  output.write(bytesOf("wait"));
  assert.equal(near.writableLength, 4);
  output.uncork();
  assert.equal(near.writableLength, 0);
});

test("what is lent may change at once: what the kernel does not take, or a cork holds back, is a copy", async (t) => {
  const { near, far, received } = await (await listen(t))();
  const output = new SocketOutput(near);
  const memory = Buffer.alloc(80_000);
  let sent = "";
  let number = 0;
  const lend = (start: number, end: number): void => {
    number += 1;
    const text = `<${number}>`.padEnd(end - start, String(number % 10));
    memory.write(text, start, "latin1");
    output.writeLent(memory, start, end);
    memory.fill("!");
    sent += text;
  };
  lend(3, 50);
  assert.equal(near.bytesWritten, 0, "past the stream");
  output.cork();
  lend(0, 40);
  output.uncork();
  far.pause();
  while (output.unsentBytes === 0) lend(1, 77_778);
  for (let more = 0; more < 5; more += 1) lend(10, 1_009);
  far.resume();
  await until(() => received().length === sent.length, "all came");
  assert.equal(received(), sent);
});

test("what a reader does not take waits in the stream, and arrives in order and once when it reads again", async (t) => {
  const { near, far, received } = await (await listen(t))();
  const output = new SocketOutput(near);
  far.pause();
  let sent = "";
  let number = 0;
  const send = (length: number): void => {
    number += 1;
    const text = `<${number}>`.padEnd(length, "x");
    sent += text;
    output.write(bytesOf(text));
  };
  // Odd sizes, so that the kernel takes a part of one.
  while (output.unsentBytes === 0) send(77_777);
  assert.ok(near.bytesWritten < sent.length, "most went past the stream");
  for (let more = 0; more < 20; more += 1) send(999);
  output.streamIsUsed();
  near.write("stream's own ");
  sent += "stream's own ";
  send(5);
  const waiting = output.unsentBytes;
  assert.ok(waiting > 20 * 999, "all that followed waits");
  // As soon as the reader has read, the kernel has room; but those who waited come first.
  far.on("data", () => output.unsentBytes > 0 && send(7));
  far.resume();
  await until(() => output.unsentBytes === 0, "all was taken");
  const counted = near.bytesWritten;
  send(10);
  assert.equal(near.bytesWritten, counted, "past the stream again");
  await until(() => received().length === sent.length, "all came");
  assert.equal(received(), sent);
});

/** After an error as well. */
function closed(socket: Socket): Promise<void> {
  return withinTime(new Promise((resolve) => void socket.once("close", () => resolve())), "its end");
}

const ENDS: Readonly<Record<string, (pair: Pair) => unknown>> = {
  destroyed: ({ near }) => near.destroy(),
  "destroyed with an error": ({ near }) => near.destroy(new Error("enough")),
  reset: ({ near }) => near.resetAndDestroy(),
  "ended by its peer": ({ near, far }) => {
    far.end();
    near.end();
    return closed(near);
  },
  "cut by its peer": ({ near, far }) => {
    far.resetAndDestroy();
    return closed(near);
  },
};

for (const [how, end] of Object.entries(ENDS)) {
  test(`a stranger who gets the number of a socket that was ${how} is never written to`, async (t) => {
    const open = await listen(t);
    const first = await open();
    const output = new SocketOutput(first.near);
    output.write(bytesOf("hello"));
    await until(() => first.received() === "hello", "it came");
    const fd = fdOf(first.near);
    await end(first);
    assert.equal(fdOf(first.near), undefined, "Node has taken the handle away in the same step");
    const strangers: Pair[] = [];
    do strangers.push(await open());
    while (fdOf(strangers.at(-1)!.near) !== fd && fdOf(strangers.at(-1)!.far) !== fd && strangers.length < 50);
    const ends = strangers.flatMap(({ near, far }) => [near, far]);
    assert.ok(
      ends.some((socket) => fdOf(socket) === fd),
      "the number has gone to another socket",
    );
    output.write(bytesOf("nobody may read this"));
    const heard: string[] = [];
    for (const socket of ends) socket.on("data", (chunk: Buffer) => void heard.push(String(chunk)));
    for (const { near, far } of strangers) {
      near.end("news");
      far.end("news");
      await Promise.all([near, far].map((socket) => withinTime(once(socket, "close"), "the stranger's end")));
    }
    assert.deepEqual(new Set(heard), new Set(["news"]));
  });
}

test("a socket that was given away is not written to by its number", async (t) => {
  const { near, far, received } = await (await listen(t))();
  const output = new SocketOutput(near);
  output.write(bytesOf("hello"));
  const holder = near as unknown as { _handle: { close(): void } | null };
  const handle = holder._handle;
  holder._handle = null; // as Node does when a socket goes to a child process
  output.write(bytesOf("x"));
  handle?.close();
  await closed(far);
  assert.equal(received(), "hello");
});

test("a peer that is gone is noticed as by any write", async (t) => {
  const { near, far } = await (await listen(t))();
  near.pause(); // so that it is the write that finds out
  const output = new SocketOutput(near);
  far.resetAndDestroy();
  const failed = once(near, "error") as Promise<[NodeJS.ErrnoException]>;
  const write = (): void => {
    if (near.destroyed) return;
    output.write(bytesOf("x"));
    setImmediate(write);
  };
  write();
  const [error] = await withinTime(failed, "an error");
  assert.match(error.code ?? "", /^(EPIPE|ECONNRESET)$/);
  assert.equal(near.destroyed, true);
});

test("nothing is written behind the end", async (t) => {
  const open = await listen(t);
  const ends: readonly ((near: Socket, output: SocketOutput) => unknown)[] = [
    (near, output) => {
      output.streamIsUsed();
      near.end("last");
    },
    (near, output) => {
      output.end();
      near.write("last");
      setImmediate(() => near.end());
    },
    // Nobody has said so, as when a client ends its side and `ws` follows: then the kernel refuses.
    (near) => {
      near.end("last");
      return once(near, "finish");
    },
  ];
  for (const end of ends) {
    const { near, far, received } = await open();
    const output = new SocketOutput(near);
    let failed: unknown;
    near.on("error", (error) => {
      failed = error;
    });
    output.write(bytesOf("first"));
    await end(near, output);
    output.write(bytesOf("late"));
    await closed(far);
    assert.deepEqual([received(), failed], ["firstlast", undefined]);
  }
});

test("a TLS socket is written to by its stream alone, which encrypts", async (t) => {
  const { keyFile, certFile } = await (await Authority.create(t)).issue("near");
  const secrets = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
  const server = createSecureServer(secrets).listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  const far = connectSecurely((server.address() as AddressInfo).port, "127.0.0.1", { rejectUnauthorized: false });
  const [near] = (await withinTime(once(server, "secureConnection"), "a connection")) as [Socket];
  const { received } = pairOf(t, near, far);
  assert.ok(fdOf(near)! >= 0, "it has the number of a file, which must not be used");
  new SocketOutput(near).write(bytesOf("secret"));
  await until(() => received() === "secret", "it came");
});

test("a stream that is no socket of Node's own is written to as it wants to be", () => {
  const written: string[] = [];
  const own = new Duplex({
    read: () => {},
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      done();
    },
  });
  new SocketOutput(own).write(bytesOf("x"));
  assert.deepEqual(written, ["x"]);
});

test("what is written before there is a connection leaves once there is one", async (t) => {
  const server = createServer().listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  const near = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const output = new SocketOutput(near);
  output.write(bytesOf("1"));
  const [far] = (await withinTime(once(server, "connection"), "a connection")) as [Socket];
  const { received } = pairOf(t, near, far);
  output.write(bytesOf("2"));
  await until(() => received() === "12", "both came");
});
