import { z } from "zod";

/** How a node serves gRPC. Times in milliseconds, sizes in bytes. */
export const grpcServerOptions = z
  .strictObject({
    host: z.string().min(1).default("127.0.0.1").describe("address to listen on; 0.0.0.0 or :: for all"),
    port: z.int().min(0).max(65_535).default(0).describe("port to listen on; 0 takes a free one"),
    maxMessageBytes: z.int().positive().default(1_048_576).describe("largest request taken, and answer sent"),
    maxCallMs: z.int().positive().default(10_000).describe("longest a call may take, whatever its deadline"),
    maxConcurrentCalls: z.int().positive().default(256).describe("calls at once on one connection; more wait"),
    keepaliveTimeMs: z.int().positive().default(30_000).describe("pings a silent connection after this"),
    keepaliveTimeoutMs: z.int().positive().default(10_000).describe("closes the connection if no pong comes in this"),
    stopTimeoutMs: z.int().positive().default(2_000).describe("running calls get this long when the server stops"),
  })
  .readonly();

export type GrpcServerOptions = z.output<typeof grpcServerOptions>;
export type GrpcServerOptionsInput = z.input<typeof grpcServerOptions>;
