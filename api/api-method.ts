import type { z } from "zod";
import type { Awaitable } from "../core/awaitable.js";
import type { ApiCall } from "./api-call.js";

/** The services of the `.proto` files; a method's name is unique among them all. */
export type ApiService = "EventBus" | "Operator";

/** What the audit log says of a call. */
export interface Audit<Request = unknown, Response = unknown> {
  /** What it was done to. @default the user, session and token that the request names */
  target?(request: Request): string;
  /** What came of it. @default `done` */
  outcome?(response: Response, request: Request): string;
}

interface MethodParts {
  readonly service: ApiService;
  /** As in the `.proto` file: `SendToUser`. */
  readonly name: string;
  /** One sentence, for the OpenAPI document. */
  readonly summary: string;
  /** What it takes, checked before it is called. Examples stand in its meta. */
  readonly request: z.ZodType;
  /** What it answers, or each of its answers, in the form of the HTTP twin. */
  readonly response: z.ZodType;
  /** Also answered while the node does not take part in the cluster. */
  readonly inEveryState: boolean;
  /** Where the request carries payloads: their field, and the objects and arrays around one. */
  readonly payload: { readonly field: string; readonly levelsAround: number };
  /** How many of the caller's calls a second it counts for. */
  cost(request: unknown): number;
}

/** One request, one answer. */
export interface UnaryMethod extends MethodParts {
  readonly kind: "unary";
  /** Of what changes who is connected, or may be. undefined: it is not written down, however it ends. */
  readonly audit?: Audit;
  run(request: unknown, call: ApiCall): Awaitable<unknown>;
}

/** One request, any number of answers, made as the caller takes them. */
export interface StreamMethod extends MethodParts {
  readonly kind: "stream";
  open(request: unknown, call: ApiCall): AnswerStream;
}

/** One request of several, as it came. @throws ApiError when it makes no sense */
export type Arriving = () => unknown;

/** Any number of requests and answers. {@link MethodParts.request} is one of them, which the method checks itself. */
export interface ExchangeMethod extends MethodParts {
  readonly kind: "exchange";
  exchange(requests: AsyncIterator<Arriving>, call: ApiCall): AnswerStream;
}

/** The method that an entry of the table is; both faces and the OpenAPI document are made from the table. */
export type ApiMethod = UnaryMethod | StreamMethod | ExchangeMethod;

/** Answers of a stream, for one reader, which may leave by `return`. */
export interface AnswerStream extends AsyncIterableIterator<unknown> {
  return(): Promise<IteratorResult<unknown, undefined>>;
  /** The node leaves the cluster: a last word, after what is on its way. */
  end(reason: string): void;
}

interface Definition<Request extends z.ZodType, Response extends z.ZodType> {
  /** @default EventBus */
  readonly service?: ApiService;
  readonly name: string;
  readonly summary: string;
  readonly request: Request;
  readonly response: Response;
  readonly inEveryState?: boolean;
  readonly payload?: MethodParts["payload"];
  cost?(request: z.output<Request>): number;
}

const COMMON = {
  service: "EventBus",
  inEveryState: false,
  payload: { field: "data", levelsAround: 1 },
  cost: () => 1,
} as const;

/** A method with one answer. @see UnaryMethod */
export function unaryMethod<Request extends z.ZodType, Response extends z.ZodType>(
  definition: Definition<Request, Response> & {
    readonly audit?: Audit<z.output<Request>, z.output<Response>>;
    run(request: z.output<Request>, call: ApiCall): Awaitable<Readonly<z.input<Response>>>;
  },
): UnaryMethod {
  return { ...COMMON, kind: "unary", ...definition } as UnaryMethod;
}

/** A method with a stream of answers. @see StreamMethod */
export function streamMethod<Request extends z.ZodType, Response extends z.ZodType>(
  definition: Definition<Request, Response> & {
    open(request: z.output<Request>, call: ApiCall): AnswerStream;
  },
): StreamMethod {
  return { ...COMMON, kind: "stream", ...definition } as StreamMethod;
}

/** A method with a stream of requests and one of answers. @see ExchangeMethod */
export function exchangeMethod<Request extends z.ZodType, Response extends z.ZodType>(
  definition: Definition<Request, Response> & {
    exchange(requests: AsyncIterator<Arriving>, call: ApiCall): AnswerStream;
  },
): ExchangeMethod {
  return { ...COMMON, kind: "exchange", ...definition } as ExchangeMethod;
}
