; Offers the app under "Open with" for exports. The program that opens such files by default stays as it is:
; the installer's own association would write itself into the default of the ending.

!define EXPORT_CLASS "Microbrand.Export"

!macro offerFor ENDING
  WriteRegNone SHELL_CONTEXT "Software\Classes\${ENDING}\OpenWithProgids" "${EXPORT_CLASS}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" "${ENDING}" ""
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\${EXPORT_CLASS}" "" "Export of a shop"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${EXPORT_CLASS}\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${EXPORT_CLASS}\shell\open\command" "" `"$appExe" "%1"`
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}" "FriendlyAppName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" `"$appExe" "%1"`
  !insertmacro offerFor ".csv"
  !insertmacro offerFor ".tsv"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.csv\OpenWithProgids" "${EXPORT_CLASS}"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.tsv\OpenWithProgids" "${EXPORT_CLASS}"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\${EXPORT_CLASS}"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
!macroend
