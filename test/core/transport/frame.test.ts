import assert from "node:assert/strict";
import type { EventEmitter } from "node:events";
import { test } from "node:test";
import * as ws from "ws";
import { Publication } from "../../../core/message/publication.js";
import {
  beginBinaryFrame,
  type FrameOutput,
  frameOf,
  frameOfAll,
  frameOfText,
  HEADER_ROOM,
  writeFrameOfText,
} from "../../../core/transport/frame.js";

/** Its types do not tell of it. */
const { Receiver } = ws as unknown as {
  Receiver: new (options: object) => EventEmitter & { write(bytes: Uint8Array): void };
};

/** What the receiver of `ws` makes of the bytes. */
function received(...frames: Uint8Array[]): string[] {
  const texts: string[] = [];
  const receiver = new Receiver({ isServer: false, allowSynchronousEvents: true });
  receiver.on("message", (data: Buffer, isBinary: boolean) => {
    assert.ok(!isBinary);
    texts.push(String(data));
  });
  receiver.on("error", (error: Error) => assert.fail(error));
  receiver.write(Buffer.concat(frames));
  return texts;
}

/** A publication whose JSON has that many bytes. */
function sized(bytes: number, letter = "x"): Publication {
  const empty = new Publication({ channel: "/a", data: "" }).bytes;
  const width = Buffer.byteLength(letter);
  const room = bytes - empty;
  const data = letter.repeat(Math.floor(room / width)) + "y".repeat(room % width);
  const publication = new Publication({ channel: "/a", data });
  assert.equal(publication.bytes, bytes);
  return publication;
}

const HEADER_EDGES = [100, 123, 124, 125, 126, 127, 128, 65_533, 65_534, 65_535, 65_536, 65_537, 70_000];

for (const payload of HEADER_EDGES) {
  test(`a frame of ${payload} bytes`, () => {
    for (const letter of ["x", "é", "€", "😀"]) {
      const publication = sized(payload - 2, letter);
      assert.deepEqual(received(frameOf(publication)), [`[${publication.json}]`]);
      assert.deepEqual(received(frameOfAll([publication])), [`[${publication.json}]`]);
    }
    for (const letter of ["t", "é", "€", "😀"]) {
      const text = letter.repeat(payload / Buffer.byteLength(letter)).padStart(1);
      assert.deepEqual(received(frameOfText(text)), [text]);
      assert.deepEqual(received(written(text)), [text]);
    }
  });
}

/** A frame that was lent, as it was then. */
function written(text: string): Uint8Array {
  let frame: Uint8Array | undefined;
  const output: FrameOutput = {
    write: (bytes) => {
      frame = bytes;
    },
    writeLent: (memory, start, end) => {
      frame = Buffer.from(memory.subarray(start, end));
    },
  };
  writeFrameOfText(text, output);
  return frame!;
}

test("several publications are one array in one frame, and frames follow each other", () => {
  const publications = [1, "zwei", { drei: "€😀\ud800" }, [null]].map(
    (data) => new Publication({ channel: "/a", data }),
  );
  const texts = received(frameOfAll(publications), frameOf(publications[0]!), frameOfText("[]"));
  assert.deepEqual(
    JSON.parse(texts[0]!),
    JSON.parse(`[${publications.map((publication) => publication.json).join(",")}]`),
  );
  assert.deepEqual(texts.slice(1), [`[${publications[0]!.json}]`, "[]"]);
});

test("the frame of a publication is made once and shared", () => {
  const publication = new Publication({ channel: "/a", data: 1 });
  assert.equal(frameOf(publication), frameOf(publication));
});

test("a payload that was written with room in front becomes a binary frame where it is", () => {
  for (const length of [0, ...HEADER_EDGES]) {
    const buffer = Buffer.alloc(HEADER_ROOM + length, "p");
    const got: { data: Buffer; isBinary: boolean }[] = [];
    const receiver = new Receiver({ isServer: false, allowSynchronousEvents: true });
    receiver.on("message", (data: Buffer, isBinary: boolean) => got.push({ data, isBinary }));
    const start = beginBinaryFrame(buffer);
    receiver.write(Buffer.from(buffer.subarray(start)));
    assert.deepEqual(got, [{ data: Buffer.alloc(length, "p"), isBinary: true }]);
  }
});
