# MinGW-w64 (posix threads: std::thread) for 64-bit Windows. TODOKU_WINDOWS_PREFIXES: folders of the libraries built for
# Windows, parted by colons, from the environment of `make-libraries` and `build`.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

set(TODOKU_WINDOWS_PREFIXES "$ENV{TODOKU_WINDOWS_PREFIXES}" CACHE STRING "Remembered for a later run of CMake by Ninja")
string(REPLACE ":" ";" todoku_prefixes "${TODOKU_WINDOWS_PREFIXES}")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES TODOKU_WINDOWS_PREFIXES)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32 ${todoku_prefixes})
set(CMAKE_PREFIX_PATH ${todoku_prefixes})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# The stack protector stays on; MinGW keeps its runtime in a library of its own. The others are CMake's own list.
foreach(language C CXX)
    set(CMAKE_${language}_STANDARD_LIBRARIES "-lssp -lkernel32 -luser32 -lgdi32 -lwinspool -lshell32 -lole32 -loleaut32 -luuid -lcomdlg32 -ladvapi32"
        CACHE STRING "")
    # No path of the building machine, no time of day: two builds in two folders give the same file.
    set(CMAKE_${language}_FLAGS_INIT "-ffile-prefix-map=${CMAKE_BINARY_DIR}=build -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
endforeach()
foreach(kind EXE SHARED MODULE)
    set(CMAKE_${kind}_LINKER_FLAGS_INIT
        "-Wl,--no-insert-timestamp -Wl,--dynamicbase -Wl,--nxcompat -Wl,--high-entropy-va")
endforeach()
