/** The map that reads a file, of those that are known. */

import { periodOfDelivery } from "../model/delivery.ts";
import type { ReadFile } from "../model/grid.ts";
import {
  entersSeries,
  type Observation,
  type PrintedFigure,
  provenanceKey,
  type Recognition,
} from "../model/observation.ts";
import { figureKey } from "../nomenclature/index.ts";
import { applyMap } from "./apply.ts";
import { amountOf } from "./cell-news.ts";
import { findIn } from "./find.ts";
import type { MapOfFile } from "./map.ts";
import { monthsGone } from "./months-held.ts";

interface ReadBy {
  readonly value: Recognition;
  /** Path of the confirmed file. */
  readonly readBy: string;
}

/** null: none of them fits without news, or two that fit do not say the same, or a figure is said twice with two values. */
export function readByMaps(maps: readonly MapOfFile[], file: ReadFile): ReadBy | null {
  const fits = maps.flatMap((map): readonly ReadBy[] => {
    const found = findIn(map, file);
    if (found.news.length > 0) return [];
    const { recognition, news } = applyMap(found, file);
    const gone = monthsGone(map, recognition.observations, periodOfDelivery(file.source.delivery));
    return news.length + gone.length === 0 ? [{ value: recognition, readBy: map.of }] : [];
  });
  const [first, ...others] = fits;
  if (!first || contradicts(first.value.observations)) return null;
  const figures = figuresOf(first.value);
  return others.every(({ value }) => figuresOf(value) === figures) ? first : null;
}

const figuresOf = ({ observations }: Recognition): string =>
  observations.map((o) => `${provenanceKey(o.provenance)} ${figureKey(o)}`).join();

const contradicts = (observations: readonly Observation[]): boolean =>
  Map.groupBy(observations.filter(entersSeries), figureKey)
    .values()
    .some((same) => new Set(same.flatMap(({ value }) => value ?? [])).size > 1);

/** Of those that read alike, the first. */
export const distinctMaps = (maps: readonly MapOfFile[]): readonly MapOfFile[] =>
  [...Map.groupBy(maps, keyOf).values()].flatMap(([first]) => first ?? []);

/** All of a map but what is its quarter's own. */
const keyOf = ({ format, name, tables }: MapOfFile): string =>
  JSON.stringify([format, name, tables], (key, value) =>
    OWN.has(key) ? undefined : key === "of" ? lineOf(value) : value,
  );
const OWN: ReadonlySet<string> = new Set(["dates", "anchor", "read"]);
const lineOf = (of: Partial<Observation & Pick<PrintedFigure, "measure">>) => [
  ...[of.statement, of.indicator, of.label, of.family, of.kind, of.force, of.forceUnsaid, of.measure],
  of.kind && amountOf(of.value ?? null),
];
