/** The annex that the convention asks for: the entitled persons by name, and their undertaking of secrecy. */
import type { PaperToSign } from "../../model/document/paper-to-sign.ts";
import { formatDate } from "../../model/format.ts";
import { type Entitlements, isEntitledOn } from "./entitlement.ts";

export function annexOfEntitled(
  list: Entitlements,
  about: { readonly commune: string; readonly service: string; readonly marking: string; readonly today: string },
): PaperToSign {
  return {
    title: "Annexe à la convention : personnes habilitées et engagement de secret",
    subtitle: `${about.commune} – ${about.service}`,
    marking: about.marking,
    before: [
      `Liste nominative des personnes habilitées à recevoir les données statistiques transmises au titre de la convention d'échanges sécurisés, établie le ${formatDate(about.today)}.`,
      "Chaque personne signataire reconnaît être tenue au secret professionnel (articles 226-13 et 226-14 du Code pénal). Elle s'engage à n'ouvrir ces données que sur le poste dédié, à n'en faire usage que pour les besoins de la convention, à ne les copier, transmettre ni révéler à aucune personne absente de cette liste, à rendre ou détruire ses exemplaires, et à signaler sans délai toute perte ou divulgation. Cet engagement demeure après la fin de ses fonctions.",
    ],
    tables: [
      {
        columns: [
          { label: "Nom", share: 6 },
          { label: "Fonction", share: 7 },
          { label: "Accès", share: 5 },
          { label: "Habilitation", share: 5 },
          { label: "Date, lu et approuvé, signature", share: 8 },
        ],
        rows: list.persons
          .filter((person) => person.until === null || person.until >= about.today)
          .map((person) => [
            person.name,
            person.role,
            person.account ? `poste dédié, compte ${person.account}` : "exemplaires papier",
            `${isEntitledOn(person, about.today) ? "depuis le" : "à partir du"} ${formatDate(person.from)}${person.until ? `, jusqu'au ${formatDate(person.until)}` : ""}`,
            "",
          ]),
      },
    ],
    after: [`Liste tenue par : ${list.contact}. Toute modification donne lieu à une nouvelle annexe.`],
    signatures: [`Pour ${about.commune} : date, signature`, `Pour le service de police : date, signature`],
  };
}
