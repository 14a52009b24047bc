/** Figures of other places in a file: set aside and named; the file is refused when nothing in it is of the commune. */
import { plural, quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { OTHER_STATEMENT } from "../../model/observation.ts";
import type { Settings } from "../../model/settings.ts";
import { ambiguous, type Doubt, hasCounts, type Outcome } from "../layout/outcome.ts";
import { placeIn } from "../layout/view.ts";
import type { BlockReading } from "../table/block.ts";
import { type OpenTable, withOutcomes } from "../table/table.ts";
import { type PlaceSaid, sayPlace } from "../words/place-said.ts";

type Elsewhere = Extract<Outcome, { kind: "elsewhere" }>;

const isElsewhere = (outcome: Outcome): outcome is Elsewhere => outcome.kind === "elsewhere";

const TOTAL = /total|ensemble|r[ée]cap|synth[èe]se|global|g[ée]n[ée]ral|toutes|cumul/i;

/**
 * "Commune d'Achicourt" on the cover of a workbook, or in the header of a sheet's pages: its tables that say no place are of that one. A
 * contents page names several.
 */
export function refuseOtherCovers(tables: readonly OpenTable[]): readonly OpenTable[] {
  const said = tables.flatMap((t) => [...t.cover, ...t.besides]);
  const [first] = saysOurs(said) ? [] : said.filter((s) => s.kind === "elsewhere").filter((s) => s.by !== "area");
  if (!first) return tables;
  return withOutcomes(tables, (outcome, own) =>
    outcome.kind === "count" && own.place === "unsaid"
      ? { kind: "elsewhere", text: first.text, why: sayPlace(first), of: "table" }
      : outcome,
  );
}

const saysOurs = (said: readonly PlaceSaid[]): boolean => said.some((s) => s.kind === "ours");
/**
 * Tables side by side of which some are of other places: one that says none is their total where its sheet or caption says so,
 * and a doubt otherwise.
 */
export function refuseUnplaced(tables: readonly OpenTable[]): readonly OpenTable[] {
  const all = tables.flatMap((t) => t.blocks.map((b) => b.reading));
  const others = all.filter((r) => r.place === "said" && r.outcomes.some((o) => ofTable(o.outcome)));
  if (others.length === 0) return tables;
  const parts = new Map(tables.flatMap((t) => t.blocks.map((b) => [b.reading, t.view.grid.part] as const)));
  return withOutcomes(tables, (outcome, own) => {
    if ((outcome.kind !== "count" && outcome.kind !== "doubt") || own.place === "said") return outcome;
    const names = [own.caption, parts.get(own) ?? ""];
    const total = names.find((name) => TOTAL.test(name));
    if (total === undefined) return outcome.kind === "count" ? unplaced(own) : outcome;
    return { kind: "elsewhere", text: total, why: `${quote(total)} est le total de plusieurs lieux`, of: "table" };
  });
}

const ofTable = (outcome: Outcome): boolean => isElsewhere(outcome) && outcome.of === "table";

const unplaced = ({ caption }: BlockReading): Doubt =>
  ambiguous(caption, [
    "ce tableau est de la commune, que rien ne nomme ici",
    "il est d'un autre lieu, comme d'autres tableaux du même fichier qui disent le leur",
  ]);

const HINT_OTHER =
  "Retirez ce fichier de la livraison et demandez au service celui de la commune. Si ce n'est qu'une autre façon d'écrire le nom de la commune, corrigez-le dans data/convention.yaml, sous « commune: », ou ajoutez-y son code INSEE.";

/** Names that one message lists; the rest is counted. */
const LISTED = 12;

/**
 * One issue a file. `hasOwn`: something in it was read, or is in doubt, as the commune's. `isNamed`: it says that it is a statement;
 * another town's report that has only its lines stops nothing.
 */
export function placeIssues(
  tables: readonly OpenTable[],
  { hasOwn, isNamed }: { readonly hasOwn: boolean; readonly isNamed: boolean },
  settings: Settings,
): readonly Issue[] {
  const found = tables.flatMap(({ view, blocks }) =>
    blocks.flatMap(({ reading }) =>
      reading.outcomes.flatMap(({ row, column, outcome }) =>
        isElsewhere(outcome) ? [{ view, row, column, outcome, statement: reading.statement }] : [],
      ),
    ),
  );
  const [first] = found;
  if (!first) return [];
  const whys = [...new Set(found.map((f) => f.outcome.why))];
  const more = whys.length - LISTED;
  const list = `${whys.slice(0, LISTED).join(" ; ")}${more > 0 ? ` ; et ${plural(more, "autre")}` : ""}`;
  const place = placeIn(first.view, first.row, first.column, first.view.at(first.row, first.column)?.text ?? "");
  if (hasOwn || found.every((f) => f.statement === OTHER_STATEMENT))
    return [
      {
        rule: "other-place-set-aside",
        severity: "info",
        message: `Des chiffres d'autres lieux que ${quote(settings.commune.name)} sont laissés de côté : ${list}.`,
        hint: "Vérifiez sur la feuille de contrôle que rien de la commune n'est laissé avec eux.",
        place,
      },
    ];
  return [
    {
      rule: "not-our-commune",
      severity: isNamed ? "error" : "warning",
      message: `Ce fichier n'est pas lu : aucun de ses chiffres n'est dit être de ${quote(settings.commune.name)}. ${list}.`,
      hint: HINT_OTHER,
      place,
      actual: first.outcome.text,
      expected: settings.commune.name,
    },
  ];
}

/** Something of the tables is read, or may be read, as the commune's. */
export const hasOwnFigures = (tables: readonly OpenTable[]): boolean =>
  tables.some((t) =>
    t.blocks.some(
      ({ reading }) => hasCounts(reading.outcomes) || reading.outcomes.some(({ outcome }) => outcome.kind === "doubt"),
    ),
  );
