/** A course that a quarter goes against is no news of its whole subject: of the line, of the wider count of I.S.T, of their family. */
import type { Analysis } from "../../model/analysis.ts";
import { type ComposeInput, type Context, createContext, findLine } from "./context.ts";

/** What every section needs, with the courses denied subject by subject. */
export function contextOf(input: ComposeInput): Context {
  const c = createContext(input);
  const denied = c.analysis.analyses.filter(({ shape }) => shape?.denied);
  const isDenied = (a: Analysis): boolean =>
    a.shape?.told === true && denied.some((other) => isSameWay(a, other) && (other === a || shareFacts(c, a, other)));
  const analyses = c.analysis.analyses.map((a) =>
    a.shape && isDenied(a) ? { ...a, shape: { ...a.shape, denied: true as const } } : a,
  );
  return { ...c, analysis: { ...c.analysis, analyses } };
}

const isSameWay = (a: Analysis, b: Analysis): boolean =>
  a.shape !== null && b.shape !== null && a.shape.change > 0 === b.shape.change > 0;

/** Do two lines count some of the same facts? A line of a family, a line of IS 101 and a wider one of I.S.T. */
export function shareFacts(c: Context, a: Analysis, b: Analysis): boolean {
  const factsOf = ({ statement, indicator, level }: Analysis): readonly (string | null)[] => {
    const parts =
      level === "family" ? c.analysis.analyses.filter((x) => x.family === indicator && x.level === "line") : [];
    return [indicator, ...(findLine(c, statement, indicator)?.covers ?? []), ...parts.flatMap(factsOf)];
  };
  const own = new Set(factsOf(a));
  return factsOf(b).some((fact) => fact !== null && own.has(fact));
}
