/** What a text says of its document, and not of its figures: who may read it, who made it, and when. */
import type { Words } from "../../nomenclature/index.ts";

/** Who may read the document: « Document à diffusion restreinte, reproduction interdite ». Folded. */
const OF_READERS =
  /\b(?:diffusion|reproduction|divulg\w*|usage interne|ne (?:\w+ ){1,6}(?:diffuse|communique)\w*|non (?:protege|classifie|contractuel|communicable))\b/;
/** Who made or receives it, and when. Folded. */
const OF_MAKING = new RegExp(
  `\\bpage \\d+ (?:sur |de )?\\d+$|^(?:${[
    "(?:document|fiche|tableau|note)? ?(?:etabli|realise|dresse)e? (?:par|le) |permanence|accueil|edit|imprim|gener|extrai|tirage|page|mise a jour|date|population|source|lecture|copie|prochain|(?:\\d )?dont ",
    "n \\d|ref|vo ref|no ref|affaire suivie|redig|objet|de |cci? |envoye|destinataire|a la mairie|a mairie|contact|tel|standard|astreinte|bureau ouvert",
    "(?:service|bureau|poste|porte) (?:n )?\\d+$",
    "bonne |respectueusement|vou en souhaitant|(?:nom .{0,30}\\b)?signature",
    "pour tou\\w* (?:question|information|renseignement|precision)|l unite de compte ",
    "l[ea]? (?:commissaire|commandante?|capitaine|chef|direct(?:eur|rice)|colonel|major|lieutenante?|adjudante?|adjointe?|marechal|brigadier|officier|secretaire|secretariat)",
    "(?:nota|nb|n b|note|observation|remarque|commentaire) (?:neant|ra|rien|aucune?|san objet)$",
  ].join("|")})`,
);

/** « Diffusion restreinte aux élus »; not « Diffusion restreinte, la nuit seulement », which leaves figures out. @param text folded. */
export const isOfReaders = (text: string, { limits, exceptions }: Words): boolean =>
  OF_READERS.test(text) && !limits.test(text) && !exceptions.always.test(text);

/** Who made or receives it, unless something is left out. @param note folded. */
export const isOfMaking = (note: string, { exceptions }: Words): boolean =>
  OF_MAKING.test(note) && !exceptions.always.test(note);
