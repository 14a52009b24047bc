/** Damage inside a zipped document: its XML broken, its parts lost, emptied or swollen, then zipped anew with right checksums. */
import { unzipSync } from "fflate";
import { writeZip } from "../../scripts/disk/zip.ts";
import type { Random } from "../demo/random.ts";

type Damage = (xml: string, random: Random) => string;

/** The nth match of a pattern, chosen at random, replaced. */
const replaceOne =
  (pattern: RegExp, replacement: (match: string, random: Random) => string): Damage =>
  (xml, random) => {
    const found = [...xml.matchAll(pattern)];
    if (found.length === 0) return xml;
    const match = random.pick(found);
    return xml.slice(0, match.index) + replacement(match[0], random) + xml.slice(match.index + match[0].length);
  };

const BOMB = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${"bcdefghij"
  .split("")
  .map((name, i) => `<!ENTITY ${name} "${`&${"abcdefghi"[i]};`.repeat(10)}">`)
  .join("")}]>`;

/** Only the markup is damaged, never the text between the tags nor the values of attributes. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  "a sign lost": replaceOne(/[<>"/](?=[^<>]*>)/g, () => ""),
  "an end tag lost": replaceOne(/<\/[^>]+>/g, () => ""),
  "a start tag lost": replaceOne(/<[a-z][^>/]*>/gi, () => ""),
  "an end tag renamed": replaceOne(/<\/[^>]+>/g, () => "</x:y>"),
  "an element renamed": replaceOne(/<[a-z:]+(?=[ />])/gi, (tag) => `${tag}x`),
  "an element left open at the end": (xml, random) => xml.slice(0, random.integer(0, xml.length)),
  "a tag doubled": replaceOne(/<[a-z][^>/]*>/gi, (tag) => tag + tag),
  "elements nested deep": replaceOne(/<\/[^>]+>/g, (tag) => `${"<b>".repeat(50_000)}${tag}`),
  "elements nested deep and closed": replaceOne(
    /<\/[^>]+>/g,
    (tag) => `${"<b>".repeat(20_000)}${"</b>".repeat(20_000)}${tag}`,
  ),
  "entities that swell": (xml) => xml.replace(/\?>\s*/, (head) => head + BOMB).replace(/>([^<>]+)</, ">&j;<"),
  "an unknown entity": replaceOne(/>[^<>]+</g, () => ">&inconnue;<"),
  "control characters": replaceOne(/<[a-z]/gi, (tag) => `\u0001\u0000${tag}`),
  "a giant attribute": replaceOne(/<[a-z:]+(?=[ />])/gi, (tag) => `${tag} x="${"9".repeat(200_000)}"`),
  "a giant comment": replaceOne(/<[a-z]/gi, (tag) => `<!--${"-".repeat(300_000)}-->${tag}`),
  "nothing left": () => "",
};

type Parts = Readonly<Record<string, Uint8Array>>;

/** Damage to the archive itself: parts lost, exchanged, doubled under another name, or blown up. */
const ARCHIVE: Readonly<Record<string, (parts: Parts, random: Random) => Parts>> = {
  "a part lost": (parts, random) => {
    const lost = random.pick(Object.keys(parts));
    return Object.fromEntries(Object.entries(parts).filter(([name]) => name !== lost));
  },
  "two parts exchanged": (parts, random) => {
    const [a = "", b = ""] = random.shuffle(Object.keys(parts));
    return { ...parts, [a]: parts[b] ?? new Uint8Array(), [b]: parts[a] ?? new Uint8Array() };
  },
  "a part of zeros": (parts, random) => ({ ...parts, [random.pick(Object.keys(parts))]: new Uint8Array(20_000_000) }),
  "many parts": (parts) => ({
    ...parts,
    ...Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`xl/worksheets/vide${i}.xml`, new Uint8Array()])),
  }),
};

/** A damaged copy of a zipped document and the name of the damage. */
export function damageZip(bytes: Uint8Array, random: Random): { readonly bytes: Uint8Array; readonly name: string } {
  const parts: Parts = unzipSync(bytes);
  if (random.chance(0.15)) {
    const name = random.pick(Object.keys(ARCHIVE));
    return { bytes: zip(ARCHIVE[name]?.(parts, random) ?? parts), name };
  }
  const xmlParts = Object.keys(parts).filter((part) => /\.(xml|rels)$/.test(part));
  // Half of the time the part that holds the table itself
  const content = xmlParts.filter((part) => /(sheet\d*|sharedStrings|document|content)\.xml$/.test(part));
  const part = random.pick(random.chance(0.5) && content.length > 0 ? content : xmlParts);
  const name = random.pick(Object.keys(DAMAGES));
  const xml = DAMAGES[name]?.(new TextDecoder().decode(parts[part]), random) ?? "";
  return { bytes: zip({ ...parts, [part]: new TextEncoder().encode(xml) }), name: `${name} in ${part}` };
}

const zip = (parts: Parts): Uint8Array =>
  writeZip(
    Object.entries(parts).map(([name, content]) => ({
      name,
      content,
      ...(name === "mimetype" ? { stored: true as const } : {}),
    })),
  );
