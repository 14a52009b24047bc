/** Title of a notice, and its effect on the reading of the bulletin, by the rule of its issues. */

export interface NoticeWords {
  readonly title: string;
  readonly effect: string;
}

/** The first pattern that matches the name of the rule wins. */
const WORDS: readonly (readonly [rule: RegExp, title: string, effect: string])[] = [
  [
    /^total-does-not-add-up$|^lines-exceed-family$|^cumulative-|^half-year-/,
    "Nombres qui ne concordent pas",
    "Ils sont présentés tels que transmis, et à lire avec prudence.",
  ],
  [
    /^printed-change-/,
    "Évolution imprimée inexacte",
    "Le bulletin calcule ses propres écarts : il ne reprend pas les évolutions imprimées.",
  ],
  [/^improbable-count$/, "Nombre improbable", "Il est présenté tel que transmis : à confirmer avant toute lecture."],
  [/^figure-given-twice$/, "Deux valeurs pour un même nombre", "Aucune des deux n'est retenue."],
  [/-not-understood$/, "Partie d'un fichier non comprise", "Les nombres qu'elle contient ne sont pas repris."],
  [/^ambiguous-/, "Tableau refusé", "Ses nombres ne sont pas repris tant qu'un réglage ne tranche pas."],
  [
    /^period-from-folder$/,
    "Période déduite du dossier",
    "Si ce classement est faux, les nombres du trimestre le sont aussi.",
  ],
  [/^reference-/, "Base publique de comparaison", "Seule la section « Contexte » est concernée."],
  [/^no-entitlement-list$/, "Personnes habilitées", "La diffusion de ce document ne peut pas être contrôlée."],
  [
    /^(?:file|document|csv|pdf|archive)-/,
    "Fichier lu en partie ou refusé",
    "Ce qu'il contient peut manquer dans ce bulletin.",
  ],
];

const OTHERWISE: NoticeWords = {
  title: "Nombres à vérifier",
  effect: "Ils sont présentés tels que transmis, et à lire avec prudence.",
};

export function noticeOf(rule: string): NoticeWords {
  const found = WORDS.find(([pattern]) => pattern.test(rule));
  return found ? { title: found[1], effect: found[2] } : OTHERWISE;
}
