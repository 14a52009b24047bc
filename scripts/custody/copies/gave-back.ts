/** Who read an edition and gave it back before it was corrected: nothing is to be taken back from them, and nobody else would tell them. */
import type { PublishedBulletin } from "../../model/edition.ts";
import { NBSP } from "../../model/format.ts";
import { aWarning, type Issue } from "../../model/issue.ts";
import type { RegisterLine } from "../register/entry.ts";
import { type Copy, copiesOf, isOut, lastEdition } from "./copies.ts";
import { nameHolders } from "./outdated.ts";
import { sameName } from "./recipients.ts";

/** The last copy of each person who holds none any more. */
function gaveBack(copies: readonly Copy[]): readonly Copy[] {
  return copies.filter(
    (copy, i) => !copies.some((other, j) => sameName(other.recipient, copy.recipient) && (j > i || isOut(other))),
  );
}

/**
 * Told once, when the edition is made.
 * @param before the register's lines before it. @param changes what it says of its own changes, by quarter; those alone that change a count.
 */
export const checkGaveBack = (
  before: readonly RegisterLine[],
  published: readonly Pick<PublishedBulletin, "id" | "edition">[],
  changes: ReadonlyMap<string, string>,
): readonly Issue[] =>
  published.flatMap(({ id, edition }) => {
    const changed = changes.get(id);
    if (changed === undefined || edition.number <= lastEdition(before, id)) return [];
    const own = gaveBack(copiesOf(before).filter((copy) => copy.quarter === id));
    if (own.length === 0) return [];
    const [have, know] = own.length > 1 ? ["personnes ont", "savent"] : ["personne a", "sait"];
    return [
      aWarning("edition-read-before", {
        message: `Bulletin ${id} : ${own.length}${NBSP}${have} rendu une édition que celle-ci corrige, et ne ${know} pas ce qui change : ${nameHolders(own)}.`,
        hint: `Ce qui change, à dire à qui l'a lue : ${changed} Pour remettre la nouvelle édition à qui est encore habilité : npm run copies -- ${id} --pour "${own.map(({ recipient }) => recipient).join("; ")}"`,
      }),
    ];
  });
