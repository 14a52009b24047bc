/** What a text says of its document, and not of its figures: who may read it, who made it, and how. */
import { fold, type Words } from "../../nomenclature/index.ts";

type Limits = Pick<Words, "limits" | "readers">;

/** Words that limit any text: "Vols sans violence" is a line, "Merci de ne pas répondre" the end of a letter. */
export const EXCEPT_ALWAYS = /\b(?:hor|sauf|excepte|hormi|exclu\w*|uniquement|seulement|exclusivement)\b/;
/** "Uniquement": of what is said before it. Folded. */
const LIMIT_ALONE = /^(?:uniquement|seulement|exclusivement)$/;
/** What is left out stands after it: "ne pas diffuser hors de la mairie". */
const LEAVES_OUT = /\b(?:hor|sauf|excepte|hormi)\b(.*)/;
const startsWith = (...texts: readonly string[]): RegExp => new RegExp(`^(?:${texts.join("|")})`);
/** Who may read the document, whatever follows: "Usage interne exclusivement". Folded. */
const OF_READERS = startsWith(
  "diffusion|(?:merci de )?ne pa (?:diffuser|communiquer|transmettre)|usage interne|reserve (?:a|au) |classification|toute reproduction",
);
/** The same wherever it stands: « Document à diffusion restreinte, reproduction interdite », « … ne peuvent être communiquées à des tiers ». Folded. */
export const OF_SECRECY =
  /\b(?:reproduction|diffusion|communication|divulgation) (?:strictement |formellement )?(?:interdite|restreinte|reservee|limitee)\b|\bne (?:peu\w*|doi\w*|saurai\w*) (?:pa |en aucun ca )?etre (?:communique|diffuse|transmi|divulgue|reproduit|copie)|\bnon (?:protege|classifie)\b/;
/** Who made or receives it, and when. Folded. */
const OF_DOCUMENT = startsWith(
  "edit|imprim|gener|extrai|page|mise a jour|date|population|source|lecture|copie|prochain|(?:\\d )?dont ",
  "n \\d|ref|vo ref|no ref|affaire suivie|redig|objet|de |envoye|destinataire|a la mairie|a mairie|contact|tel|standard|astreinte|bureau ouvert",
  "bonne |respectueusement|vou en souhaitant|signature|le (?:commissaire|commandant|capitaine|chef|directeur|colonel|major)",
);
/** How it was made, and what is said of it: nothing of the figures, unless something is left out. Folded. */
const REMARK = startsWith(
  "(?:document |fichier |etat |tableau )(?:edit|gener|extrai|etabli|produit)|etabli le|tirage|requete|version|commentaire|fait marquant",
);

/** « Diffusion restreinte aux élus » is of its readers alone; « Diffusion restreinte, la nuit seulement » says of the figures what they leave out. */
export function isOfReaders(text: string, { limits, readers }: Limits): boolean {
  const said = [OF_READERS, OF_SECRECY];
  if (!said.some((pattern) => pattern.test(fold(text)))) return false;
  return !text.split(/[,;:.()]|\s[-–—]\s/).some((clause) => {
    const rest = said.reduce((left, pattern) => left.replace(pattern, ""), fold(clause)).trim();
    const isLimited = limits.test(rest) || EXCEPT_ALWAYS.test(rest);
    const limited = LEAVES_OUT.exec(rest)?.[1] ?? rest;
    return isLimited && !readers.test(limited) && !LIMIT_ALONE.test(rest);
  });
}

/** Who made or receives it, when and how, unless something is left out. @param note folded. */
export const isOfMaking = (note: string, { limits }: Limits): boolean =>
  (OF_DOCUMENT.test(note) || (REMARK.test(note) && !limits.test(note))) && !EXCEPT_ALWAYS.test(note);
