/** What stands in place of a text that the reading does not use: a keyed hash of its words, by which it is known again and not read. */
import { createHmac } from "node:crypto";
import type { Grid } from "../model/grid.ts";
import type { Dated, ReadText, Sealed } from "../model/received.ts";
import { remember } from "../model/remember.ts";
import type { MapOfTable } from "./map.ts";
import { isValue, readText } from "./texts.ts";

const hash = (words: string, key: string): string =>
  `#${createHmac("sha256", Buffer.from(key, "hex")).update(words).digest("hex").slice(0, 24)}`;

/** Words of time tell the months of figures (figure-of.ts): they stay, with the places of the dates. */
const OF_TIME = /\{\p{L}+\}|\b(?:cumul|depuis|a ce jour|annee en cours|mois|glissante?s?)(?!\p{L})/gu;

/** "{date}", "*": a shape without a word or a number says nothing that is to be hidden. */
const isBare = (shape: string): boolean => !/[\p{L}\p{N}]|\{n\}/u.test(shape.replace(/\{(?!n\})\p{L}+\}/gu, ""));

/** @param key of the folder of the lectures. */
export const seal = (text: string, key: string): Sealed => sealed(JSON.stringify([key, text]));

const sealed = remember((both: string): Sealed => {
  const [key = "", text = ""] = JSON.parse(both) as readonly string[];
  const { shape, dates } = readText(text.trim());
  const kept = dates.map(
    (date): Dated => (date.unit === "number" ? { unit: "number", value: hash(String(date.value), key) } : date),
  );
  if (isValue(text.trim())) return { shape: "", dates: kept };
  const words = isBare(shape) ? shape : [hash(shape, key), ...(shape.match(OF_TIME) ?? [])].join(" ");
  return { shape: words, dates: kept };
});

/** How the texts of a later table are read beside its map: as a hash those that the map keeps so. */
export function readerOf(map: Pick<MapOfTable, "key" | "part" | "besides" | "rows">): (text: string) => ReadText {
  const shapes = map.rows
    .flat()
    .flatMap((cell) => [
      ...(cell.is === "text" ? [cell.shape] : []),
      ...cell.beside.split(", ").map((one) => one.slice(one.indexOf(" ") + 1)),
    ]);
  const known = new Set(
    [map.part.shape, ...map.besides.map(({ shape }) => shape), ...shapes].filter((shape) => shape.startsWith("#")),
  );
  if (known.size === 0) return readText;
  return (text) => {
    const own = seal(text, map.key);
    return known.has(own.shape) ? own : readText(text);
  };
}

/** The texts beside the cells of a table, those of a confirmed file as they are kept. */
export const besidesOf = ({ besides = [], comments = [], sealedBesides = [] }: Grid): readonly ReadText[] => [
  ...[...besides, ...comments].map((text) => readText(text)),
  ...sealedBesides,
];
