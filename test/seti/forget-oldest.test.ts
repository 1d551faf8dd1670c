import assert from "node:assert/strict";
import { test } from "node:test";
import { forgetOldest } from "../../seti/forget-oldest.js";

test("the last ones stay, whatever came before, and there is an end to how many there are", () => {
  for (const max of [1, 7, 100]) {
    const map = new Map<number, string>();
    for (let put = 0; put < 1_000; put += 1) {
      map.set(put, "kept");
      forgetOldest(map, max);
      assert.ok(map.size <= max * (1 + 1 / 8), `${map.size} of ${max}`);
      for (let last = Math.max(0, put - max + 1); last <= put; last += 1) assert.ok(map.has(last), `${last} of ${put}`);
    }
  }
});

test("many go at a time: a map of 8,000 is gone through once for each 1,000 that are put in", () => {
  let passes = 0;
  class Counted extends Map<number, string> {
    override keys() {
      passes += 1;
      return super.keys();
    }
  }
  const map = new Counted();
  for (let put = 0; put < 40_000; put += 1) {
    map.set(put, "kept");
    forgetOldest(map, 8_000);
  }
  assert.ok(passes >= 30 && passes <= 33, `${passes} times`);
});
