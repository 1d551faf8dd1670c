import { z } from "zod";

/** The certificate of one listener, and whether who connects must have one too. */
export const tlsOptions = z
  .strictObject({
    certFile: z.string().min(1).optional().describe("PEM file with the certificate, and those between it and its root"),
    keyFile: z
      .string()
      .min(1)
      .optional()
      .describe("PEM file with its key; with certificate and key the listener speaks TLS"),
    caFile: z
      .string()
      .min(1)
      .optional()
      .describe("PEM file with the authorities that vouch for who connects; he is then asked for a certificate"),
    mutual: z
      .boolean()
      .default(false)
      .describe("let in only who shows a certificate that an authority of caFile vouches for"),
  })
  .refine(
    ({ mutual, certFile, caFile }) => !mutual || (certFile !== undefined && caFile !== undefined),
    "mutual needs certFile, keyFile and caFile",
  )
  .readonly();

export type TlsOptions = z.output<typeof tlsOptions>;
