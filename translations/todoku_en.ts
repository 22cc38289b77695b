<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>wizard::screens::ChangeWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>@value</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wizard::screens::MailboxLook</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>@count</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <comment>@count</comment>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wizard::screens::RaiseWaiting</name>
    <message numerus="yes">
        <source>With %n second(s), it hears the answer and does not send again.</source>
        <comment>@lead</comment>
        <translation>
            <numerusform>With %n second, it hears the answer and does not send again.</numerusform>
            <numerusform>With %n seconds, it hears the answer and does not send again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wizard::screens::StopFirst</name>
    <message numerus="yes">
        <source>It moves the %n waiting mail(s) to a safe place. Nothing is deleted, and they can be put back.</source>
        <comment>@choice</comment>
        <translation>
            <numerusform>It moves the %n waiting mail to a safe place. It is not deleted, and it can be put back.</numerusform>
            <numerusform>It moves the %n waiting mails to a safe place. Nothing is deleted, and they can be put back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wizard::screens::Timing</name>
    <message numerus="yes">
        <source>The mail company answered after %n second(s). A mail program that does not wait so long believes that sending failed, and sends again.</source>
        <comment>@lead</comment>
        <translation>
            <numerusform>The mail company answered after %n second. A mail program that does not wait so long believes that sending failed, and sends again.</numerusform>
            <numerusform>The mail company answered after %n seconds. A mail program that does not wait so long believes that sending failed, and sends again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The mail company answered after %n second(s).</source>
        <comment>@lead</comment>
        <translation>
            <numerusform>The mail company answered after %n second.</numerusform>
            <numerusform>The mail company answered after %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wizard::screens::Words</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>@duration</comment>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
