/** « Faut-il s'en inquiéter ? »: what is established, what is to follow, what such numbers cannot say; no cause, no blame, no reassurance. */
import { degreeOf } from "../../model/degree.ts";
import type { Point } from "../../model/document/front-page.ts";
import { formatNumber, listSome, upperFirst } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { plainPoint, present } from "../words/present.ts";
import { lowerFirst } from "../words/words.ts";
import { type Announced, announced } from "./announced.ts";
import { apartForces } from "./forces.ts";
import { graveFacts } from "./grave.ts";
import { togetherOf } from "./together.ts";

/** Subjects that are named. */
const MOST_NAMED = 3;
const UNSEEN = "à de tels niveaux, seuls de grands changements se voient : une ligne sans signe a pu changer";
const TOGETHER =
  "un mouvement aussi général appelle d'abord une vérification : ce qui est compté, ou la manière de l'enregistrer, a pu changer";

export function worryPoints(c: Context): readonly Point[] {
  if (c.analysis.tests.lines === 0) return [];
  const forces = apartForces(c).map(({ name, force, reading }) => ({
    name: `${name} pour la ${force}`,
    degree: degreeOf(reading.verdict),
  }));
  const said: readonly Pick<Announced, "name" | "degree">[] = [...announced(c), ...forces];
  const sure = said.filter(({ degree }) => degree === "established");
  const follow = said.filter(({ degree }) => degree === "to-follow");
  const grave = graveFacts(c).length > 0;
  const together = togetherOf(c, announced(c)) !== null;
  const parts = present(
    grave && "les faits graves se lisent un par un, sans calcul",
    !together &&
      sure.length > 0 &&
      `${counted(sure.length)} ${sure.length === 1 ? "établi" : "établis"} (${names(sure)})`,
    !together && follow.length > 0 && `${counted(follow.length)} à suivre (${names(follow)})`,
    said.length === 0 && `${grave ? "rien d'autre" : "rien"} n'est établi`,
    together ? TOGETHER : UNSEEN,
  );
  return [plainPoint("Faut-il s'en inquiéter ?", `${upperFirst(parts.join(" ; "))}.`)];
}

const counted = (n: number): string => (n === 1 ? "un point est" : `${formatNumber(n)} points sont`);
const names = (all: readonly Pick<Announced, "name">[]): string =>
  listSome(
    all.map(({ name }) => lowerFirst(name)),
    MOST_NAMED,
  );
