/** The fictitious convention of the demo, as an operator would write it. */
import { COMMUNE, SERVICE } from "./statements.ts";

export const DEMO_SETTINGS = `# Réglages de l'exemple : commune, service et chiffres sont inventés (« fictif: true » le dit sur chaque page).
# Ce fichier est écrit par « npm run demo » : toute modification serait perdue.
fictif: true

commune:
  nom: ${COMMUNE}
  insee: "99001"
  departement: "99"

population:
  2020: 7741
  2021: 7786
  2022: 7823
  2023: 7852
logements:
  2020: 3561
  2021: 3588
  2022: 3614
  2023: 3640

service: ${SERVICE}

livraison:
  jour: 8
  depuis: 2022-T4

etats_attendus: [IS101, IST]

mandat:
  depuis: 2026-03-22

marquage: Confidentiel – diffusion restreinte aux personnes habilitées

ruptures:
  - etat: IS101
    indicateur: vols-accessoires-vehicules
    depuis: 2024-01
    motif: "Les vols de plaques d'immatriculation sont comptés avec les accessoires (exemple fictif)."
evenements:
  - date: 2025-05
    texte: "Éclairage public rénové dans le quartier des Fleurs (exemple fictif)."
    lignes: [cambriolages-logement]
  - date: 2026-02
    texte: "Caméras installées au parc de la gare (exemple fictif)."
`;
