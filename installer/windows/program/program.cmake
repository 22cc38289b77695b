# What a Windows program carries beside its code: icon, version, manifest. Included by the root where WIN32 is set.
enable_language(RC)
find_program(RSVG_CONVERT rsvg-convert NO_CMAKE_FIND_ROOT_PATH REQUIRED)
find_program(ICOTOOL icotool NO_CMAKE_FIND_ROOT_PATH REQUIRED)

set(TODOKU_MANIFEST "${CMAKE_CURRENT_LIST_DIR}/program.manifest")
set(TODOKU_ICON "${PROJECT_BINARY_DIR}/todoku.ico")
file(READ "${TODOKU_BRAND_FOLDER}/brand.json" brand)
string(JSON TODOKU_NAME_JA GET "${brand}" name ja)
string(JSON TODOKU_NAME_EN GET "${brand}" name en)

set(pictures "")
foreach(size 16 20 24 32 40 48 64 256)
    set(picture "${PROJECT_BINARY_DIR}/icon-${size}.png")
    list(APPEND pictures "${picture}")
    list(APPEND draw COMMAND "${RSVG_CONVERT}" -w ${size} -h ${size} -o "${picture}" "${TODOKU_BRAND_FOLDER}/icon.svg")
endforeach()
add_custom_command(OUTPUT "${TODOKU_ICON}" DEPENDS "${TODOKU_BRAND_FOLDER}/icon.svg" VERBATIM
    ${draw} COMMAND "${ICOTOOL}" -c -o "${TODOKU_ICON}" ${pictures})
add_custom_target(todoku_icon DEPENDS "${TODOKU_ICON}")

# windows_program(target ja en): what "Properties" and the list of running programs call it
set(TODOKU_RC_IN "${CMAKE_CURRENT_LIST_DIR}/program.rc.in")
function(windows_program target words_ja words_en)
    set(rc "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc")
    configure_file("${TODOKU_RC_IN}" "${rc}" @ONLY)
    set_source_files_properties("${rc}" PROPERTIES COMPILE_OPTIONS "-c65001"
        OBJECT_DEPENDS "${TODOKU_ICON};${TODOKU_MANIFEST};${TODOKU_BRAND_FOLDER}/icon.svg")
    target_sources(${target} PRIVATE "${rc}")
    add_dependencies(${target} todoku_icon)
endfunction()
