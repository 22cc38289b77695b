# One library per folder, and who may include whom. design.md section 2 has the table; this file enforces it twice:
# a layer links only its own Qt modules, and the ctest `law.layer.<name>` reads its includes against the same USES list.

option(TODOKU_PCH "Read Qt's own headers once for all targets; off, a missing include shows" OFF)

function(todoku_compile_rules target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
        $<$<BOOL:${TODOKU_WERROR}>:-Werror>)
    if(NOT MSVC)
        # No object holds the name of the folder it was made in: one build in two folders gives the same program.
        # (The toolchain's flags for this are the libraries'; the preset `windows` leaves them out here, where CMake quotes.)
        target_compile_options(${target} PRIVATE
            -ffile-prefix-map=${CMAKE_BINARY_DIR}=build -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
    endif()
    target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
        QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
        QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400 TODOKU_VERSION="${PROJECT_VERSION}")
    if(TODOKU_PCH)
        if(target STREQUAL "todoku_model")
            target_precompile_headers(${target} PRIVATE <QtCore>)
        else()
            target_precompile_headers(${target} REUSE_FROM todoku_model)
        endif()
    endif()
    if(WIN32)
        target_compile_options(${target} PRIVATE -fstack-protector-strong)
        target_compile_definitions(${target} PRIVATE NOMINMAX WIN32_LEAN_AND_MEAN CARES_NO_DEPRECATED)
    elseif(NOT MSVC)
        target_compile_options(${target} PRIVATE -fstack-protector-strong)
        if(NOT TODOKU_SANITIZE)
            target_compile_options(${target} PRIVATE $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
        endif()
        target_link_options(${target} PRIVATE -Wl,-z,relro,-z,now)
    endif()
    if(TODOKU_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
        target_link_options(${target} PRIVATE -fsanitize=address,undefined)
    endif()
endfunction()

# add_layer(NAME FOLDER dir QT Core Network USES model net LINKS lib …)
#   NAME    library is todoku_NAME; its headers are included as "NAME/file.h"
#   FOLDER  where the sources are; defaults to app/NAME
#   QT      Qt modules it may see. A header of another module does not compile.
#   USES    layers it may include. Everything else fails `law.layer.NAME`.
#   LINKS   libraries from outside Qt
function(add_layer name)
    cmake_parse_arguments(L "" "FOLDER" "QT;USES;LINKS" ${ARGN})
    if(NOT L_FOLDER)
        set(L_FOLDER "${PROJECT_SOURCE_DIR}/app/${name}")
    endif()
    string(REPLACE "/" "_" id "${name}")
    file(GLOB sources CONFIGURE_DEPENDS "${L_FOLDER}/*.cpp" "${L_FOLDER}/*.h")
    add_library(todoku_${id} STATIC ${sources})
    set_target_properties(todoku_${id} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(todoku_${id} PUBLIC "${PROJECT_SOURCE_DIR}/app" "${PROJECT_SOURCE_DIR}")
    todoku_compile_rules(todoku_${id})
    list(TRANSFORM L_QT PREPEND "Qt6::" OUTPUT_VARIABLE qt)
    list(TRANSFORM L_USES REPLACE "/" "_" OUTPUT_VARIABLE uses)
    list(TRANSFORM uses PREPEND "todoku_")
    target_link_libraries(todoku_${id} PUBLIC ${qt} ${uses} ${L_LINKS})
    if(BUILD_TESTING)
        string(REPLACE ";" "," uses_text "${L_USES}")
        string(REPLACE ";" "," qt_text "${L_QT}")
        add_test(NAME law.layer.${id}
            COMMAND "${Python3_EXECUTABLE}" "${PROJECT_SOURCE_DIR}/tests/laws/layers.py"
                --root "${PROJECT_SOURCE_DIR}" --folder "${L_FOLDER}" --name "${name}" --uses "${uses_text}" --qt "${qt_text}")
        set_tests_properties(law.layer.${id} PROPERTIES LABELS law)
    endif()
endfunction()
