#include "support/skips.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <string>
#define SECURITY_WIN32
#include <windows.h>

#include <schannel.h>
#include <security.h>
#endif

namespace support {

#ifdef Q_OS_WIN

QString whyNoTlsServer()
{
    SCHANNEL_CRED wish{};
    wish.dwVersion = SCHANNEL_CRED_VERSION;
    std::wstring name = UNISP_NAME_W;
    CredHandle credentials{};
    TimeStamp until{};
    if (AcquireCredentialsHandleW(nullptr, name.data(), SECPKG_CRED_OUTBOUND, nullptr, &wish, nullptr,
                                  nullptr, &credentials, &until)
        != SEC_E_OK)
        return {};
    // The wrong credentials and nonsense: refused by a Schannel that has a server's side, unknown to one that
    // has none.
    char nonsense[16] = {};
    SecBuffer in{sizeof nonsense, SECBUFFER_TOKEN, nonsense};
    SecBuffer out{0, SECBUFFER_TOKEN, nullptr};
    SecBufferDesc heard{SECBUFFER_VERSION, 1, &in}, said{SECBUFFER_VERSION, 1, &out};
    CtxtHandle context{};
    ULONG attributes = 0;
    const SECURITY_STATUS answer
        = AcceptSecurityContext(&credentials, nullptr, &heard, ASC_REQ_ALLOCATE_MEMORY | ASC_REQ_STREAM, 0,
                                &context, &said, &attributes, &until);
    FreeCredentialsHandle(&credentials);
    return answer == SEC_E_UNSUPPORTED_FUNCTION ? QStringLiteral(
               "this Schannel has no server's side (AcceptSecurityContext: SEC_E_UNSUPPORTED_FUNCTION)")
                                                : QString();
}

bool tellsResets()
{
    return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") == nullptr;
}

#else

QString whyNoTlsServer()
{
    return {};
}

bool tellsResets()
{
    return true;
}

#endif

} // namespace support
