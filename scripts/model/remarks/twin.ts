/** The remarks on a document read with its PDF. */
import { listSome, plural, quote } from "../format.ts";
import type { French } from "./told.ts";

/** Lines that are named. */
const LINES = 5;

export const TWIN = {
  "twin-disagrees": ({ document, pdf }, say) => ({
    message: `Le document et son PDF ne disent pas la même chose : le document porte ${say(document.text, "un texte")}, ${pdf ? `son PDF montre ${say(pdf.text, "un autre")} (${say.bare(pdf.part, "")}, ligne ${pdf.row}, colonne ${pdf.column})` : "son PDF n'y montre rien"}.`,
    hint: "Ouvrez le document, vérifiez ce nombre, enregistrez-le de nouveau en PDF sous le même nom ; ou ôtez de la livraison celui des deux qui n'est pas le bon.",
  }),
  "twin-line-alone": ({ pdf, labels }, say) => ({
    message: `Des lignes de nombres ne se retrouvent pas à la fois dans le document et dans son PDF${say.unlessPaper(
      () =>
        ` ${say(pdf, "")} : ${listSome(
          labels.map((label) => quote(label.received === "" ? "sans libellé" : label.received)),
          LINES,
        )}`,
    )}. Elles n'ont pas pu être comparées.`,
    hint: "Comparez-les à l'œil ; si le PDF n'est pas l'impression de ce document, renommez-le.",
  }),
  "twin-read": ({ original, settled }, say) => ({
    message: `Ce PDF est lu avec ${say(original, "un autre fichier")}, de même nom : les deux sont un seul document, dont les nombres ont été comparés${settled > 0 ? ` ; il y a levé ${plural(settled, "doute")}` : ""}.`,
    hint: "S'il s'agit de deux documents, donnez-leur deux noms.",
  }),
} satisfies Partial<French>;
