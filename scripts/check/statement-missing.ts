/** Each quarter's deliveries hold the statements that the settings expect; one that never comes is told once. */
import { quarterOfDelivery } from "../model/delivery.ts";
import { formatPeriod, listSome, plural } from "../model/format.ts";
import { aWarning, type Issue } from "../model/issue.ts";
import { OTHER_STATEMENT, type Recognition } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { type Period, quarterId } from "../model/period.ts";
import type { CheckContext } from "./context.ts";

/** Quarters that are named, the latest first. */
const MOST_NAMED = 4;

interface Lack {
  readonly quarter: Period;
  /** A delivery of it. */
  readonly delivery: string;
}

export function* statementMissing({ recognitions, refused, nomenclature, settings }: CheckContext): Iterable<Issue> {
  const byQuarter = Map.groupBy(recognitions, ({ file }) => {
    const quarter = quarterOfDelivery(file.source.delivery);
    return quarter ? quarterId(quarter) : "";
  });
  const quarters = [...byQuarter].sort(([a], [b]) => compareText(b, a));
  for (const statement of settings.expectedStatements) {
    const label = nomenclature.statements.find((s) => s.id === statement)?.label ?? statement;
    const lacking = quarters.flatMap(([id, own]): readonly Lack[] => {
      const quarter = quarterOfDelivery(id);
      const isHeld = own.some((r) => r.observations.some((o) => o.statement === statement));
      const isTold = own.some(
        (r) => (refused?.has(r.file.source.path) && maybeOf(r, statement)) || isOfAnotherMeasure(r, statement),
      );
      return quarter && !isHeld && !isTold ? [{ quarter, delivery: own[0]?.file.source.delivery ?? id }] : [];
    });
    const [latest] = lacking;
    if (latest) yield toIssue(label, [latest, ...lacking.slice(1)]);
  }
}

/** "Faits élucidés": recognition has said why none of its numbers is a count of facts. */
const isOfAnotherMeasure = ({ observations, printed }: Recognition, statement: string): boolean =>
  observations.length === 0 && printed.some((figure) => figure.statement === statement);

/** Could the file have been that statement, had it been read? */
const maybeOf = ({ tables }: Recognition, statement: string): boolean =>
  tables.every((t) => t.statement === OTHER_STATEMENT) || tables.some((t) => t.statement === statement);

/** Its place is the latest quarter: the one whose bulletin is made. */
function toIssue(label: string, [latest, ...others]: readonly [Lack, ...Lack[]]): Issue {
  const known = { place: { file: latest.delivery }, expected: label };
  if (others.length === 0)
    return aWarning("statement-missing", {
      ...known,
      message: `Aucun nombre de l'état ${label} n'a été lu pour le ${formatPeriod(latest.quarter)} : l'état manque, ou son fichier n'a pas pu être lu.`,
      hint: `Vérifiez les fichiers du dossier ${quarterId(latest.quarter)} ; si l'état n'y est pas, demandez-le au service.`,
    });
  const all = [latest, ...others];
  const names = all.map(({ quarter }) => `le ${formatPeriod(quarter)}`);
  const which = listSome(names, MOST_NAMED, ", ", ["trimestre antérieur", "trimestres antérieurs"]);
  return aWarning("statement-missing", {
    ...known,
    message: `Aucun nombre de l'état ${label} n'a été lu pour ${plural(all.length, "trimestre")} (${which}) : l'état manque, ou son fichier n'a pas pu être lu.`,
    hint: `Vérifiez les fichiers de ces dossiers ; si l'état n'y est pas, demandez-le au service. S'il ne doit jamais venir, retirez-le de « etats_attendus: » dans data/convention.yaml.`,
  });
}
