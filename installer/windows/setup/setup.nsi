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

!include FileFunc.nsh
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
LangString tooOld ${LANG_ENGLISH} "${NAME_EN} needs Windows 11, or Windows 10 as it is since October 2018 (64 bit). Nothing on this PC has been changed. Please ask your provider by telephone: they can help you without this program."
LangString tooOld ${LANG_JAPANESE} "${NAME_JA}は Windows 11 か、2018 年 10 月より新しい Windows 10（64 ビット）で動きます。このパソコンでは何も変更していません。お困りのことは、プロバイダーにお電話でご相談ください。"
LangString isOpen ${LANG_ENGLISH} "${NAME_EN} is open. Please close its window, then press Retry."
LangString isOpen ${LANG_JAPANESE} "${NAME_JA}が開いています。ウィンドウを閉じてから「再試行」を押してください。"
LangString notWhole ${LANG_ENGLISH} "${NAME_EN} could not be put on this PC completely: there may be too little room, or another program holds one of its files.$\r$\n$\r$\nPlease restart the PC and start this setup once more. Your mail, your settings and the copies of them are not affected."
LangString notWhole ${LANG_JAPANESE} "${NAME_JA}を最後まで入れられませんでした。空きが足りないか、ほかのプログラムがファイルを使っているようです。$\r$\n$\r$\nパソコンを再起動してから、もう一度このセットアップを開いてください。メール、設定、設定の控えはそのままです。"
LangString mailAside ${LANG_ENGLISH} "Mail that was put aside with ${NAME_EN} stays on this PC. It is here:$\r$\n$\r$\n$LOCALAPPDATA\Todoku\aside"
LangString mailAside ${LANG_JAPANESE} "${NAME_JA}で別の場所に移したメールは、このパソコンに残してあります。場所はこちらです。$\r$\n$\r$\n$LOCALAPPDATA\Todoku\aside"
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

!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall"
!define UNINSTALL "${LISTED}\${ID}"
!ifdef SIGN
!uninstfinalize '"${SIGN}" "%1"' = 0
!endif

; A program that runs cannot be opened for writing: asked of the file, so that no list of processes is needed.
!macro waitUntilFree label file
    ${label}Again:
    IfFileExists "${file}" 0 ${label}Free
    ClearErrors
    FileOpen $0 "${file}" a
    IfErrors 0 ${label}Close
    MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(isOpen)" /SD IDCANCEL IDRETRY ${label}Again
    SetErrorLevel 3
    Quit
    ${label}Close:
    FileClose $0
    ${label}Free:
!macroend

!macro waitUntilClosed label folder
    !insertmacro waitUntilFree ${label}Window "${folder}\todoku.exe"
    !insertmacro waitUntilFree ${label}Console "${folder}\todoku-cli.exe"
!macroend

; What an older version brought is removed by the one who knows it. Backups and journal lie elsewhere, and /upgrade never touches them.
; It runs in its own folder and so cannot remove itself.
!macro removeOlder label folder
    !insertmacro waitUntilClosed ${label} "${folder}"
    IfFileExists "${folder}\uninstall.exe" 0 ${label}Gone
    StrCpy $0 0 ; one that cannot even start has nothing to say: what is new is written over what is there
    ExecWait '"${folder}\uninstall.exe" /S /upgrade _?=${folder}' $0
    StrCmp $0 3 notWhole ; opened in between
    Delete "${folder}\uninstall.exe"
    RMDir "${folder}"
    ${label}Gone:
!macroend

Function .onInit
    ; Qt 6.8 runs since Windows 10 1809. On a 32-bit Windows both folders are the same.
    SetRegView 64
    ReadRegStr $0 HKLM "Software\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
    IntCmp $0 17763 new old new
    old:
    MessageBox MB_OK|MB_ICONINFORMATION "$(tooOld)" /SD IDOK
    SetErrorLevel 2
    Quit
    new:
FunctionEnd

Section "install"
    ; It may stand in another folder than the one chosen now. Two of one edition would be one too many: only one is listed.
    ReadRegStr $1 HKCU "Software\${ID}" "Folder"
    StrCmp $1 "" here
    StrCmp $1 $INSTDIR here
    ; Not before it is sure that anything can be written into the new one
    !insertmacro waitUntilClosed chosen "$INSTDIR"
    ClearErrors
    SetOutPath "$INSTDIR"
    FileOpen $0 "$INSTDIR\uninstall.new" w
    IfErrors notWhole
    FileClose $0
    Delete "$INSTDIR\uninstall.new"
    SetOutPath "$TEMP"
    !insertmacro removeOlder elsewhere "$1"
    here:
    !insertmacro removeOlder here "$INSTDIR"

    ; Listed before it is whole: what stops half way can be repaired by another try, or be uninstalled.
    ClearErrors
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    IfErrors notWhole
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

    ClearErrors
    !include "${FILES}.install"
    IfErrors 0 whole
    notWhole:
    MessageBox MB_OK|MB_ICONINFORMATION "$(notWhole)" /SD IDOK
    SetErrorLevel 4
    Quit
    whole:
    SetOutPath "$INSTDIR" ; where the shortcuts start the program
    CreateShortcut "$SMPROGRAMS\$(product).lnk" "$INSTDIR\todoku.exe"
    CreateShortcut "$DESKTOP\$(product).lnk" "$INSTDIR\todoku.exe"
SectionEnd

Function .onInstSuccess
    IfSilent +2
    Exec '"$INSTDIR\todoku.exe"'
FunctionEnd

; Passwords, copies and journal are those of the person, whichever edition made them: as long as another one stays, so do they.
Function un.findOtherEdition ; $2: its key, or nothing
    StrCpy $3 0
    next:
    EnumRegKey $2 HKCU "${LISTED}" $3
    StrCmp $2 "" found
    IntOp $3 $3 + 1
    StrCmp $2 "${ID}" next
    StrCpy $4 $2 6
    StrCmp $4 "Todoku" 0 next
    ReadRegStr $4 HKCU "${LISTED}\$2" "InstallLocation"
    IfFileExists "$4\todoku.exe" found next ; else it is listed, and gone
    found:
FunctionEnd

Section "un.install"
    !insertmacro waitUntilClosed installed "$INSTDIR"
    Call un.findOtherEdition
    ; The keychain is not ours to reach into from here; an upgrade keeps what is kept.
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/upgrade" $1
    IfErrors 0 kept
    StrCmp $2 "" 0 kept
    SetOutPath "$INSTDIR" ; where the program starts
    ExecWait '"$INSTDIR\todoku.exe" --forget-passwords'
    kept:
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

    ; From here on, what the program wrote. An upgrade needs it, and so does another edition.
    ClearErrors
    ${GetOptions} $0 "/upgrade" $1
    IfErrors 0 done
    StrCmp $2 "" 0 done
    Delete "$LOCALAPPDATA\Todoku\lock"
    RMDir "$LOCALAPPDATA\Todoku\backups" ; these two only if nothing is in them
    RMDir "$LOCALAPPDATA\Todoku\aside"
    IfFileExists "$LOCALAPPDATA\Todoku\journal.jsonl" ask
    IfFileExists "$LOCALAPPDATA\Todoku\backups\*.*" ask tidy
    ask:
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(keepBackups)" /SD IDNO IDYES 0 IDNO tidy
    Delete "$LOCALAPPDATA\Todoku\journal.jsonl"
    RMDir /r "$LOCALAPPDATA\Todoku\backups"
    tidy:
    ; Mail is nobody's to remove, whatever the answer was.
    IfFileExists "$LOCALAPPDATA\Todoku\aside\*.*" 0 noMail
    MessageBox MB_OK|MB_ICONINFORMATION "$(mailAside)" /SD IDOK
    noMail:
    RMDir "$LOCALAPPDATA\Todoku" ; only if nothing is in it
    done:
SectionEnd
