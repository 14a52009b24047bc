/** Folders of dist/ that are not the bulletin of a quarter. */

/** Numbered copies lie beside their bulletin, dist/2026-T1/copies/: custody fills this folder, a new build of the bulletin keeps it. */
export const COPIES_FOLDER = "copies";

/** The demonstration's bulletins lie apart, dist/demonstration/: no register knows them, no copy of them is made, no backup holds them. */
export const DEMO_OUT = "demonstration";
