/** The nomenclature, loaded from the YAML files beside this one; the only place that names the statements' files. */
import { readFileSync } from "node:fs";
import type { Indicator, Nomenclature, StatementDefinition } from "../model/nomenclature.ts";
import type { Month } from "../model/period.ts";
import { parseYaml, z } from "../yaml.ts";

export { fold, stripIndex } from "./fold.ts";

const FILES = ["is101.yaml", "ist.yaml"] as const;

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .transform((text) => text as Month);
const breaks = z.array(z.strictObject({ from: month, reason: z.string() })).default([]);
const lineSpec = z.strictObject({
  id: z.string(),
  label: z.string(),
  short: z.string(),
  aliases: z.array(z.string()).default([]),
  definition: z.string().default(""),
});
const indicatorSpec = lineSpec.extend({
  unit: z.string(),
  index: z.array(z.number().int()).default([]),
  denominator: z.enum(["habitants", "logements"]),
  breaks,
  ssmsi: z.array(z.string()).default([]),
  lines: z.array(lineSpec).default([]),
});
const statementSpec = z.strictObject({
  id: z.string(),
  label: z.string(),
  title: z.string(),
  names: z.array(z.string()),
  source: z.string().default("Convention ; SSMSI"),
  indicators: z.array(indicatorSpec),
});

type StatementSpec = z.infer<typeof statementSpec>;

/** Families and their lines in one list, in the order of the file: a family, then its lines. */
function indicatorsOf(spec: StatementSpec): readonly Indicator[] {
  return spec.indicators.flatMap(({ lines, ...own }) => {
    const family: Indicator = { ...own, source: spec.source, family: null };
    return [family, ...lines.map((line) => ({ ...family, ...line, index: [], breaks: [], ssmsi: [], family: own.id }))];
  });
}

/**
 * Reads the nomenclature. A fault in one of the files is a UserError that names the file and the line; an id given twice
 * is one too.
 */
export function loadNomenclature(): Nomenclature {
  const statements = FILES.map((name): StatementDefinition => {
    const text = readFileSync(new URL(name, import.meta.url), "utf8");
    const spec = parseYaml(text, `scripts/nomenclature/${name}`, statementSpec);
    return { id: spec.id, label: spec.label, title: spec.title, names: spec.names, indicators: indicatorsOf(spec) };
  });
  return { statements };
}

/** The indicator of that statement and id; undefined for an unknown one. */
export const findIndicator = (n: Nomenclature, statement: string, id: string): Indicator | undefined =>
  n.statements.find((s) => s.id === statement)?.indicators.find((i) => i.id === id);
export { type Dimension, loadWords, type Measure, type Word, type Words } from "./words.ts";
