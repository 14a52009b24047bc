/** What limits the reading of a bulletin, or is to be known beside: each notice with its effect, as grave as the checks found it. */
import type { Block } from "../../model/document/bulletin.ts";
import { asSentence, formatPeriod, plural } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { tell } from "../../model/remarks/index.ts";
import { type Topic, topicOf } from "../../model/rules.ts";
import { type Context, missingStatements, monthAndYear, statementLabel } from "../context/context.ts";
import { quartersWithout, severityOf } from "../context/found.ts";
import { allLines, breakCrossed, countedLines, type Line } from "../context/lines.ts";
import { present } from "../words/present.ts";
import { joinNames, quoted } from "../words/words.ts";

type Notice = Extract<Block, { kind: "notices" }>["items"][number];

/** Messages of one rule that are printed; the others are counted and stand in « Contrôles ». */
const MOST_MESSAGES = 4;

/** Topics that change nothing of what is said of the lines: their notices stand in « Contrôles ». */
const WITHOUT_EFFECT: ReadonlySet<Topic> = new Set(["printed-change", "reference", "persons"]);
const isLimiting = (issue: Issue): boolean => !WITHOUT_EFFECT.has(topicOf(issue.rule));

/** What changes what may be said. */
export const limitingNotices = (c: Context): readonly Notice[] => [...missingNotices(c), ...figureNotices(c)];

/** Of them, what bears on the figures that were sent: page one names it. */
export const figureNotices = (c: Context): readonly Notice[] =>
  present(gapNotice(c), issueNotices(c.ownIssues.filter(isLimiting)), valueNotice(c), breakNotices(c));

/** The others, which « Contrôles » tells whole. */
export const otherNotices = (c: Context): readonly Notice[] =>
  present(issueNotices(c.ownIssues.filter((issue) => !isLimiting(issue))), unknownNotice(c));

export const missingNotices = (c: Context): readonly Notice[] =>
  missingStatements(c).map((s) => ({
    severity: severityOf(c, "statement-missing"),
    title: `État ${statementLabel(c, s)} non transmis`,
    text:
      `Aucun fichier des livraisons connues ne contient l'état ${statementLabel(c, s)} du ${c.name}. ` +
      "Ses lignes restent sans nombre pour ce trimestre et aucun constat ne porte sur elles.",
  }));

function gapNotice(c: Context): Notice | false {
  const gaps = quartersWithout(c);
  return (
    gaps.length > 0 && {
      severity: "warning",
      title: plural(gaps.length, "livraison antérieure manque", "livraisons antérieures manquent"),
      text:
        `Aucun fichier n'est connu pour ${joinNames(gaps.map((q) => `le ${formatPeriod(q)}`))}. Les nombres ` +
        "qui manquent ne sont connus que si un état ultérieur les rappelle ; sans eux, les totaux de douze mois et les comparaisons qui en dépendent ne sont pas donnés.",
    }
  );
}

/** Errors and warnings of the quarter's own deliveries, one notice a rule. */
function issueNotices(issues: readonly Issue[]): readonly Notice[] {
  const own = issues.filter((issue) => issue.severity !== "info");
  return [...Map.groupBy(own, (i) => i.rule)].flatMap(([rule, issues]) => {
    const topic = topicOf(rule);
    return topic === "own-notice" || topic === "command" ? [] : [ruleNotice(issues, NOTICE_WORDS[topic])];
  });
}

function ruleNotice(issues: readonly Issue[], { title, effect }: NoticeWords): Notice {
  const severity = issues.some((i) => i.severity === "error") ? "error" : "warning";
  const messages = issues.slice(0, MOST_MESSAGES).map((i) => asSentence(tell(i, "paper").message));
  const left = issues.length - messages.length;
  const others = plural(left, "autre constat semblable est détaillé", "autres constats semblables sont détaillés");
  return { severity, title, text: present(messages, left > 0 && `${others} dans « Contrôles ».`, effect).join(" ") };
}

const names = (lines: readonly Line[]): string =>
  joinNames(lines.map(({ whole, label }) => quoted(whole?.label ?? label)));

/** Lines of a statement that was received, without a count for the quarter. */
function valueNotice(c: Context): Notice | false {
  const missing = missingStatements(c);
  const without = countedLines(c).filter(
    ({ whole }) => !missing.includes(whole.statement) && whole.quarter.value === null,
  );
  return (
    without.length > 0 && {
      severity: severityOf(c, "value-missing", "value-confidential", "value-not-applicable"),
      title: plural(without.length, "ligne sans nombre", "lignes sans nombre"),
      text: `Le nombre du ${c.name} manque pour ${names(without)}. Il est noté « n.d. » : il ne vaut pas zéro, et rien ne lui est comparé.`,
    }
  );
}

/** Breaks that forbid a comparison which the tables would otherwise make. */
function breakNotices(c: Context): readonly Notice[] {
  const broken = allLines(c).flatMap((line) => {
    const found = breakCrossed(line);
    return found ? [{ line, found }] : [];
  });
  const groups = Map.groupBy(broken, ({ found }) => `${found.from} ${found.reason}`).values();
  return [...groups].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { from, reason } = first.found;
    return [
      {
        severity: "info" as const,
        title: `Rupture de série en ${monthAndYear(from)}`,
        text:
          `${asSentence(reason)} Pour ${names([first, ...others].map(({ line }) => line))}, les nombres d'avant et d'après ne se comparent pas : ` +
          "aucune comparaison ni tendance ne franchit cette date.",
      },
    ];
  });
}

function unknownNotice(c: Context): Notice | false {
  const unknown = allLines(c).filter(({ known }) => !known);
  return (
    unknown.length > 0 && {
      severity: severityOf(c, "unknown-line"),
      title: plural(unknown.length, "ligne hors nomenclature", "lignes hors nomenclature"),
      text:
        `${names(unknown)} : le programme ne connaît pas ce que compte une telle ligne. Elle est présentée telle quelle, sous son propre ` +
        "libellé ; s'il change d'une livraison à l'autre, sa série s'interrompt.",
    }
  );
}

interface NoticeWords {
  readonly title: string;
  readonly effect: string;
}

export const NOTICE_WORDS: Readonly<Record<Exclude<Topic, "own-notice" | "command">, NoticeWords>> = {
  disagreement: {
    title: "Nombres qui ne concordent pas",
    effect: "Ils sont présentés tels que transmis, et à lire avec prudence.",
  },
  "printed-change": {
    title: "Évolution imprimée inexacte",
    effect: "Le bulletin calcule ses propres écarts : il ne reprend pas les évolutions imprimées.",
  },
  improbable: {
    title: "Nombre improbable",
    effect: "Il est présenté tel que transmis : à confirmer avant toute lecture.",
  },
  "two-values": { title: "Deux valeurs pour un même nombre", effect: "Aucune des deux n'est retenue." },
  "not-understood": {
    title: "Partie d'un fichier non comprise",
    effect: "Les nombres qu'elle contient ne sont pas repris.",
  },
  ambiguous: { title: "Tableau refusé", effect: "Ses nombres ne sont pas repris tant qu'un réglage ne tranche pas." },
  period: {
    title: "Période déduite du dossier",
    effect: "Si ce classement est faux, les nombres du trimestre le sont aussi.",
  },
  reference: { title: "Base publique de comparaison", effect: "Seule la section « Contexte » est concernée." },
  persons: { title: "Personnes habilitées", effect: "La diffusion de ce document ne peut pas être contrôlée." },
  file: {
    title: "Fichier lu en partie ou refusé",
    effect: "Ce qu'il contient peut manquer dans ce bulletin.",
  },
  other: {
    title: "Nombres à vérifier",
    effect: "Ils sont présentés tels que transmis, et à lire avec prudence.",
  },
};
