/** The constructs of workbooks that are not plain, in an operator's words. */
export const STRUCK = "texte barré";
export const HIDDEN_TEXT = "texte masqué";
export const FAINT = "texte de la couleur du fond de la cellule";
export const TINY = "caractères trop petits pour être lus";
export const SIGN_FONT = "police de signes, qui dessine autre chose que des chiffres";
export const RAISED = "nombre écrit en exposant ou en indice";
export const TWO_SIZES = "deux tailles de caractères dans un nombre";
export const REPEATED = "texte répété sur la largeur de la cellule";
export const RIGHT_TO_LEFT = "texte écrit de droite à gauche";
export const UPSIDE_DOWN = "texte à l'envers";
export const CROSSED = "cellule barrée d'une diagonale";
export const DRAWN_OVER = "une image ou un dessin posé sur cette cellule";
export const REPLACED = "une image ou un objet à la place de la valeur";
export const SHOWS_FORMULAS = "feuille qui montre les formules à la place des résultats";
export const REFRESHED = "tableau croisé refait à l'ouverture du classeur";
export const CONDITIONAL = "mise en forme conditionnelle qui peut cacher ou changer ce qui est affiché";
export const NESTED = "tableau dans une cellule";
export const BARE_DATE = "date sans format de date";
export const numberFormat = (code: string): string => `format de nombre « ${code} », qui montre autre chose que ce qui est enregistré`;
export const wrongSum = (formula: string): string => `résultat qui n'est pas celui de sa formule « ${formula} »`;
export const computed = (formula: string): string =>
  formula === "" ? "calculée par une formule : ouvrez, vérifiez" : `calculée par une formule « ${formula} » : ouvrez, vérifiez`;
export const unknown = (what: string): string => `« ${what} », que le programme ne connaît pas`;
