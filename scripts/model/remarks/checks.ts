/** The remarks of the checks: what the counts say together; of sums, see sums.ts. */

import type { PlacedText, Printed, Without } from "../about-counts.ts";
import { formatDifference, formatNumber, formatPeriod, listSome, plural, quote } from "../format.ts";
import type { Told } from "../issue.ts";
import type { Provenance } from "../observation.ts";
import { quarterAtEndOf, quarterId } from "../period.ts";
import { ASK_SERVICE, describe, listLines, withArticle } from "./figure-words.ts";
import type { French, Say } from "./told.ts";

const shown = ({ raw, value, measure }: Printed, say: Say): string =>
  say(raw, quote(measure === "change" ? formatDifference(value) : `${formatNumber(value, 2)} %`));

const REASONS = {
  missing: "sans nombre (non disponible ou vide)",
  confidential: "sous secret statistique",
  "not-applicable": "sans objet",
} as const;
const MOST_LABELS = 6;
const without =
  (reason: string) =>
  ({ cells, part, labels }: Without, say: Say): Told => ({
    message: `${plural(cells, "cellule")} de ${say(part, "ce fichier")} ${reason} : ${listSome(
      labels.map((label) => say(label, "une ligne")),
      MOST_LABELS,
    )}. Ce n'est pas zéro.`,
  });

/** Quarters that are named, the latest first. */
const MOST_QUARTERS = 4;

export const CHECKS = {
  "figure-given-twice": ({ figure, first, other, correction }, say) => ({
    message:
      `${describe(figure, say)} : deux valeurs dans la même livraison, ${formatNumber(first.value)} (${say.place(placeOf(first.place))}) ` +
      `et ${formatNumber(other.value)} (${say.place(placeOf(other.place))}).`,
    hint:
      correction === null
        ? "Demandez au service laquelle est la bonne, et un état corrigé ; ou faites ignorer la colonne fautive dans data/convention.yaml."
        : `Si l'un des deux fichiers corrige l'autre, déplacez-le dans le dossier ${correction} (à créer), puis npm run reception. Sinon, demandez au service laquelle est la bonne et retirez l'autre fichier.`,
  }),
  "figure-revised": (about, say) => ({
    message:
      "one" in about
        ? `${describe(about.one, say)} : ${formatNumber(about.old)} dans la livraison ${about.from}, ${formatNumber(about.value)} dans celle-ci. Le nombre le plus récent est retenu.`
        : `Pour ${withArticle(about.period)}, des nombres de la livraison ${about.from} sont autres dans celle-ci : ${listLines(about.lines, ({ old, value }) => `${formatNumber(old)} puis ${formatNumber(value)}`, say)}. Les nombres les plus récents sont retenus.`,
  }),
  /** `most`: of the other periods of the same length; null: the value is the number of a year. */
  "improbable-count": ({ count, most }, say) => ({
    message: `${describe(count.figure, say)} : ${formatNumber(count.value)} est improbable, ${
      most === null
        ? "car c'est le nombre d'une année"
        : `car les autres périodes de même durée ne dépassent pas ${formatNumber(most)}`
    }.`,
    hint: "Vérifiez la cellule dans le fichier reçu, et demandez confirmation au service.",
  }),
  /** `before` null: the earlier count is not known; of a percentage, none could be. */
  "printed-change-impossible": ({ printed, after }, say) => ({
    message: after
      ? `${describe(after.figure, say)} : l'évolution imprimée ${shown(printed, say)} est impossible pour ${formatNumber(after.value)} : le nombre antérieur serait de ${formatNumber(after.value - printed.value)}.`
      : `${say(printed.label, "Une ligne")} : le pourcentage imprimé ${shown(printed, say)} est impossible : une baisse ne dépasse pas 100 %.`,
    hint: ASK_SERVICE,
  }),
  /** `change`: that of the counts, rounded to `digits`; `isOneOfMany`: no other pair of the line fits either. */
  "printed-change-mismatch": ({ printed, before, after, change, digits, isOneOfMany }, say) => {
    const isChange = printed.measure === "change";
    const expected = isChange ? formatDifference(change) : `${change > 0 ? "+" : ""}${formatNumber(change, digits)} %`;
    // "+32 fait(s)" beside 21 says that there were -11 before
    const implied = after.value - printed.value;
    return {
      message:
        `${describe(after.figure, say)} : ${isChange ? "l'évolution imprimée" : "le pourcentage imprimé"} ${shown(printed, say)} ` +
        `ne correspond pas à ${formatNumber(before)} puis ${formatNumber(after.value)} (${expected})` +
        `${isOneOfMany ? ", ni à l'écart d'aucun autre couple de nombres de la ligne" : ""}.` +
        (isChange && implied < 0
          ? ` Il supposerait ${formatNumber(implied)} fait auparavant, ce qui est impossible.`
          : ""),
      hint: ASK_SERVICE,
    };
  },
  "printed-trend-mismatch": ({ raw, before, after, lines }, say) => ({
    message:
      `${describe(after.figure, say)} : la tendance imprimée ${say(raw, "à côté")} contredit les nombres, ${formatNumber(before)} puis ${formatNumber(after.value)}` +
      `${lines > 1 ? ` ; de même pour ${plural(lines - 1, "autre ligne")} du tableau` : ""}.`,
    hint: "Regardez dans le fichier reçu si chaque colonne de nombres est bien sous son en-tête. Sinon, demandez au service un état corrigé.",
  }),
  "statement-missing": ({ statement, quarters }) => {
    const [latest, ...others] = quarters;
    const names = quarters.map((quarter) => `le ${formatPeriod(quarter)}`);
    const which = listSome(names, MOST_QUARTERS, ", ", ["trimestre antérieur", "trimestres antérieurs"]);
    const of =
      others.length === 0 ? `le ${formatPeriod(latest)}` : `${plural(quarters.length, "trimestre")} (${which})`;
    return {
      message: `L'état ${statement} n'a pas été lu pour ${of} : il manque, ou son fichier n'a pas pu être lu.`,
      hint:
        others.length === 0
          ? `Vérifiez les fichiers du dossier ${quarterId(latest)} ; si l'état n'y est pas, demandez-le au service.`
          : "Vérifiez les fichiers de ces dossiers ; si l'état n'y est pas, demandez-le au service. S'il ne doit jamais venir, retirez-le de « etats_attendus: » dans data/convention.yaml.",
    };
  },
  "statement-of-another-quarter": ({ statement, period, delivery, quarter, folder }) => ({
    message: `Cet état (${statement}) porte sur ${withArticle(period)}, mais il est rangé dans la livraison ${quote(delivery)} (${formatPeriod(quarter)}).`,
    hint:
      quarterId(quarterAtEndOf(period)) === quarterId(quarter)
        ? `Ses mois ne sont pas ceux du trimestre : demandez au service l'état du ${formatPeriod(quarter)}.`
        : `Déplacez le fichier dans le dossier ${folder}${folder === quarterId(quarterAtEndOf(period)) ? "" : " (à créer) : l'état de ce trimestre est déjà là, celui-ci le corrige"} ; puis npm run reception. S'il devait porter sur un autre trimestre, demandez au service le bon état.`,
  }),
  /** `isConfirmed`: with a lecture. */
  "unknown-line": ({ line, statement, delivery, isConfirmed }, say) => ({
    message: `La ligne ${say(line, "d'un état")} (${statement}) n'est pas dans la nomenclature : elle est présentée telle que transmise${isConfirmed ? "" : ", et sous son libellé une fois la lecture confirmée"}.`,
    ...(isConfirmed
      ? {}
      : {
          hint: `Confirmez-la avec la lecture, npm run lecture -- ${delivery}, qui demande si c'est un autre nom d'une ligne connue, ou la garde telle quelle. Une ligne d'un tout autre nom : data/LISEZMOI.md, partie 5.`,
        }),
  }),
  "value-confidential": without(REASONS.confidential),
  "value-missing": without(REASONS.missing),
  "value-not-applicable": without(REASONS["not-applicable"]),
} satisfies Partial<French>;

const placeOf = ({ file, part, name, ...at }: PlacedText): Provenance => ({
  ...at,
  file: file.received,
  part: part.received,
  raw: "",
  ...(name === undefined ? {} : { name }),
});
