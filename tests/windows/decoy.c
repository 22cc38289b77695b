/* A library or program with the name of one of the system's, as malware leaves it in a folder of downloads: leaves a mark
 * beside itself, named like itself with ".ran" at the end, when it is loaded or started. */
#include <windows.h>

static void mark(HMODULE self)
{
    wchar_t path[MAX_PATH + 8];
    DWORD length = GetModuleFileNameW(self, path, MAX_PATH);
    lstrcpyW(path + length, L".ran");
    CloseHandle(CreateFileW(path, GENERIC_WRITE, 0, 0, CREATE_ALWAYS, 0, 0));
}

#ifdef PROGRAM
int main(void)
{
    mark(0);
    return 0;
}
#else
BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH)
        mark(self);
    return TRUE;
}
__declspec(dllexport) DWORD WINAPI GetFileVersionInfoSizeW(const wchar_t *name, DWORD *handle)
{
    (void)name;
    (void)handle;
    return 0;
}
#endif
