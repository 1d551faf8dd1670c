import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { test } from "node:test";
import { CertificateWatch, LOOK_MS } from "../../../core/http/certificate-watch.js";
import { Certificates } from "../../../core/http/certificates.js";
import { silentLogger } from "../../../core/logger.js";
import { Authority } from "../../support/certificates.js";
import { FakeClock } from "../../support/fake-clock.js";

test("changed files are found within ten seconds; half replaced ones change nothing, and are told once", async (t) => {
  const authority = await Authority.create(t);
  const files = await authority.issue("alpha");
  const next = await authority.issue("alpha");
  const certificates = new Certificates(files, "http.tls.");
  const seen: unknown[] = [];
  certificates.onChange(({ cert }) => seen.push(cert));
  const told: object[] = [];
  const clock = new FakeClock();
  const logger = { ...silentLogger, error: (fields: object) => told.push(fields) };
  const watch = new CertificateWatch([certificates, new Certificates({}, "admin.tls.")], clock, logger);
  watch.start();

  await clock.advance(LOOK_MS);
  assert.equal(seen.length, 0);
  const before = certificates.content;
  copyFileSync(next.certFile, files.certFile);
  await clock.advance(LOOK_MS * 3);
  assert.equal(certificates.content, before, "the key does not fit yet");
  assert.equal(told.length, 1);
  assert.match(JSON.stringify(told), /http\.tls\..* cannot be used together/);
  copyFileSync(next.keyFile, files.keyFile);
  await clock.advance(LOOK_MS);
  assert.equal(seen.length, 1);
  assert.equal(told.length, 1);
  watch.stop();
  assert.equal(clock.pending, 0);
});
