; The setup program: for one person, without an administrator, no service, no start with Windows. It runs no command of the
; system and uses no plug-in (security.md T18, T19). `pack` gives: STAGE folder of what is installed, FILES generated list of the
; same, VERSION, NAME_JA, NAME_EN, ID (of the edition), OUT, ICON, SIZE_KB; SIGN, where the uninstaller is to be signed.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave off
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
ManifestLongPathAware true
CRCCheck force
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "Software\${ID}" "Folder"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!include MUI2.nsh
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(whatComes)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is taken where Windows speaks neither.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Japanese"

LangString product ${LANG_ENGLISH} "${NAME_EN}"
LangString product ${LANG_JAPANESE} "${NAME_JA}"
LangString whatComes ${LANG_ENGLISH} "${NAME_EN} will be put on this PC, for you alone. Press Install to go on: usually nothing has to be changed here."
LangString whatComes ${LANG_JAPANESE} "${NAME_JA}を、このパソコンのあなた専用の場所に入れます。ふつうは何も変えずに「インストール」を押してください。"
LangString tooOld ${LANG_ENGLISH} "${NAME_EN} needs Windows 10 or 11 (64 bit). Nothing on this PC has been changed. Please ask your provider by telephone: they can help you without this program."
LangString tooOld ${LANG_JAPANESE} "${NAME_JA}は Windows 10 か 11（64 ビット）で動きます。このパソコンでは何も変更していません。お困りのことは、プロバイダーにお電話でご相談ください。"
LangString isOpen ${LANG_ENGLISH} "${NAME_EN} is open. Please close its window, then press Retry."
LangString isOpen ${LANG_JAPANESE} "${NAME_JA}が開いています。ウィンドウを閉じてから「再試行」を押してください。"
LangString keepBackups ${LANG_ENGLISH} "There are copies of settings that ${NAME_EN} changed. With them, changes can be taken back later.$\r$\n$\r$\nDelete these copies as well? Choose No if you are not sure. Your mail is not affected either way."
LangString keepBackups ${LANG_JAPANESE} "${NAME_JA}が変更した設定の控えが残っています。控えがあれば、あとから元に戻せます。$\r$\n$\r$\n控えも消しますか？ 迷うときは「いいえ」を選んでください。どちらを選んでも、メールは消えません。"

Name "$(product)"
Caption "$(product) ${VERSION}"
BrandingText "${NAME_EN} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "${NAME_EN}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "${NAME_EN} Setup"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "GPL-3.0-or-later"
VIAddVersionKey /LANG=${LANG_JAPANESE} "ProductName" "${NAME_JA}"
VIAddVersionKey /LANG=${LANG_JAPANESE} "FileDescription" "${NAME_JA} セットアップ"
VIAddVersionKey /LANG=${LANG_JAPANESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_JAPANESE} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_JAPANESE} "LegalCopyright" "GPL-3.0-or-later"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!ifdef SIGN
!uninstfinalize '"${SIGN}" "%1"'
!endif

; A program that runs cannot be opened for writing: asked of the file, so that no list of processes is needed.
!macro waitUntilClosed prefix
    ${prefix}again:
    IfFileExists "$INSTDIR\todoku.exe" 0 ${prefix}closed
    ClearErrors
    FileOpen $0 "$INSTDIR\todoku.exe" a
    IfErrors 0 ${prefix}free
    MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(isOpen)" /SD IDCANCEL IDRETRY ${prefix}again
    SetErrorLevel 3
    Quit
    ${prefix}free:
    FileClose $0
    ${prefix}closed:
!macroend

Function .onInit
    ; On a 32-bit Windows both folders are the same; an older Windows does not have the number. "-" is Wine's way to say 10.
    SetRegView 64
    ReadRegDWORD $0 HKLM "Software\Microsoft\Windows NT\CurrentVersion" "CurrentMajorVersionNumber"
    IntCmp $0 10 new old new
    old:
    MessageBox MB_OK|MB_ICONINFORMATION "$(tooOld)" /SD IDOK
    SetErrorLevel 2
    Quit
    new:
FunctionEnd

Section "install"
    !insertmacro waitUntilClosed install
    ; What an older version brought and this one does not need is removed by the one who knows it. Backups and journal lie
    ; elsewhere, and /S never touches them.
    IfFileExists "$INSTDIR\uninstall.exe" 0 +2
    ExecWait '"$INSTDIR\uninstall.exe" /S /upgrade _?=$INSTDIR'

    ClearErrors
    !include "${FILES}.install"
    IfErrors 0 written
    SetErrorLevel 4
    Abort
    written:
    WriteUninstaller "$INSTDIR\uninstall.exe"
    SetOutPath "$INSTDIR" ; where the shortcuts start the program
    CreateShortcut "$SMPROGRAMS\$(product).lnk" "$INSTDIR\todoku.exe"
    CreateShortcut "$DESKTOP\$(product).lnk" "$INSTDIR\todoku.exe"

    WriteRegStr HKCU "Software\${ID}" "Folder" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(product)"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\todoku.exe"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Function .onInstSuccess
    IfSilent +2
    Exec '"$INSTDIR\todoku.exe"'
FunctionEnd

Section "un.install"
    !insertmacro waitUntilClosed uninstall
    SetOutPath "$TEMP" ; a folder in which somebody is cannot be removed
    !include "${FILES}.uninstall"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR" ; only if nothing of somebody else's is in it

    ; Both names: Windows may speak another language than on the day of the installation.
    Delete "$SMPROGRAMS\${NAME_JA}.lnk"
    Delete "$SMPROGRAMS\${NAME_EN}.lnk"
    Delete "$DESKTOP\${NAME_JA}.lnk"
    Delete "$DESKTOP\${NAME_EN}.lnk"
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "Software\${ID}"

    IfFileExists "$LOCALAPPDATA\Todoku\*.*" 0 done
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(keepBackups)" /SD IDNO IDYES 0 IDNO done
    RMDir /r "$LOCALAPPDATA\Todoku"
    done:
SectionEnd
