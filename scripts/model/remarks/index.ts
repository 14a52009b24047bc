/**
 * What a person reads of an issue. A remark is a value (model/about.ts); its French stands here, with its rule, as a function of that value
 * and of who reads: it is called where it is shown, and nowhere else.
 */
import type { Issue, Told } from "../issue.ts";
import { CHECKS } from "./checks.ts";
import { HOLDINGS } from "./holdings.ts";
import { OTHERS } from "./others.ts";
import { PDF } from "./pdf.ts";
import { READING } from "./reading.ts";
import { RECOGNITION } from "./recognition.ts";
import { REFERENCES } from "./references.ts";
import { SUMS } from "./sums.ts";
import { type French, type Reader, sayTo } from "./told.ts";
import { TWIN } from "./twin.ts";

export type { Reader } from "./told.ts";

const FRENCH: French = {
  ...HOLDINGS,
  ...READING,
  ...PDF,
  ...RECOGNITION,
  ...TWIN,
  ...OTHERS,
  ...CHECKS,
  ...SUMS,
  ...REFERENCES,
};
const SAYS = { eyes: sayTo("eyes"), paper: sayTo("paper"), service: sayTo("service") } as const;

export function tell(issue: Issue, reader: Reader): Told {
  if ("message" in issue) return issue;
  if (issue.rest !== undefined)
    return {
      message: `Et ${issue.rest} ${issue.rest > 1 ? "autres constats" : "autre constat"} de même nature dans ce fichier.`,
      hint: "La feuille de contrôle montre, cellule par cellule, ce qui a été lu. Autant de constats font douter du fichier entier : vérifiez que c'est le bon, ou demandez-le de nouveau.",
    };
  const words = FRENCH[issue.rule] as (about: unknown, say: (typeof SAYS)[Reader]) => Told;
  return words(issue.about, SAYS[reader]);
}
