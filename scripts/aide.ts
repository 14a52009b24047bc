/** npm run aide: what an agent may run, in the order of the quarter. */
import { defineCommand, runAsProgram } from "./shell/command.ts";

const LISTED: readonly (readonly [when: string, commands: readonly (readonly [typed: string, does: string])[]])[] = [
  [
    "Tout le trimestre, pas à pas",
    [
      ["trimestre", "dit où vous en êtes et fait la suite avec vous, par oui ou par non ; se quitte et se reprend"],
      ["fenetre", "la même chose dans une fenêtre, à la souris : recevoir, regarder, confirmer, faire le bulletin"],
    ],
  ],
  [
    "À l'arrivée des fichiers, une fois déchiffrés dans data/2026-T1",
    [
      ["reception -- 2026-T1 --message 2026-04-08", "inscrit la livraison au registre"],
      ["lecture -- 2026-T1", "montre comment chaque fichier est lu, et le confirme une fois par modèle"],
      ["check", "contrôle les fichiers, sans rien écrire"],
    ],
  ],
  [
    "Pour faire le bulletin",
    [
      ["build", "fait le bulletin du dernier trimestre livré"],
      ["build -- --trimestre 2025-T4", "refait celui d'un autre trimestre"],
    ],
  ],
  [
    "Pour la séance",
    [
      ['copies -- 2026-T1 --pour "Nom A; Nom B"', "fait les exemplaires numérotés et la feuille à signer"],
      ["copies -- 2026-T1 --remplacer", "après un rectificatif : les nouveaux exemplaires et la liste des échanges"],
      ["copies", "dit où sont les exemplaires"],
      ["copies -- 2026-T1 --retour 1-5", "inscrit ceux qui sont revenus"],
      ["copies -- 2026-T1 --destruction 1-5", "inscrit ceux qui sont détruits"],
    ],
  ],
  [
    "Pour finir le trimestre",
    [
      ["registre", "vérifie que rien n'a été modifié ni retiré"],
      ['registre -- --depuis "12:3f2a9c41 d0e5b7aa"', "le compare à l'empreinte d'une feuille d'émargement"],
      ["sauvegarde -- E:\\", "fait une sauvegarde chiffrée sur une clé ou un disque"],
    ],
  ],
  [
    "De temps en temps",
    [
      ["habilitations", "montre qui est habilité et imprime l'annexe à signer"],
      ["conservation", "montre ce qui a passé sa durée de conservation"],
      ["diagnostic", "vérifie le poste et l'installation"],
      ["poste", "réserve les dossiers à votre compte"],
      [
        "mise-a-jour -- E:\\bulletin-….zip",
        "vérifie un kit plus récent, qui prend la place de celui-ci au lancement suivant",
      ],
      ["desinstalle", "avant de retirer le programme du poste : efface ce qu'il a mis hors de son dossier"],
      ["restaure -- E:\\sauvegarde-….zip.age", "rouvre une sauvegarde à sa place, sur un poste neuf"],
    ],
  ],
];

export const main = defineCommand(
  {
    name: "npm run aide",
    summary: "Ce que vous pouvez lancer, dans l'ordre du trimestre.",
    examples: [""],
    options: [],
    words: 0,
  },
  (_, { out }): 0 => {
    out("Ce que vous pouvez lancer, dans l'ordre du trimestre :");
    for (const [when, commands] of LISTED) {
      out(`\n${when}`);
      for (const [typed, does] of commands) out(`  npm run ${typed}\n      ${does}`);
    }
    out("\nChaque commande dit ce qu'elle accepte, par exemple : npm run copies -- --aide");
    out("Le guide : data/LISEZMOI.md");
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
