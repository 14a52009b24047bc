/** Neither the page nor the PDF links to, or fetches, anything outside. An address in plain text is no link, and is allowed. */
import type { Proof } from "./proof.ts";

/** A start tag and its attributes, quoted or not. A label such as "<img>" is written "&lt;img>": no tag. */
const TAG = /<[a-z][^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>/gi;
const ATTRIBUTE = /(?<name>[^\s"'<>/=]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+))/g;

/** Attributes that lead somewhere or fetch something. */
const LEADING =
  /^(?:src|srcset|href|xlink:href|action|formaction|data|poster|ping|background|cite|longdesc|manifest)$/i;
/** Attributes whose value is a piece of style. */
const STYLED = /^(?:style|fill|stroke|clip-path|mask|filter|cursor|marker(?:-start|-mid|-end)?)$/i;

/** "https://…", "//…", "file:…" at the start of a value, or after a space or a comma ("a.png 1x, //…/b.png 2x"). */
const ADDRESS = /(?:^|[\s,])(?<address>(?:[a-z][a-z0-9+.-]*:)?\/\/[^\s"'>]+|file:[^\s"'>]+)/gi;
/** What a style fetches: url(//…), @import "https://…". */
const FETCHED = /(?:url\(\s*["']?|@import\s+["']?)(?<address>(?:[a-z][a-z0-9+.-]*:)?\/\/[^\s"')>]+|file:[^\s"')>]+)/gi;

const STYLE = /<style\b[^>]*>.*?<\/style>/gis;
/** Every address holds one of these. The name of a vocabulary, xmlns="http://…", is fetched by nobody. */
const HINT = /(?<!\sxmlns="http:)\/\/|file:/i;

function* matchesOf(text: string, pattern: RegExp): Generator<string> {
  for (const { groups = {} } of text.matchAll(pattern)) yield groups.address ?? "";
}

function* outwardAddresses(html: string): Generator<string> {
  // A script can fetch nothing (default-src 'none'): its text does not count, only markup and styles do.
  const still = html.replace(/<script\b[^>]*>.*?<\/script>/gis, "");
  for (const [style] of still.matchAll(STYLE)) yield* matchesOf(style, FETCHED);
  const markup = still.replace(STYLE, "");
  if (!HINT.test(markup)) return; // most pages have none: their ten thousand tags need not be looked at one by one
  for (const [tag] of markup.matchAll(TAG)) {
    if (!HINT.test(tag)) continue;
    const leaves = /\shttp-equiv\s*=\s*["']?refresh/i.test(tag); // content="0;url=https://…"
    for (const { groups = {} } of tag.matchAll(ATTRIBUTE)) {
      const { name = "", double, single, bare } = groups;
      const value = double ?? single ?? bare ?? "";
      // A data: address holds its own content: "//" in it is base64.
      if (LEADING.test(name) && !/^\s*data:/i.test(value)) yield* matchesOf(value, ADDRESS);
      else if (STYLED.test(name)) yield* matchesOf(value, FETCHED);
      else if (leaves && name.toLowerCase() === "content") yield* matchesOf(value.replace(/^.*url=/i, ""), ADDRESS);
    }
  }
}

/** Addresses outside the file that its markup or styles lead to. */
export const findOutwardAddresses = (html: string): readonly string[] => [...outwardAddresses(html)];

export const addresses: Proof = function* ({ html, pdf, requested }) {
  for (const address of findOutwardAddresses(html)) yield `la page mène à ${address}`;
  for (const address of pdf.addresses) yield `le PDF mène à ${address}`;
  for (const address of requested) yield `la page a demandé ${address}`;
};
