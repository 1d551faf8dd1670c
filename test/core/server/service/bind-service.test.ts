import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import type { ServerChannel } from "../../../../core/channel/server-channel.js";
import type { Message } from "../../../../core/message/message.js";
import { DefaultSecurityPolicy } from "../../../../core/security/security-policy.js";
import { BayeuxServer } from "../../../../core/server/bayeux-server.js";
import { bindService, type ServiceContext } from "../../../../core/server/service/bind-service.js";
import { configure, listener, remoteCall, service, subscription } from "../../../../core/server/service/decorators.js";
import type { RemoteCaller } from "../../../../core/server/service/remote-call.js";
import type { ServerSession } from "../../../../core/session/server-session.js";
import { FakeClock } from "../../../support/fake-clock.js";
import { FakeClient } from "../../fake-client.js";

@service("chat")
class Chat {
  readonly diary: string[] = [];
  context: ServiceContext | undefined;

  @configure("/chat/lobby")
  lobby(channel: ServerChannel): void {
    channel.persistent = true;
    this.diary.push(`configured ${channel.name}`);
  }

  bound(context: ServiceContext): void {
    this.context = context;
    this.diary.push("bound");
  }

  @listener("/chat/{room}")
  check(_session: ServerSession | undefined, message: Message, { room }: { room: string }): boolean {
    this.diary.push(`${room} is told ${message.data}`);
    return message.data !== "spam";
  }

  @subscription("/chat/**")
  hear({ channel, data }: Message): void {
    this.diary.push(`heard ${data} on ${channel}`);
  }

  @remoteCall("rooms/{room}/{what}")
  ask(_caller: RemoteCaller, data: unknown, parameters: { room: string; what: string }): object {
    return { data, ...parameters };
  }

  @remoteCall("secret")
  #secret(caller: RemoteCaller): void {
    caller.result(this.diary.length);
  }

  unbound(): void {
    this.diary.push("unbound");
    assert.ok(this.context?.session.isHandshaken);
    assert.equal(typeof this.#secret, "function");
  }
}

async function started() {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  const ann = await FakeClient.login(server, clock);
  const send = (channel: string, data?: unknown): Promise<Message[]> => ann.send({ channel, id: "1", data });
  return { clock, server, send };
}

test("decorated methods are listeners, subscribers and remote calls, and all of it can be taken back", async () => {
  const { server, send } = await started();
  const chat = new Chat();
  const { unbind, context } = await bindService(server, chat);
  assert.match(context.session.id, /^chat_/);
  assert.equal(server.getChannel("/chat/lobby")?.persistent, true);
  assert.deepEqual(chat.diary.splice(0), ["configured /chat/lobby", "bound"]);

  await send("/chat/lobby", "hi");
  assert.equal((await send("/chat/lobby", "spam"))[0]?.error, "404::message_deleted");
  await send("/chat/lobby/deep", "ho");
  assert.deepEqual(chat.diary, [
    "lobby is told hi",
    "heard hi on /chat/lobby",
    "lobby is told spam",
    "heard ho on /chat/lobby/deep",
  ]);
  const [quoted] = await send("/service/rooms/lobby/size", 7);
  assert.deepEqual(quoted?.data, { data: 7, room: "lobby", what: "size" });
  assert.equal((await send("/service/secret"))[0]?.data, 4);
  assert.equal((await send("/service/rooms/lobby"))[0]?.data, undefined);

  unbind();
  unbind();
  assert.equal(chat.diary.at(-1), "unbound");
  assert.ok(!context.session.isHandshaken);
  const length = chat.diary.length;
  assert.equal((await send("/chat/lobby", "spam"))[0]?.successful, true);
  assert.deepEqual(await send("/service/secret"), [{ channel: "/service/secret", id: "1", successful: true }]);
  assert.equal(chat.diary.length, length);
  assert.equal([...server.getChannel("/chat/**")!.subscribers].length, 0);
  assert.equal(server.getChannel("/chat/*")?.listeners.length, 0);
});

test("an object is bound once; two objects of a class are two services", async () => {
  const { server } = await started();
  @service("twice")
  class Twice {
    readonly heard: unknown[] = [];

    @listener("/a")
    hear(_session: ServerSession | undefined, { data }: Message): void {
      this.heard.push(data);
    }
  }
  const one = new Twice();
  const two = new Twice();
  const bound = await bindService(server, one);
  await assert.rejects(bindService(server, one), /twice: this object is bound already/);
  await bindService(server, two);
  await bound.context.local.publish("/a", 1);
  assert.deepEqual([one.heard, two.heard], [[], [1]]); // not its own publishes
  bound.unbind();
  const again = await bindService(server, one);
  await assert.rejects(bindService(server, one), /bound already/);
  await bindService(new BayeuxServer(), one);
  again.unbind();
});

test("a listener may ask for what its own service publishes", async () => {
  const { server } = await started();
  @service("echo")
  class Echo {
    readonly heard: unknown[] = [];

    @listener("/a", { receiveOwnPublishes: true })
    hear(_session: ServerSession | undefined, { data }: Message): void {
      this.heard.push(data);
    }
  }
  const echo = new Echo();
  const { context } = await bindService(server, echo);
  await context.local.publish("/a", 1);
  assert.deepEqual(echo.heard, [1]);
});

test("a class extends another: what is overridden is called once, by the new method", async () => {
  const { server, send } = await started();
  const heard: string[] = [];
  class Base {
    @listener("/a")
    one(): void {
      heard.push("base one");
    }

    @listener("/a")
    two(): void {
      heard.push("base two");
    }

    @listener("/a")
    #three(): void {
      heard.push("base three");
    }

    used(): unknown {
      return this.#three;
    }
  }
  @service("derived")
  class Derived extends Base {
    override one(): void {
      heard.push("derived one");
    }

    @listener("/a")
    override two(): void {
      heard.push("derived two");
    }

    @listener("/a")
    #three(): void {
      heard.push("derived three");
    }

    override used(): unknown {
      return this.#three;
    }
  }
  class Further extends Derived {}
  await bindService(server, new Further());
  await send("/a", 1);
  assert.deepEqual(heard.sort(), ["base three", "derived one", "derived three", "derived two"]);
});

test("a channel that is there already is an error, or set up once more, or left alone, as the service wants", async () => {
  const { server } = await started();
  const configured: string[] = [];
  const of = (options: { errorIfExists?: boolean; configureIfExists?: boolean }) => {
    @service("setup")
    class Setup {
      @configure("/there", options)
      setUp({ name }: ServerChannel): void {
        configured.push(name);
      }
    }
    return new Setup();
  };
  server.createChannel("/there").persistent = true;
  await assert.rejects(bindService(server, of({})), /\/there is there already/);
  await bindService(server, of({ errorIfExists: false, configureIfExists: false }));
  assert.deepEqual(configured, []);
  await bindService(server, of({ errorIfExists: false }));
  assert.deepEqual(configured, ["/there"]);
});

test("a service that cannot be bound leaves nothing behind, and can be bound later", async () => {
  const { server, send } = await started();
  let fails = true;
  @service("late")
  class Late {
    called = 0;

    bound(): Promise<void> {
      return fails ? Promise.reject(new Error("database is down")) : Promise.resolve();
    }

    @listener("/a")
    hear(): void {
      this.called += 1;
    }

    @subscription("/closed")
    spy(): void {}
  }
  server.policy = new (class extends DefaultSecurityPolicy {
    override canSubscribe(_session: ServerSession, { name }: ServerChannel): boolean {
      return name !== "/closed";
    }
  })();
  const late = new Late();
  const sessions = server.sessions.size;
  await assert.rejects(bindService(server, late), /database is down/);
  fails = false;
  await assert.rejects(bindService(server, late), /refused/);
  assert.equal(server.sessions.size, sessions);
  await send("/a", 1);
  assert.equal(late.called, 0);

  server.policy = new (class extends DefaultSecurityPolicy {
    override canHandshake(): Promise<boolean> {
      return Promise.resolve(false);
    }
  })();
  await assert.rejects(bindService(server, new Chat()), /refused/);
});

test("what is no service, or could never work, is told", async () => {
  const { server } = await started();
  class Plain {
    @listener("/a")
    hear(): void {}
  }
  await assert.rejects(bindService(server, new Plain()), /Plain has no @service/);
  assert.throws(() => service("my service"), TypeError);
  assert.throws(() => {
    class Static {
      readonly name = "an instance would do";

      @listener("/a")
      static hear(): void {}
    }
    return Static;
  }, /static method hear/);
  @service("odd")
  class Odd {
    @listener("no channel")
    hear(): void {}
  }
  await assert.rejects(bindService(server, new Odd()), RangeError);
  for (const channel of ["/meta/connect", "/service/{x}"]) {
    @service("deaf")
    class Deaf {
      @subscription(channel)
      hear(): void {}
    }
    await assert.rejects(bindService(server, new Deaf()), /is no broadcast channel/);
  }
});

test("the compiler checks decorated methods, and a schema gives their data a type", async () => {
  @service("typed")
  class Typed {
    @remoteCall("double", { data: z.number() })
    double(_caller: RemoteCaller, data: number): number {
      return 2 * data;
    }

    // @ts-expect-error -- the schema makes numbers
    @remoteCall("other", { data: z.number() })
    other(_caller: RemoteCaller, _data: string): void {}

    // @ts-expect-error -- data comes from outside: it is unknown until it was checked
    @remoteCall("a/{b}")
    call(_caller: RemoteCaller, _data: string): void {}

    // @ts-expect-error -- the template has no such parameter
    @listener("/a/{b}")
    listen(_session: ServerSession | undefined, _message: Message, { c }: { c: string }): void {
      void c;
    }

    // @ts-expect-error -- a listener's verdict is a boolean
    @listener("/a")
    verdict(): string {
      return "no";
    }

    // @ts-expect-error -- what is decorated is a method
    @subscription("/b")
    field = 1;
  }
  const { server, send } = await started();
  await bindService(server, new Typed());
  assert.equal((await send("/service/double", 21))[0]?.data, 42);
  assert.equal((await send("/service/double", "21"))[0]?.successful, false);
});
