/** « Méthode »: what is counted, from which files, how changes are told, what the tests cannot see, the legal frame. */
import type { QuarterAnalysis } from "../../model/analysis.ts";
import type { Block, Section } from "../../model/document/bulletin.ts";
import { formatNumber, plural } from "../../model/format.ts";
import { PERCENTAGE_FROM } from "../context/cells.ts";
import { type Context, isSmall, monthAndYear, statementLabel } from "../context/context.ts";
import { lateness, receivedWords } from "../context/edition-day.ts";
import { countedLines } from "../context/lines.ts";
import { indicatorDefinitions, powerTable } from "../tables/method-tables.ts";
import { tableBlock } from "../tables/table-of.ts";
import { glossary } from "../words/glossary.ts";
import { paragraph, present } from "../words/present.ts";
import { DEGREE_MEANINGS } from "../words/verdicts.ts";

const TESTS = "Comment une évolution est reconnue";
const DEGREES: Block = { kind: "definitions", items: DEGREE_MEANINGS };

const heading = (id: string, text: string): Block => ({ kind: "heading", id: `methode-${id}`, text });

export function methodSection(c: Context, before: readonly Section[]): Section {
  const blocks: readonly Block[] = [
    ...definitions(c),
    ...sources(c),
    ...(isSmall(c) ? [heading("tests", TESTS), DEGREES] : [...tests(c), ...limits(c), ...seriesBreaks(c)]),
    ...frame(c),
    ...(isSmall(c)
      ? []
      : [
          heading("abreviations", "Abréviations"),
          { kind: "definitions" as const, items: glossary(JSON.stringify(before)) },
        ]),
  ];
  return { id: "methode", title: "Méthode", blocks };
}

function definitions(c: Context): readonly Block[] {
  const more = [
    paragraph(
      // no « de » before the name: it may begin with a vowel, or with an article
      `Champ : ${c.settings.commune.name} ; les faits enregistrés sur la commune par la police et la gendarmerie ` +
        "nationales, tels que les états transmis les dénombrent.",
    ),
    paragraph(
      "Unité de compte : selon la ligne, la victime, l'infraction, le véhicule ou le fait. Des nombres d'unités différentes ne " +
        "s'additionnent pas ; c'est pourquoi le programme ne calcule aucun total général.",
    ),
    ...indicatorDefinitions(c),
  ];
  return [
    heading("definitions", "Ce qui est compté"),
    paragraph(
      "Faits enregistrés : au sens de la convention, les infractions établies par un dépôt de plainte, par le déplacement " +
        "des forces de l'ordre sur les lieux ou en flagrant délit. On dit aussi « faits constatés ».",
    ),
    ...(isSmall(c) ? [] : more),
    paragraph(
      "Ce que ces nombres ne sont pas : une mesure de tous les faits. Un fait qui n'est ni signalé ni constaté n'y est pas ; " +
        "une plainte peut être déposée longtemps après le fait, et le compte suit l'enregistrement, non la date du fait ; un " +
        "fait peut être requalifié ensuite. Une campagne d'information ou une présence accrue sur le terrain peuvent faire " +
        "monter le nombre de faits enregistrés sans que les faits soient plus nombreux. Les états ne disent ni le lieu, ni l'heure, ni la " +
        "victime : aucune carte ne peut en être tirée.",
    ),
  ];
}

function sources(c: Context): readonly Block[] {
  const received = receivedWords(c);
  const late = lateness(c);
  const when = received ? ` (${[received, late].filter(Boolean).join(", ")})` : "";
  return [
    heading("sources", "Sources"),
    paragraph(
      `Les états sont transmis par le service partenaire (${c.settings.service}). Le bulletin montre les nombres connus à ` +
        `la livraison du trimestre${when} : ils sont provisoires et peuvent être révisés par les livraisons suivantes. Les fichiers sont nommés, ` +
        "avec leur empreinte SHA-256, sur la feuille de contrôle de leur trimestre et dans manifest.json.",
    ),
  ];
}

function tests(c: Context): readonly Block[] {
  return [
    heading("tests", TESTS),
    paragraph(
      "Dans une commune de cette taille, la plupart des nombres sont petits : ils varient d'une année à l'autre sans que rien " +
        "n'ait changé. Avant d'annoncer une hausse ou une baisse, le programme mesure donc ce que le hasard seul peut produire.",
    ),
    paragraph(
      "Le trimestre est comparé aux mêmes trimestres des années précédentes réunis (jusqu'à cinq), parce qu'une seule année est une " +
        "référence trop fragile ; jamais au trimestre précédent, à cause des saisons. L'écart imprimé est celui avec l'année " +
        "précédente. Un pourcentage n'est donné que si le nombre de départ atteint " +
        `${plural(PERCENTAGE_FROM, "fait")}.`,
    ),
    paragraph(
      "Le calcul part de l'idée que rien n'a changé : à durée égale, chaque fait aurait alors la même chance de tomber dans l'une ou " +
        "l'autre période. Il dit à quelle fréquence ce seul partage au hasard donnerait un écart au moins aussi grand (test sur deux " +
        "nombres, à partir de la loi bêta ; pour des faits indépendants, c'est le test exact dit binomial conditionnel).",
    ),
    paragraph(
      `Les faits arrivent souvent par séries (un même auteur, une même nuit)${inThisTown(c.analysis.tests)} ` +
        "Rien n'est annoncé tant que l'ensemble des lignes, compte tenu de ce que chacune peut montrer, s'explique ainsi.",
    ),
    paragraph(
      `Plus on compare de lignes, plus le hasard a d'occasions de produire un grand écart${c.analysis.tests.lines === 0 ? "" : ` (ici, ${plural(c.analysis.tests.lines, "ligne")})`}. ` +
        "Le seuil est corrigé pour elles toutes ensemble (méthodes de Holm et de Tarone). Trois degrés en résultent, les mêmes partout dans ce bulletin :",
    ),
    DEGREES,
    paragraph(
      "Quatre choses sont jugées, chacune à part : le trimestre de chaque ligne ; ses douze derniers mois, comparés aux années de douze mois " +
        "d'avant, parce que ce qui dure se voit mieux ainsi ; le trimestre de chaque force ; sur quatre ans et plus, et sans le trimestre du " +
        "bulletin, une évolution régulière ou un changement de niveau. Quand une telle évolution est dite, le trimestre est comparé au niveau qu'elle donne. Les faits graves ne sont pas jugés. Le cumul depuis janvier n'est pas jugé : il est fait des mêmes trimestres.",
    ),
    paragraph(
      "Taux : nombre de faits enregistrés sur douze mois, pour 1 000 habitants (ou 1 000 logements pour les cambriolages), avec " +
        "l'année de la population ou du parc de logements. Aucun taux n'est calculé sur un seul trimestre.",
    ),
  ];
}

/** φ in words, to one decimal; with one earlier year, it is that of like towns. */
function inThisTown({ phi: { quarter: phi }, years }: QuarterAnalysis["tests"]): string {
  if (years < 2)
    return ` ; une seule année d'avant ne dit pas encore de combien : on compte, comme ailleurs en France, ${formatNumber(phi, 1)} fait pour un.`;
  const shown = formatNumber(phi, 1);
  if (shown === formatNumber(1, 1))
    return " ; dans cette commune, les nombres ne varient pas plus que ne le ferait le hasard seul : chaque fait compte pour un.";
  return (
    ` : dans cette commune, les nombres varient ${shown} fois plus que ne le ferait le hasard seul ; on compte donc ` +
    `${shown} ${phi < 2 ? "fait" : "faits"} pour un avant de juger un écart.`
  );
}

function limits(c: Context): readonly Block[] {
  return [
    heading("limites", "Ce que les tests ne voient pas"),
    paragraph(
      "Un test sur de petits nombres ne voit que de grands changements. Une ligne sans évolution annoncée a donc pu changer. " +
        "Le test ne dit rien non plus des causes, ni de ce qui n'est pas enregistré. À l'inverse, quand beaucoup d'évolutions sont " +
        "annoncées au fil des trimestres, quelques-unes peuvent être dues au hasard.",
    ),
    ...present(powerTable(c)).map(tableBlock),
  ];
}

/** Every break that the nomenclature or the settings declare for a line of this bulletin. */
function seriesBreaks(c: Context): readonly Block[] {
  const items = countedLines(c).flatMap(({ label, whole }) =>
    whole.breaks.map((b) => ({
      term: `${label} (${statementLabel(c, whole.statement)}), ${monthAndYear(b.from)}`,
      text: b.reason,
    })),
  );
  if (items.length === 0) return [];
  return [
    heading("ruptures", "Ruptures de série connues"),
    paragraph(
      "À ces dates, la manière de compter a changé : aucune comparaison, aucun test ni aucune tendance ne les franchit.",
    ),
    { kind: "definitions", items },
  ];
}

const frame = (c: Context): readonly Block[] => [
  heading("cadre", "Diffusion et cadre juridique"),
  paragraph(
    `Mention portée sur chaque page : « ${c.settings.marking} ». Ce document est destiné aux seules personnes habilitées par la ` +
      "convention d'échange d'informations conclue entre la commune et le service partenaire. Elles sont tenues au secret " +
      "professionnel (article 226-13 du Code pénal).",
  ),
  paragraph(
    "Les données sont limitées au nécessaire et conservées pour une durée limitée (article 5 du règlement général sur la protection " +
      "des données). Le bulletin ne contient ni nom, ni adresse, ni numéro de procédure. " +
      (c.settings.retentionYears === null
        ? "La convention ne fixe pas de durée de conservation ; elle reste à fixer dans les réglages."
        : `Durée de conservation retenue : ${plural(c.settings.retentionYears, "an")}.`) +
      (isSmall(c)
        ? ""
        : " Les documents d'une mairie sont des archives publiques : leur destruction demande le visa des archives départementales (Code du patrimoine)."),
  ),
];
