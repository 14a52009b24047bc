/** Numbered copies lie beside their bulletin, dist/2026-T1/copies/: custody fills this folder, a new build of the bulletin keeps it. */
export const COPIES_FOLDER = "copies";
