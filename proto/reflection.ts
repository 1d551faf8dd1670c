import { fileURLToPath } from "node:url";
import { loadSync, type PackageDefinition } from "@grpc/proto-loader";
import { ReflectionService } from "@grpc/reflection";
import descriptor, { type IDescriptorProto, type IFileDescriptorProto } from "protobufjs/ext/descriptor.js";

const { FileDescriptorProto } = descriptor as unknown as typeof import("protobufjs/ext/descriptor.js");

/**
 * The `.proto` files as descriptors; static code has none.
 * @throws Error when the package was installed without its `proto` folder
 */
export function loadDescriptors(): PackageDefinition {
  const folder = fileURLToPath(new URL("../../proto", import.meta.url));
  return loadSync(["oortbus/v1/event_bus.proto", "oortbus/v1/operator.proto"], {
    includeDirs: [folder],
    keepCase: true,
  });
}

/**
 * Server reflection over the services of a package. The loader's descriptors say neither what they import nor, in full, of
 * which types their fields are; strict readers, as the tools written in Go are, find no service in such files. What is
 * missing is added here.
 * @param definition - loaded with `keepCase`, so that fields have the names of the `.proto` file
 */
export function reflectionOf(definition: PackageDefinition): ReflectionService {
  const files = new Map<string, IFileDescriptorProto>();
  for (const { fileDescriptorProtos } of Object.values(definition)) {
    if (!Array.isArray(fileDescriptorProtos)) continue;
    for (const bytes of fileDescriptorProtos) {
      const file = FileDescriptorProto.decode(bytes) as IFileDescriptorProto;
      for (const message of file.messageType ?? []) nameEntries(message);
      files.set(file.name ?? "", file);
    }
  }
  const homes = new Map([...files.values()].flatMap((file) => namesIn(file).map((name) => [name, file.name ?? ""])));
  const encoded = [...files.values()].map((file) =>
    Buffer.from(FileDescriptorProto.encode(linked(file, homes)).finish()),
  );
  const complete = Object.entries(definition).map(([name, each]) => [
    name,
    Array.isArray(each.fileDescriptorProtos) ? { ...each, fileDescriptorProtos: encoded } : each,
  ]);
  return new ReflectionService(Object.fromEntries(complete) as PackageDefinition);
}

/** A map's entries are a message with the map's name, which the loader leaves without the ending that it must have. */
function nameEntries({ field, nestedType }: IDescriptorProto): void {
  for (const nested of nestedType ?? []) {
    nameEntries(nested);
    if (nested.options?.mapEntry !== true || nested.name?.endsWith("Entry")) continue;
    const name = nested.name ?? "";
    for (const each of field ?? []) if (each.typeName?.split(".").at(-1) === name) each.typeName = `${name}Entry`;
    nested.name = `${name}Entry`;
  }
}

/** Messages and enums of a file, by full name. */
function namesIn({ package: scope = "", messageType, enumType }: IFileDescriptorProto): string[] {
  const inMessage = (outer: string, { name, nestedType, enumType }: IDescriptorProto): string[] => {
    const own = `${outer}.${name}`;
    const enums = (enumType ?? []).map((each) => `${own}.${each.name}`);
    return [own, ...enums, ...(nestedType ?? []).flatMap((nested) => inMessage(own, nested))];
  };
  const enums = (enumType ?? []).map(({ name }) => `${scope}.${name}`);
  return [...enums, ...(messageType ?? []).flatMap((message) => inMessage(scope ?? "", message))];
}

/**
 * The file with the types of its fields in full, and its imports.
 * @param homes - the file of each type
 */
function linked(file: IFileDescriptorProto, homes: ReadonlyMap<string, string>): IFileDescriptorProto {
  const imports = new Set<string>();
  const used = (name: string): string => {
    imports.add(homes.get(name)!);
    return `.${name}`;
  };
  /** As the language resolves names: from the innermost scope outwards. */
  const resolve = (type: string, scope: string): string => {
    if (type.startsWith(".")) return used(type.slice(1));
    for (let outer = scope; ; outer = outer.slice(0, Math.max(0, outer.lastIndexOf(".")))) {
      const name = outer === "" ? type : `${outer}.${type}`;
      if (homes.has(name)) return used(name);
      if (outer === "") throw new Error(`${file.name}: no type ${type}`);
    }
  };
  const message = (outer: string, { name, field, nestedType, ...rest }: IDescriptorProto): IDescriptorProto => {
    const own = `${outer}.${name}`;
    return {
      ...rest,
      name: name ?? "",
      nestedType: (nestedType ?? []).map((nested) => message(own, nested)),
      field: (field ?? []).map((each) => (each.typeName ? { ...each, typeName: resolve(each.typeName, own) } : each)),
    };
  };
  const messageType = (file.messageType ?? []).map((each) => message(file.package ?? "", each));
  for (const { method } of file.service ?? []) {
    for (const { inputType, outputType } of method ?? [])
      for (const type of [inputType, outputType]) resolve(type!, "");
  }
  imports.delete(file.name ?? "");
  return { ...file, messageType, dependency: [...imports] };
}
