/** Title of a notice, and its effect on the reading of the bulletin, by what its issues bear on. */
import type { Topic } from "../../model/rules.ts";

export interface NoticeWords {
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
