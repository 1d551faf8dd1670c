import { Agent, createServer, request as httpRequest } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { TestContext } from "node:test";

/** A balancer without any stickiness: each request, and each WebSocket, goes to the next node. */
export interface RoundRobin {
  readonly url: string;
  /** How many requests each node got, in the order of the nodes. */
  readonly counts: readonly number[];
  /** Cuts every WebSocket, as a balancer does that is restarted. */
  cutWebSockets(): void;
}

/** @param urls - the nodes; one that is dead is passed over, as a balancer's health checks would */
export async function startRoundRobin(t: TestContext, urls: readonly string[]): Promise<RoundRobin> {
  const ports = urls.map((url) => Number(new URL(url).port));
  const counts = ports.map(() => 0);
  const agent = new Agent({ keepAlive: true });
  const sockets = new Set<Socket>();
  let turn = 0;
  const next = (): number => {
    turn = (turn + 1) % ports.length;
    counts[turn]! += 1;
    return ports[turn]!;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => forward(0));
    function forward(tried: number): void {
      const port = next();
      const { method, url: path, headers } = request;
      const upstream = httpRequest({ agent, host: "127.0.0.1", port, method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
        answer.on("error", () => response.destroy());
      });
      upstream.on("error", () => {
        if (!response.headersSent && !response.destroyed && tried < ports.length) forward(tried + 1);
        else response.destroy();
      });
      response.on("close", () => upstream.destroy());
      upstream.end(Buffer.concat(chunks));
    }
  });
  server.on("upgrade", (request, socket: Socket, head) => {
    const upstream = connect(next(), "127.0.0.1", () => {
      const lines = request.rawHeaders.flatMap((name, index, all) => (index % 2 ? [] : [`${name}: ${all[index + 1]}`]));
      upstream.write(`GET ${request.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [socket, upstream]) {
      sockets.add(end);
      end.on("error", () => {});
      end.on("close", () => {
        socket.destroy();
        upstream.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/cometd`,
    counts,
    cutWebSockets() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
