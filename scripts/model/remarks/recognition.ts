/** The remarks on recognition: grids to counts. */

import type { Construct, Nominative, NotUnderstood, WithBeside } from "../about-files.ts";
import { formatCell, listSome, plural, quote } from "../format.ts";
import type { Told } from "../issue.ts";
import type { Own, Received } from "../received.ts";
import { type French, quoted, type Say } from "./told.ts";

const asksOnce = (delivery: Own): string =>
  `npm run lecture -- ${delivery} pose la question, et retient la réponse pour les fichiers du même modèle.`;

const HIDDEN_HINT =
  "Ouvrez le fichier : si ces données comptent, affichez-les et enregistrez ; sinon, il n'y a rien à faire.";
const hidden = (part: Received, what: string, say: Say): Told => ({
  message: `Dans ${say(part, "une feuille")}, masqué dans le fichier et non lu : ${what}. La feuille de contrôle le montre.`,
  hint: HIDDEN_HINT,
});

const notUnderstood =
  (one: string, noun: string) =>
  ({ subject, at, cells, why, delivery, teachable }: NotUnderstood, say: Say): Told => ({
    message:
      say.unlessPaper(() =>
        why.sealed === undefined
          ? `La ${noun} ${say(subject, "")}${cells > 1 ? ` (${cells} cellules)` : ""} n'est pas reprise : ${say.bare(why, "")}.`
          : "",
      ) ||
      `${one} n'est pas reprise (${formatCell(at)}${cells > 1 ? ` ; ${cells} cellules` : ""}) : son texte n'est pas compris.`,
    hint: teachable
      ? `Demandez au service ce que dit ${say(subject, "ce texte")}. ${asksOnce(delivery)}`
      : "Vérifiez dans le fichier reçu ; s'il y manque un mot ou s'il est fautif, demandez au service un fichier corrigé.",
  });

const LISTED = 12;
const TEXT = 40;

const beside =
  (adjective: string) =>
  ({ part, cells }: WithBeside, say: Say): Told => {
    const names = cells.map(({ cell, shown, other }) => {
      const words = [
        ...(shown.received === "" ? [] : [`${quoted(shown.received, TEXT)} à l'écran`]),
        ...(other.received === "" ? [] : [`${quoted(other.received, TEXT)} ${adjective}`]),
      ];
      return `${cell}${say.unlessPaper(() => (words.length === 0 ? "" : ` (${words.join(", ")})`))}`;
    });
    return {
      message: `Dans ${say(part, "une feuille")}, des cellules de chiffres contiennent du texte ${adjective} : ${listSome(names, LISTED, " ; ")}. Décision : seul le texte visible est lu.`,
      hint: "Ouvrez le fichier et comparez ces cellules avec l'écran ; demandez au service l'état définitif, sans correction apparente.",
    };
  };

/** "B5 (« 12 »)"; "A5 (4 chiffres)": what a label or a title says is not repeated. */
const bearing = ({ cell, text, touched }: Construct["cells"][number], say: Say): string => {
  const own = say.unlessPaper(() => (text.received === "" ? "" : quoted(text.received, TEXT)));
  const said = touched === null ? own : plural(touched, "chiffre");
  return `${cell}${said === "" ? "" : ` (${said})`}`;
};

function nominative(why: Nominative, say: Say): string {
  switch (why.by) {
    case "file-name":
      return "son nom semble être celui d'une personne";
    case "part-name":
      return "le nom de cette partie semble être celui d'une personne";
    case "heading":
      return `son titre est ${say(why.heading, "celui d'une liste de personnes")}`;
    case "content":
      return `elle semble contenir ${why.kind}`;
    case "row":
      return `la ligne ${why.row} semble contenir ${why.kinds.join(" et ")}`;
    case "line":
      return `la ligne ${why.row} semble être celle d'une personne`;
  }
}

const WITHHELD = "Un état statistique ne doit nommer personne ; rien de ce fichier n'est repris ni montré.";
const REMOVE =
  "Retirez ce fichier de la livraison, prévenez le service, et demandez l'état sans donnée personnelle. Ne le copiez nulle part.";
const takeOut = (column: number, delivery: Own): string =>
  `À défaut, sur ce poste : ouvrez ce fichier, supprimez-y la colonne ${column}, enregistrez-le à la même place, puis npm run reception -- ${delivery} --motif "colonne nominative retirée".`;
const DECLARE =
  'Si c\'est un libellé de faits et non un nom, écrivez-le dans data/convention.yaml, sous « lignes: » : - { etat: IS101, libelle: "…" }.';

const OTHER_PLACES = 12;

export const RECOGNITION = {
  /** `readings`: how, where no question says it. `todo`: what to do, where it is not to answer or to ask for another file. */
  "ambiguous-reading": ({ part, text, readings: [how], delivery, canBeAnswered, todo }, say) => {
    const ask = `Demandez au service expéditeur laquelle est la bonne. ${asksOnce(delivery)}`;
    const more = todo === null ? "" : say.bare(todo, "");
    return {
      message: `Le tableau ${say(part, "d'un fichier")} n'est pas lu, car ${text.received === "" ? "il peut" : `${say(text, "un texte")} peut`} se lire de plusieurs façons${how ? say.unlessPaper(() => ` : ${how.received}`) : ""}.`,
      hint: canBeAnswered ? [ask, more].filter((one) => one !== "").join(" ") : more || ASK_FOR_ANOTHER_FILE,
    };
  },
  "cell-not-understood": notUnderstood("Une cellule", "cellule"),
  "column-not-understood": notUnderstood("Une colonne", "colonne"),
  "row-not-understood": notUnderstood("Une ligne", "ligne"),
  "columns-hidden": ({ part, columns }, say) => hidden(part, plural(columns, "colonne"), say),
  "rows-hidden": ({ part, rows }, say) => hidden(part, plural(rows, "ligne"), say),
  "part-hidden": ({ part }, say) => hidden(part, "toute la feuille", say),
  "figure-beside-hidden": beside("masqué"),
  "figure-beside-struck": beside("barré"),
  /** Figures that are not read, by construct and by the cell that bears it. */
  "figure-beside-unplain": ({ part, constructs, isPdf }, say) => {
    const all = constructs.map(
      ({ name, cells }) =>
        `${say.bare(name, "mise en forme")} : ${listSome(
          cells.map((one) => bearing(one, say)),
          LISTED,
          " ; ",
        )}`,
    );
    return {
      message: `Dans ${say(part, "un tableau")}, des chiffres ne sont pas lus, car leur mise en forme, ou celle de leur libellé, de leur en-tête ou de leur titre, peut montrer autre chose que ce qui est enregistré. ${all.join(". ")}.`,
      hint: isPdf
        ? "Ouvrez-le et vérifiez ; demandez au service le fichier d'origine (.xls, .xlsx, .csv ou .doc)."
        : "Ouvrez-le, vérifiez, enregistrez-le en PDF dans le même dossier.",
    };
  },
  /** `title`: the text that names a statement. `hasPrinted`: its numbers are of another measure. */
  "force-unsaid": ({ figures, sender, delivery }, say) => {
    const ask = `npm run lecture -- ${delivery} le demande, une fois, et retient la réponse pour les fichiers du même modèle.`;
    const of = plural(figures, "chiffre");
    return sender
      ? {
          message: `Rien ne dit quelle force a enregistré les faits (${of}) : ${say(sender, "un texte du fichier")} nomme un service, qui envoie peut-être les siens seuls, peut-être ceux des deux forces. Tant que la réponse n'est pas donnée, ils sont montrés comme ceux des deux forces.`,
          hint: `Demandez-le au service. ${ask}`,
        }
      : {
          message: `Aucun texte ne dit quelle force a enregistré les faits (${of}) : les deux forces sont proposées, comme le dit la convention.`,
          hint: ask,
        };
  },
  "no-figures-read": ({ title, hasPrinted }, say) => {
    if (hasPrinted)
      return {
        message: `Aucun nombre de faits n'est lu de ce document : son titre ou ses en-têtes${title === null ? "" : say.unlessPaper(() => ` (${say(title, "")})`)} disent que ses nombres sont d'une autre mesure, comme des faits élucidés, des mis en cause, un taux ou une évolution.`,
        hint: "Demandez au service l'état des faits constatés ; si ce sont bien des faits, demandez-lui de corriger ce texte.",
      };
    return {
      message: `Aucun chiffre n'est lu de ce document, que ${title === null ? "ses lignes annoncent" : `${say(title, "son titre")} annonce`} pourtant comme un état de la convention : aucun tableau de nombres n'y est reconnu.`,
      hint: "Ouvrez le fichier : si ses chiffres sont dans une image ou dans un texte, demandez au service l'état en tableau.",
    };
  },
  /** `part` null: the whole file. */
  "nominative-column": ({ column, part, why, maybeLine, canBeTakenOut }, say) => ({
    message: `${part === null ? "Ce fichier paraît nominatif" : `La colonne ${column} de ${say(part, "ce fichier")} paraît nominative`} : ${nominative(why, say)}. ${WITHHELD}`,
    hint: [REMOVE, canBeTakenOut === null ? "" : takeOut(column, canBeTakenOut), maybeLine ? DECLARE : ""]
      .filter((words) => words !== "")
      .join(" "),
  }),
  "not-our-commune": ({ commune, others }, say) => ({
    message: `Ce fichier n'est pas lu : aucun de ses chiffres n'est dit être de ${quote(commune)}${say.unlessPaper(
      () =>
        `. ${listSome(
          others.map((one) => one.received),
          OTHER_PLACES,
          " ; ",
        )}`,
    )}.`,
    hint: "Retirez ce fichier de la livraison et demandez au service celui de la commune. Si ce n'est qu'une autre façon d'écrire le nom de la commune, corrigez-le dans data/convention.yaml, sous « commune: », ou ajoutez-y son code INSEE.",
  }),
  "other-document": ({ isShown }) => ({
    message: `Ce document n'est ni l'IS 101 ni l'I.S.T : son titre, ses lignes ou ses périodes ne sont pas ceux de ces états. ${isShown ? "Il est présenté en annexe, tel que transmis" : "Aucun chiffre n'en est repris"}.`,
    hint: "S'il s'agit bien d'un de ces états, dites-le dans data/convention.yaml, sous « mots: », avec un texte de son titre.",
  }),
  "other-place-set-aside": ({ commune, others }, say) => ({
    message: `Des chiffres d'autres lieux que ${quote(commune)} sont laissés de côté${say.unlessPaper(() =>
      others.length === 0
        ? ""
        : ` : ${listSome(
            others.map((one) => one.received),
            OTHER_PLACES,
            " ; ",
          )}`,
    )}.`,
    hint: "Vérifiez sur la feuille de contrôle que rien de la commune n'est laissé avec eux.",
  }),
  "period-from-folder": ({ part, delivery }, say) => ({
    message: `Aucun mot du tableau ${say(part, "d'un fichier")} ne dit sa période : elle est prise du nom du dossier ${quote(delivery)}.`,
    hint: "Vérifiez dans le message du service que ces chiffres sont bien ceux de ce trimestre, et non un cumul.",
  }),
  "person-masked": () => ({
    message:
      "Un texte de ce fichier nomme une personne, ou la laisse reconnaître : il est montré avec « [masqué] » à cette place.",
    hint: "Demandez au service des états sans donnée personnelle.",
  }),
} satisfies Partial<French>;

const ASK_FOR_ANOTHER_FILE =
  "Aucun réglage n'est proposé pour ce doute : demandez au service expéditeur le même état sans cette ambiguïté, de préférence le classeur d'origine (.xlsx, .ods ou .xls) plutôt qu'un export.";
