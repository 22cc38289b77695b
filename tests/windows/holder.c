/* Holds the file named first, so that nobody can write or delete it, as a program that runs or a virus scanner does; makes the file named
 * second when it has it. */
#include <windows.h>

int wmain(int count, wchar_t **words)
{
    if (count < 3 || CreateFileW(words[1], GENERIC_READ, FILE_SHARE_READ, 0, OPEN_EXISTING, 0, 0) == INVALID_HANDLE_VALUE)
        return 1;
    CloseHandle(CreateFileW(words[2], GENERIC_WRITE, 0, 0, CREATE_ALWAYS, 0, 0));
    Sleep(INFINITE);
    return 0;
}
