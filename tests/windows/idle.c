/* A program that does nothing, and names the libraries that the setup names. What lies beside it and is loaded all the same, Wine loads before
 * a program's first instruction. */
#include <windows.h>

#include <commctrl.h>
#include <shlobj.h>

int main(int count, char **words)
{
    (void)words;
    if (count > 9) { /* never */
        InitCommonControls();
        CoInitialize(0);
        SHGetFolderPathW(0, 0, 0, 0, 0);
    }
    return 0;
}
