/** Abbreviations met in the statements and in this document; only those that the bulletin uses are printed. */

interface Abbreviation {
  readonly term: string;
  readonly text: string;
  /** Printed whatever the statements hold. */
  readonly always?: true;
}

const ABBREVIATIONS: readonly Abbreviation[] = [
  { term: "AAB", text: "atteintes aux biens" },
  { term: "AVIP", text: "atteintes volontaires à l'intégrité physique" },
  { term: "CBV", text: "coups et blessures volontaires" },
  { term: "DVP", text: "différend de voie publique" },
  { term: "GN, ZGN", text: "gendarmerie nationale, zone de la gendarmerie nationale", always: true },
  { term: "ILS", text: "infractions à la législation sur les stupéfiants" },
  { term: "IS 101", text: "état statistique des faits enregistrés sur la commune par les deux forces", always: true },
  { term: "I.S.T", text: "indicateur statistique territorial : faits rangés en familles et sous-lignes", always: true },
  { term: "MEC", text: "mis en cause" },
  { term: "PN, ZPN", text: "police nationale, zone de la police nationale", always: true },
  { term: "SSMSI", text: "service statistique ministériel de la sécurité intérieure" },
  { term: "VIF", text: "violences intrafamiliales" },
  { term: "VMA", text: "vols à main armée" },
];

/** The abbreviations that the text holds as whole words, and those that every bulletin needs. */
export function glossary(text: string): readonly { readonly term: string; readonly text: string }[] {
  const words = new Set(text.match(/[A-Z]{2,}/g) ?? []);
  return ABBREVIATIONS.filter((a) => a.always || a.term.split(", ").some((term) => words.has(term))).map(
    ({ term, text: meaning }) => ({ term, text: meaning }),
  );
}
