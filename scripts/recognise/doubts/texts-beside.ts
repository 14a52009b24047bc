/**
 * What stands beside the cells of a sheet, in a text box or in the header of its pages, is read by a person and not by the table: where
 * it says another period, force or measure than the figures that were read (« 1er trimestre 2026 », « Gendarmerie nationale »,
 * « Taux pour 1 000 habitants »), it is told.
 */
import { quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { OTHER_STATEMENT } from "../../model/observation.ts";
import type { Outcome } from "../layout/outcome.ts";
import { describePeriod } from "../periods/resolve.ts";
import type { OpenTable } from "../table/table.ts";
import type { FacetParser } from "../words/facets.ts";
import { type Facets, isCount, isUnderstood } from "../words/said.ts";
import { agrees, latestOf, type Span } from "./title-periods.ts";

/** Who sends the statement heads its pages. */
const ISSUER = /^\s*police nationale\s*$/i;

export const textsBesideIssues = (tables: readonly OpenTable[], parse: FacetParser): readonly Issue[] =>
  tables.flatMap(({ view: { grid }, blocks }) => {
    const counts = blocks
      .filter(({ reading }) => reading.statement !== OTHER_STATEMENT)
      .flatMap(({ reading }) => reading.outcomes.flatMap(({ outcome }) => (outcome.kind === "count" ? [outcome] : [])));
    const latest = latestOf(counts.map(spanOf));
    if (grid.hidden || !latest) return [];
    const saysOtherwise = (text: string): boolean => {
      const facets = parse(text);
      return isUnderstood(facets) && !holds(facets, counts, text);
    };
    const texts = (grid.besides ?? []).filter(saysOtherwise);
    return [...new Set(texts)].map(
      (text): Issue => ({
        rule: "text-beside-says-otherwise",
        severity: "warning",
        message: `Un texte posé sur la feuille, ou en haut ou en bas de ses pages, dit ${quote(text)}, ce que le tableau ne dit pas : ses chiffres sont lus comme des faits, ${describePeriod(latest)}.`,
        hint: "Ouvrez le fichier : si ce texte parle de ce tableau, demandez au service un état dont le tableau dit la même chose ; sinon, il n'y a rien à faire.",
        place: { file: grid.file, part: grid.part },
        actual: text,
      }),
    );
  });

type Count = Extract<Outcome, { kind: "count" }>;

const spanOf = ({ observation, running }: Count): Span => ({ period: observation.period, running: running !== null });

/** Do some of the figures have what the text says? */
const holds = (facets: Facets, counts: readonly Count[], text: string): boolean =>
  agrees(facets, counts.map(spanOf)) &&
  (facets.force === null || ISSUER.test(text) || counts.some((c) => c.observation.force === facets.force)) &&
  isCount(facets);
