/**
 * Loaded before each command (`node --import`), in plain JavaScript: it runs where the program cannot yet, before `npm ci` or with
 * an old Node, and says so.
 *
 * Node keeps what it compiles of the program and its libraries between two runs, beside the libraries: whoever can write there can
 * change the program itself. Node checks each entry against its source; where it cannot write, it compiles.
 */
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const [major] = process.versions.node.split(".").map(Number);
// what npm writes when an installation has ended well
if (!existsSync(new URL("../node_modules/.package-lock.json", import.meta.url))) {
  console.error("Le programme n'est pas encore installé dans ce dossier.\n  → Tapez d'abord : npm ci");
  process.exit(2);
}
if (major < 24) {
  console.error(
    `Node ${process.versions.node} est trop ancien pour ce programme.\n  → Lancez la commande par « npm run … », qui emploie la version fournie ; sinon : npm ci`,
  );
  process.exit(2);
}

await import("./process/no-network.js");
module.enableCompileCache?.(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));
