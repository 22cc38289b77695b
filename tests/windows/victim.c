/* The counter-proof: a program as careless as programs use to be, which takes what lies beside it. */
#include <windows.h>

int main(void)
{
    STARTUPINFOW how = {sizeof how};
    PROCESS_INFORMATION child;
    wchar_t command[] = L"regsvr32.exe /?";
    WIN32_FIND_DATAW found;
    HANDLE search = FindFirstFileW(L"*.dll", &found);
    do
        LoadLibraryW(found.cFileName);
    while (FindNextFileW(search, &found));
    if (CreateProcessW(0, command, 0, 0, FALSE, 0, 0, 0, &how, &child))
        WaitForSingleObject(child.hProcess, 20000);
    return 0;
}
