/** Copies that are out with somebody who is no longer entitled to read them: the likeliest leak, an elected member who has left. */
import { plural } from "../../model/format.ts";
import { aWarning, type Issue } from "../../model/issue.ts";
import { type Entitlements, isEntitledOn, loadEntitlements } from "../people/entitlement.ts";
import type { RegisterLine } from "../register/entry.ts";
import { type Copy, copiesOf, isOut } from "./copies.ts";
import { nameHolders } from "./outdated.ts";
import { sameName } from "./recipients.ts";

/** Is its holder off the list, or no longer entitled on that day? Without a list nobody can be. */
const isWithFormer = (copy: Pick<Copy, "recipient">, list: Entitlements | null, today: string): boolean =>
  list !== null && !list.persons.some((person) => sameName(person.name, copy.recipient) && isEntitledOn(person, today));

/** @param today "2026-04-09" */
export function checkHolders(
  lines: readonly RegisterLine[],
  list: Entitlements | null,
  today: string,
): readonly Issue[] {
  const held = copiesOf(lines).filter((copy) => isOut(copy) && isWithFormer(copy, list, today));
  return [...Map.groupBy(held, ({ quarter }) => quarter)].map(([quarter, own]) =>
    aWarning("copies-with-former", {
      message: `Bulletin ${quarter} : ${plural(own.length, "exemplaire est", "exemplaires sont")} chez ${own.length > 1 ? "des personnes qui ne sont" : "une personne qui n'est"} plus sur la liste des personnes habilitées, ou dont l'habilitation a pris fin : ${nameHolders(own)}.`,
      hint: `À reprendre, puis à inscrire : npm run copies -- ${quarter} --retour, et le numéro.`,
    }),
  );
}

/** The copies that are out, for index.html: "Anne Petit, plus habilité(e)" */
export const copiesOut = (lines: readonly RegisterLine[], dataDir: string, today: string): readonly Copy[] => {
  const list = loadEntitlements(dataDir);
  return copiesOf(lines)
    .filter(isOut)
    .map((copy) =>
      isWithFormer(copy, list, today) ? { ...copy, recipient: `${copy.recipient}, plus habilité(e)` } : copy,
    );
};
