import type { Publication } from "../message/publication.js";
import { deflatedFrame, deflatedFrameOf } from "./deflated-frame.js";
import { type FrameOutput, frameOf, frameOfAll, frameOfText, writeFrameOfText } from "./frame.js";

/** The frames of one kind of sockets, each made once for all of them. */
export interface SharedFrames {
  ofDeliveries(publications: readonly Publication[]): Uint8Array;
  /** For one socket alone. */
  writeText(text: string, output: FrameOutput): void;
}

/** For sockets without compression. */
export class PlainFrames implements SharedFrames {
  readonly #batches = new LastBatch(frameOfAll);

  ofDeliveries(publications: readonly Publication[]): Uint8Array {
    return publications.length === 1 ? frameOf(publications[0]!) : this.#batches.frameOf(publications);
  }

  writeText(text: string, output: FrameOutput): void {
    writeFrameOfText(text, output);
  }
}

/** For sockets that negotiated `permessage-deflate` without context take-over. */
export class DeflatedFrames implements SharedFrames {
  readonly #thresholdBytes: number;
  readonly #batches: LastBatch;

  /** @param thresholdBytes - payloads below it are sent as they are */
  constructor(thresholdBytes: number) {
    this.#thresholdBytes = thresholdBytes;
    this.#batches = new LastBatch((publications) => deflatedFrame(frameOfAll(publications), thresholdBytes));
  }

  ofDeliveries(publications: readonly Publication[]): Uint8Array {
    if (publications.length === 1) return deflatedFrameOf(publications[0]!, this.#thresholdBytes);
    return this.#batches.frameOf(publications);
  }

  writeText(text: string, output: FrameOutput): void {
    output.write(deflatedFrame(frameOfText(text), this.#thresholdBytes));
  }
}

/** Subscribers of the same channels have the same messages at the end of a turn: the frame of the last batch serves them all. */
class LastBatch {
  readonly #make: (publications: readonly Publication[]) => Uint8Array;
  #publications: readonly Publication[] = [];
  #frame: Uint8Array = new Uint8Array();

  constructor(make: (publications: readonly Publication[]) => Uint8Array) {
    this.#make = make;
  }

  frameOf(publications: readonly Publication[]): Uint8Array {
    if (!sameItems(publications, this.#publications)) {
      this.#publications = publications;
      this.#frame = this.#make(publications);
    }
    return this.#frame;
  }
}

function sameItems<T>(left: readonly T[], right: readonly T[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    if (left[index] !== right[index]) return false;
  }
  return true;
}
