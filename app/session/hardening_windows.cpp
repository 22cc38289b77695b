#include "session/hardening.h"

#ifdef _WIN32

#include <windows.h>

namespace session {

namespace {

// Of werapi.h, which does not compile in MinGW 10; asked for at run time, because Wine may not have it.
constexpr DWORD withoutHeap = 1; // WER_FAULT_REPORTING_FLAG_NOHEAP
using SetFlags = HRESULT(WINAPI *)(DWORD);

} // namespace

bool refuseMemoryDumps()
{
    // No report with our memory in it goes to Microsoft or to the disk. Another process of the same user can
    // still read us: Windows has no flag for that.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    const FARPROC found = GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "WerSetFlags");
    const auto setFlags = reinterpret_cast<SetFlags>(reinterpret_cast<void *>(found));
    return setFlags && SUCCEEDED(setFlags(withoutHeap));
}

bool trustSystemLibrariesOnly()
{
    SetDllDirectoryW(L""); // the current folder
    return SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32) != 0;
}

} // namespace session

#endif
