import type { MethodDefinition, Server, ServerDuplexStream, ServiceDefinition } from "@grpc/grpc-js";

/** The versions of server reflection that were published. */
const PATHS = ["v1", "v1alpha"].map((version) => `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`);

type BytesCall = ServerDuplexStream<Buffer, Buffer>;
type Answer = (call: BytesCall) => void;

/**
 * Serves reflection, which the tools of people ask for and nobody else: it takes as long to build as a quarter of a node's
 * start, so it is built when it is first asked.
 * @param onFault - told when it cannot be built: the package was installed without its `proto` folder
 */
export function addReflection(server: Server, onFault: (error: unknown, path: string) => void): void {
  let answers: Promise<ReadonlyMap<string, Answer>> | undefined;
  for (const path of PATHS) {
    const serve = (call: BytesCall): void => {
      call.pause();
      answers ??= build();
      answers
        .then((built) => {
          built.get(path)!(call);
          call.resume();
        })
        .catch((error: unknown) => {
          onFault(error, path);
          call.destroy(error instanceof Error ? error : undefined);
        });
    };
    server.addService({ ServerReflectionInfo: inBytes(path) }, { ServerReflectionInfo: serve });
  }
}

function inBytes(path: string): MethodDefinition<Buffer, Buffer> {
  const asIs = (bytes: Buffer): Buffer => bytes;
  const codecs = {
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  };
  return { path, requestStream: true, responseStream: true, ...codecs };
}

/** The library adds itself to a server: this one only takes down what it is given. */
async function build(): Promise<ReadonlyMap<string, Answer>> {
  const { loadDescriptors, reflectionOf } = await import("./reflection.js");
  const answers = new Map<string, Answer>();
  const server = {
    addService(definition: ServiceDefinition, implementation: Record<string, (call: unknown) => void>) {
      for (const [name, method] of Object.entries(definition)) {
        answers.set(method.path, (call) => implementation[name]!(decoded(call, method)));
      }
    },
  };
  reflectionOf(loadDescriptors()).addToServer(server as unknown as Server);
  return answers;
}

/** The call as the library wants it, in messages instead of bytes. */
function decoded(call: BytesCall, { requestDeserialize, responseSerialize }: MethodDefinition<unknown, unknown>) {
  return {
    on(event: string, listener: (message?: unknown) => void): void {
      if (event === "data") call.on(event, (bytes: Buffer) => listener(requestDeserialize(bytes)));
      else call.on(event, () => listener());
    },
    write: (message: unknown) => call.write(responseSerialize(message)),
    end: () => call.end(),
  };
}
