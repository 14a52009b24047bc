/** The remarks on reading: bytes to grids, whatever the format but PDF. */

import type { OtherLook, TooMuch, WayOut } from "../about-files.ts";
import { formatNumber, listSome } from "../format.ts";
import type { Told } from "../issue.ts";
import type { Received } from "../received.ts";
import type { French, Say } from "./told.ts";

const MiB = 1024 * 1024;
const megabytes = (bytes: number): string => `${formatNumber(bytes / MiB, bytes < 10 * MiB ? 1 : 0)} Mio`;

/** What was found, what is allowed. */
const MEASURES: Readonly<Record<TooMuch["of"], (n: number) => string>> = {
  bytes: (n: number) => `${megabytes(n)} sur le disque`,
  inflated: (n: number) => `${megabytes(n)} une fois décompressé`,
  rows: (n: number) => `${formatNumber(n)} lignes`,
  columns: (n: number) => `${formatNumber(n)} colonnes`,
  cells: (n: number) => `${formatNumber(n)} cellules`,
  texts: (n: number) => `${formatNumber(n)} textes différents`,
  pages: (n: number) => `${formatNumber(n)} pages`,
  orders: (n: number) => `plus de ${formatNumber(n)} ordres de dessin sur une page`,
  marks: (n: number) => `au moins ${formatNumber(n)} caractères ou traits sur une page`,
  depth: () => "des éléments imbriqués sans fin",
  elements: (n: number) => `plus de ${formatNumber(n)} éléments`,
};

const mostOf = ({ of, most }: TooMuch): string => {
  if (of === "depth") return `${most} niveaux`;
  return of === "bytes" || of === "inflated" ? megabytes(most) : formatNumber(most);
};
const isOfPart = ({ of }: TooMuch): boolean => of === "rows" || of === "columns" || of === "elements";
const foundOf = (much: TooMuch, part: string): string =>
  `${MEASURES[much.of](much.found)}${part === "" ? "" : much.of === "elements" ? ` dans la partie ${part}` : ` dans ${part}`}`;

const NO_STATEMENT = "Ce n'est pas un état trimestriel d'une commune.";
const DAMAGED =
  "Le fichier est abîmé ou n'est pas un état : demandez-le de nouveau, de préférence en .xlsx ou en .csv.";

/** How a person who opens the file may see something else than what is read of it. */
const LOOKS: Readonly<Record<OtherLook, string>> = {
  "own-fonts": "il apporte ses propres polices de caractères, qui peuvent dessiner un autre chiffre",
  "laid-over": "des éléments posés par-dessus la page peuvent en cacher d'autres",
  coloured: "une couleur est peinte derrière ses pages, sur laquelle un texte peut ne pas se voir",
  "inner-table": "un tableau est placé dans la cellule d'un autre, et ses chiffres ne sont pas lus",
  "ink-none": "il emploie une encre, « None », que rien ne montre",
  layers:
    "il a des calques qui se voient à l'écran ou à l'impression seulement, ou selon l'agrandissement ou la langue",
  "form-in-place": "il contient un formulaire qu'Acrobat affiche à la place de ses pages",
  "files-in-place": "il rassemble d'autres fichiers, qu'Acrobat affiche à la place de ses pages",
  "symbol-fonts": "des polices de symboles, qui dessinent d'autres chiffres, y portent le nom d'une police de lettres",
  folded: "un titre y est replié, et ce qui le suit n'est pas affiché",
  "theme-swapped": "les couleurs claires et foncées de son thème y sont échangées",
  program: "elle contient un programme, qui n'est pas exécuté et qui peut changer ce qu'elle montre",
  "sign-digits": "elle écrit des chiffres dans une police de symboles",
  frames: "elle contient une page dans la page, qui n'est pas lue",
  animated: "elle est animée, et ne montre pas toujours la même chose",
  screens: "elle peut montrer autre chose sur un écran plus étroit ou plus large",
  "foreign-sheets": "elle demande une feuille de style qui n'est pas dans le fichier",
};
const ASK_FOR_TABLE =
  "Demandez l'état sous forme de tableau ou de document ; sinon retirez ce fichier de la livraison.";
/** What to do with a file of a format without a reader. */
const WAYS_OUT: Readonly<Record<WayOut, string>> = {
  table: ASK_FOR_TABLE,
  extract: "Extrayez-en les fichiers dans le dossier de la livraison, puis retirez l'archive.",
  attachment:
    "Ouvrez-le dans la messagerie, enregistrez sa pièce jointe dans le dossier de la livraison, puis retirez le message.",
  workbook: "Ouvrez-le dans un tableur et enregistrez-le en .xlsx.",
  mac: "Ouvrez-le sur un Mac ou sur icloud.com et exportez-le en Excel, en Word ou en CSV ; ou demandez cet export au service.",
  original:
    "Demandez l'état d'origine, sous forme de tableau ou de document ; à défaut, ouvrez-le et imprimez-le en PDF.",
};
const FORMULAS = 40;
const tooSlow = (why: string): Told => ({ message: `Fichier refusé : ${why}. Rien n'en a été lu.`, hint: DAMAGED });

/** In the words of the system, or of a library. */
const because = (words: Received, say: Say): string =>
  say.unlessPaper(() => (words.received === "" ? "" : ` (${words.received.slice(0, 300)})`));

export const READING = {
  "csv-quotes-broken": ({ line }) => ({
    message: `Guillemets mal placés dans le fichier CSV, ligne ${line} : on ne peut pas dire où s'arrête la cellule. Rien n'a été lu du fichier.`,
    hint: `Ouvrez le fichier, corrigez les guillemets de la ligne ${line} (une cellule ouverte par " se ferme par ", un guillemet intérieur se double), ou demandez l'état en .xlsx.`,
  }),
  "csv-without-separator": () => ({
    message: "Aucun séparateur de colonnes trouvé : chaque ligne est lue comme une seule cellule.",
  }),
  "document-part-not-read": () => ({
    message:
      "Le document contient un autre fichier, que Word insère à l'ouverture : son contenu ne peut pas être lu ici. Rien n'a été lu du fichier.",
    hint: "Ouvrez-le dans Word et enregistrez-le de nouveau : le contenu sera alors dans le document.",
  }),
  "document-without-text": () => ({
    message:
      "Le document ne contient aucun texte : rien n'a pu en être lu. Un état numérisé ou collé comme image n'est pas lisible.",
    hint: "Demandez au service le fichier d'origine, avec un tableau et non une image.",
  }),
  "encoding-doubtful": ({ encoding }) => ({
    message: `Des octets du fichier n'ont pas de sens en ${encoding} : une lettre accentuée peut être fausse.`,
    hint: "Comparez les libellés de la feuille de contrôle avec le fichier ; au besoin, demandez l'état en .xlsx.",
  }),
  "file-empty": () => ({
    message: "Fichier vide : il ne contient aucun octet.",
    hint: "Déchiffrez-le de nouveau ou demandez au service de le renvoyer.",
  }),
  /** `what`: "un document de Word 95"; `newer`: ".docx" */
  "file-format-old": ({ what, newer }) => ({
    message: `Ce fichier est ${what} : le programme ne le lit pas. Rien n'en a été lu.`,
    hint: `Ouvrez-le (LibreOffice le peut), enregistrez-le en ${newer} et remplacez-le dans le dossier.`,
  }),
  /** `what`: "une archive zip" */
  "file-format-unknown": ({ what, wayOut }) => ({
    message: `Ce fichier est ${what} : le programme n'y lit pas d'état. Rien n'en a été lu.`,
    hint: WAYS_OUT[wayOut],
  }),
  /** null: its reading ended early; else why no browser started, in the words of the system. */
  "file-not-read": ({ browser }, say) =>
    browser === null
      ? {
          message:
            "Fichier refusé : sa lecture s'est arrêtée avant la fin, peut-être faute de mémoire. Rien n'en a été lu.",
          hint: "Fermez les autres programmes et recommencez ; s'il est refusé de nouveau, demandez-le de préférence en .xlsx ou en .csv.",
        }
      : {
          message: `Cette page web n'est pas lue : il faut un navigateur pour la mettre en page, et aucun n'a démarré${because(browser, say)}.`,
          hint: "Ouvrez-la dans Excel ou LibreOffice et enregistrez-la en .xlsx dans le même dossier, puis retirez-la ; ou installez Edge, Chrome ou Chromium.",
        },
  /** `what`: "Word ou Excel" */
  "file-password-protected": ({ what }) => ({
    message: `Fichier protégé par un mot de passe (${what}) : il ne peut pas être lu.`,
    hint: "Ouvrez-le avec son mot de passe et enregistrez-le sans protection dans le même dossier, ou demandez un envoi sans mot de passe.",
  }),
  "file-still-encrypted": () => ({
    message: "Fichier encore chiffré : son contenu déchiffré n'est pas dans la livraison.",
    hint: "Déchiffrez-le sur ce poste, puis déposez le contenu obtenu dans le même dossier.",
  }),
  /** `isSound`: it is left aside, and stops nothing. `isPage`: of the web. `megabytes`: of memory. */
  "file-too-large": (about, say) => {
    if ("megabytes" in about) return tooSlow(`sa lecture demande plus de ${about.megabytes} Mo de mémoire`);
    const { much, isSound, isPage } = about;
    const found = foundOf(much, isOfPart(much) && much.part ? say(much.part, "une de ses parties") : "");
    return {
      message: `Fichier ${isSound ? "laissé de côté" : "refusé"}, rien n'en a été lu : ${found}, pour ${mostOf(much)} au plus. ${NO_STATEMENT}`,
      hint: isPage
        ? "Si c'est un état, ouvrez-la dans Excel ou LibreOffice et enregistrez-la en .xlsx dans le même dossier, puis retirez-la ; sinon, retirez-la."
        : "Un état trimestriel d'une commune est bien plus petit. Vérifiez que c'est le bon fichier ; sinon retirez-le du dossier.",
    };
  },
  "file-too-slow": ({ seconds, of }) =>
    tooSlow(`sa ${of === "reading" ? "lecture" : "mise en page"} demande plus de ${seconds} secondes de calcul`),
  /** `format`: "un document Word (.docx)"; `words`: what the library said. */
  "file-unreadable": ({ format, words }, say) => ({
    message: `Fichier illisible : il se présente comme ${format}, mais il est abîmé ou incomplet. Rien n'en a été lu${because(words, say)}.`,
    hint: "Déchiffrez-le de nouveau ou demandez au service de le renvoyer ; s'il s'ouvre à l'écran, enregistrez-le de nouveau sous un autre nom, ou imprimez-le « au format PDF ».",
  }),
  "file-without-content": () => ({
    message: "Le fichier s'ouvre, mais aucune cellule n'y est remplie.",
    hint: "Vérifiez que c'est le bon fichier, ou demandez au service de le renvoyer.",
  }),
  /** Cells that wait for their spreadsheet to compute them: "B5". */
  "formula-without-value": ({ part, cells }, say) => {
    const listed = listSome(cells, FORMULAS);
    const [of, what] = [say(part, "une feuille de ce fichier"), "une formule dont le résultat n'est pas enregistré"];
    return {
      message:
        cells.length === 1
          ? `La cellule ${listed} de ${of} contient ${what} : elle est lue comme vide.`
          : `Les cellules ${listed} de ${of} contiennent ${what} : elles sont lues comme vides.`,
      hint: "Ouvrez le classeur dans un tableur, enregistrez-le (les formules seront calculées), puis relancez.",
    };
  },
  "may-look-otherwise": ({ looks }) => ({
    message: `Ce qu'une personne voit en ouvrant ce fichier peut différer de ce qui en est lu : ${looks.map((look) => LOOKS[look]).join(" ; ")}.`,
    hint: "Ouvrez-le et comparez ses chiffres avec ceux de la feuille de contrôle ; en cas de doute, demandez l'état en .xlsx ou en .csv.",
  }),
  "own-document": () => ({
    message:
      "Ce fichier est un document que ce programme a fait (bulletin, exemplaire, feuille de contrôle, tableaux ou données), et non un état reçu : rien n'en est lu.",
    hint: "Sa place est dans dist : retirez-le de la livraison, qui ne doit tenir que ce que le service a envoyé.",
  }),
  "part-too-large": ({ part, much }, say) => {
    const found = foundOf(much, isOfPart(much) && much.part ? say(much.part, "") : "");
    return {
      message: `La feuille ${say(part, "d'un classeur")} est laissée de côté, rien n'en a été lu : ${found}, pour ${mostOf(much)} au plus. ${NO_STATEMENT}`,
      hint: "Vérifiez qu'aucun état ne s'y trouve ; sinon, demandez-le dans un classeur à part.",
    };
  },
  "sheet-only-drawings": ({ part }, say) => ({
    message: `La feuille ${say(part, "d'un classeur")} ne contient que des dessins (image ou zone de texte) et aucune cellule remplie : rien n'y est lu.`,
    hint: "Si des chiffres s'y trouvent, demandez l'état avec ses chiffres dans les cellules ; sinon, il n'y a rien à faire.",
  }),
} satisfies Partial<French>;
