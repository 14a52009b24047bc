/** Neither file leads or looks outside itself. Addresses of sources in plain text are no links, and allowed. */
import type { Proof } from "./proof.ts";

/** An attribute, a style or an import that would make a browser ask for something: src="https://…", url(//…), @import. */
const OUTWARD =
  /(?:\b(?:src|srcset|href|xlink:href|action|formaction|data|poster|ping|background|cite)\s*=\s*["']?\s*|url\(\s*["']?|@import\s+["']?)(?<address>(?:[a-z][a-z0-9+.-]*:)?\/\/[^\s"')>]+|file:[^\s"')>]+)/gi;

/** Names of vocabularies, which nobody fetches. */
const isNamespace = (address: string): boolean => address.startsWith("http://www.w3.org/");

/** Addresses outside the file that its markup or styles lead to. */
export function findOutwardAddresses(html: string): readonly string[] {
  // A script can fetch nothing (default-src 'none'): its text does not count, only markup and styles do.
  const markup = html.replace(/<script\b[^>]*>.*?<\/script>/gis, "");
  return [...markup.matchAll(OUTWARD)]
    .map(({ groups = {} }) => groups.address ?? "")
    .filter((address) => !isNamespace(address));
}

export const addresses: Proof = function* ({ html, pdf, requested }) {
  for (const address of findOutwardAddresses(html)) yield `la page mène à ${address}`;
  for (const address of pdf.addresses) yield `le PDF mène à ${address}`;
  for (const address of requested) yield `la page a demandé ${address}`;
};
