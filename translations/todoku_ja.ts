<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>wizard::screens::Address</name>
    <message>
        <source>What is your mail address?</source>
        <comment>@title</comment>
        <translation>メールアドレスを教えてください</translation>
    </message>
    <message>
        <source>It tells which company looks after your mail. It is not sent anywhere.</source>
        <comment>@lead</comment>
        <translation>どの会社のメールかを見分けるためです。どこにも送りません。</translation>
    </message>
    <message>
        <source>Found in the mail program on this PC. Press to use it.</source>
        <comment>@choice</comment>
        <translation>このパソコンのメールソフトにありました。押すと入ります。</translation>
    </message>
    <message>
        <source>This cannot be a mail address yet.</source>
        <comment>@error</comment>
        <translation>まだメールアドレスの形になっていません。</translation>
    </message>
    <message>
        <source>An address has one @ in the middle, for example hanako@example.ne.jp. If you cannot find it, press “Skip”.</source>
        <comment>@error</comment>
        <translation>アドレスは、途中に @ が1つ入ります。例：hanako@example.ne.jp&#x3000;わからないときは「とばす」を押してください。</translation>
    </message>
    <message>
        <source>Read as: %1</source>
        <comment>@correction</comment>
        <translation>このように読みました：%1</translation>
    </message>
    <message>
        <source>Full-width letters and blanks were put right. Please compare.</source>
        <comment>@correction</comment>
        <translation>全角の文字や空白を直しました。お手元のものと同じか、ご確認ください。</translation>
    </message>
    <message>
        <source>Please compare the part after @ once more.</source>
        <comment>@correction</comment>
        <translation>@ の右側を、もう一度ご確認ください。</translation>
    </message>
    <message>
        <source>It looks very much like a well-known name, but one letter differs.</source>
        <comment>@correction</comment>
        <translation>よく使われる名前に似ていますが、1文字ちがいます。</translation>
    </message>
    <message>
        <source>Nothing has been typed yet.</source>
        <comment>@error</comment>
        <translation>まだ何も入っていません。</translation>
    </message>
    <message>
        <source>Please type your address, or press “Skip”.</source>
        <comment>@error</comment>
        <translation>アドレスを入れるか、「とばす」を押してください。</translation>
    </message>
    <message>
        <source>Mail address</source>
        <comment>@field</comment>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>hanako@example.ne.jp</source>
        <comment>@example</comment>
        <translation>hanako@example.ne.jp</translation>
    </message>
    <message>
        <source>How to read it aloud on the phone</source>
        <comment>@expander</comment>
        <translation>電話での読み上げかたを見る</translation>
    </message>
    <message>
        <source>Hide how to read it aloud</source>
        <comment>@expander</comment>
        <translation>読み上げかたを閉じる</translation>
    </message>
</context>
<context>
    <name>wizard::screens::BothSides</name>
    <message>
        <source>Changed again since</source>
        <comment>@heading</comment>
        <translation>そのあとで変わったところ</translation>
    </message>
    <message>
        <source>The settings in “%1”</source>
        <comment>@setting</comment>
        <translation>「%1」の中の設定</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <comment>@change</comment>
        <translation>もとの設定：%1</translation>
    </message>
    <message>
        <source>Set here: %1</source>
        <comment>@change</comment>
        <translation>ここで変えた設定：%1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <comment>@change</comment>
        <translation>今：%1</translation>
    </message>
    <message>
        <source>Now: this cannot be read from here</source>
        <comment>@change</comment>
        <translation>今：ここからは読み取れません</translation>
    </message>
    <message>
        <source>What is set now has been left alone. If you would rather have the earlier setting, you can change it in your mail program.</source>
        <comment>@way on</comment>
        <translation>今の設定には、手をつけていません。もとの設定がよいときは、メールソフトの画面で直せます。</translation>
    </message>
    <message>
        <source>Your mail program had saved its settings in the meantime. Only what was changed here was put back; the rest is as your program left it.</source>
        <comment>@result</comment>
        <translation>その間にメールソフトが設定を保存していたため、ここで変えたところだけを戻しました。ほかの設定は、メールソフトが保存したままです。</translation>
    </message>
    <message>
        <source>There was newer mail, which stays where it is. The mail from before is beside it, under the name “%1”.</source>
        <comment>@result</comment>
        <translation>新しいメールがあったので、そのまま残しました。もとのメールは、そのとなりに「%1」という名前で戻してあります。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::ChangeWords</name>
    <message>
        <source>Move the mail waiting in the outbox to a safe place</source>
        <comment>@change</comment>
        <translation>送信トレイで待っているメールを、安全な場所に移します</translation>
    </message>
    <message>
        <source>How long to wait for an answer</source>
        <comment>@setting</comment>
        <translation>返事を待つ時間</translation>
    </message>
    <message>
        <source>Where the mail is kept: “%1”</source>
        <comment>@setting</comment>
        <translation>メールの置き場所：「%1」</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>@value</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>not set</source>
        <comment>@value</comment>
        <translation>未設定（はじめのまま）</translation>
    </message>
    <message>
        <source>Started, not finished</source>
        <comment>@state of a change</comment>
        <translation>途中で止まりました</translation>
    </message>
    <message>
        <source>Changed</source>
        <comment>@state of a change</comment>
        <translation>変更しました</translation>
    </message>
    <message>
        <source>Put back</source>
        <comment>@state of a change</comment>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>Put back by itself</source>
        <comment>@state of a change</comment>
        <translation>自動で元に戻しました</translation>
    </message>
    <message>
        <source>Changed again by someone else</source>
        <comment>@state of a change</comment>
        <translation>その後、ほかで変更されました</translation>
    </message>
    <message>
        <source>Messages waiting in the outbox</source>
        <comment>@setting</comment>
        <translation>送信トレイで待っているメールの数</translation>
    </message>
    <message>
        <source>Connected to the Internet at the next start</source>
        <comment>@setting</comment>
        <translation>次に開いたとき、インターネットにつなぐか</translation>
    </message>
    <message>
        <source>How it starts: with the Internet or without</source>
        <comment>@setting</comment>
        <translation>開くとき、インターネットにつなぐか</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>@value</comment>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <comment>@value</comment>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Without the Internet</source>
        <comment>@value</comment>
        <translation>つながない</translation>
    </message>
    <message>
        <source>With the Internet</source>
        <comment>@value</comment>
        <translation>つなぐ</translation>
    </message>
    <message>
        <source>Make %1 wait longer for an answer</source>
        <comment>@change</comment>
        <translation>%1 が返事を待つ時間を、長くします</translation>
    </message>
    <message>
        <source>Bring %1 back online</source>
        <comment>@change</comment>
        <translation>%1 をオンラインに戻します</translation>
    </message>
    <message>
        <source>Set up %1 as your mail company says</source>
        <comment>@change</comment>
        <translation>%1 の設定を、メールの会社の案内どおりにします</translation>
    </message>
    <message>
        <source>Let old copies leave the mailbox after a while</source>
        <comment>@change</comment>
        <translation>古い控えが、しばらくするとメールボックスから消えるようにします</translation>
    </message>
    <message>
        <source>How long to wait for an answer when sending</source>
        <comment>@setting</comment>
        <translation>送信のとき、返事を待つ時間</translation>
    </message>
    <message>
        <source>How long to wait for an answer when receiving</source>
        <comment>@setting</comment>
        <translation>受信のとき、返事を待つ時間</translation>
    </message>
    <message>
        <source>Server for sending</source>
        <comment>@setting</comment>
        <translation>送信に使うサーバーの名前</translation>
    </message>
    <message>
        <source>Server for receiving</source>
        <comment>@setting</comment>
        <translation>受信に使うサーバーの名前</translation>
    </message>
    <message>
        <source>Port for sending</source>
        <comment>@setting</comment>
        <translation>送信に使うポート番号</translation>
    </message>
    <message>
        <source>Port for receiving</source>
        <comment>@setting</comment>
        <translation>受信に使うポート番号</translation>
    </message>
    <message>
        <source>Encryption when sending</source>
        <comment>@setting</comment>
        <translation>送信のときの暗号化</translation>
    </message>
    <message>
        <source>Encryption when receiving</source>
        <comment>@setting</comment>
        <translation>受信のときの暗号化</translation>
    </message>
    <message>
        <source>Logging in to send</source>
        <comment>@setting</comment>
        <translation>送信のときのログイン</translation>
    </message>
    <message>
        <source>Logging in to receive</source>
        <comment>@setting</comment>
        <translation>受信のときのログイン</translation>
    </message>
    <message>
        <source>User name for sending</source>
        <comment>@setting</comment>
        <translation>送信に使うユーザー名</translation>
    </message>
    <message>
        <source>User name for receiving</source>
        <comment>@setting</comment>
        <translation>受信に使うユーザー名</translation>
    </message>
    <message>
        <source>How long copies stay in the mailbox</source>
        <comment>@setting</comment>
        <translation>控えをメールボックスに残しておく日数</translation>
    </message>
    <message>
        <source>Remove old copies from the mailbox</source>
        <comment>@setting</comment>
        <translation>古い控えをメールボックスから消す</translation>
    </message>
    <message>
        <source>Where copies of sent mail are kept</source>
        <comment>@setting</comment>
        <translation>送ったメールの控えを置くところ</translation>
    </message>
    <message>
        <source>Where drafts are kept</source>
        <comment>@setting</comment>
        <translation>下書きを置くところ</translation>
    </message>
    <message>
        <source>Where archived mail is kept</source>
        <comment>@setting</comment>
        <translation>保管したメールを置くところ</translation>
    </message>
    <message>
        <source>Where templates are kept</source>
        <comment>@setting</comment>
        <translation>ひな形を置くところ</translation>
    </message>
    <message>
        <source>Where junk mail is moved</source>
        <comment>@setting</comment>
        <translation>迷惑メールを移すところ</translation>
    </message>
    <message>
        <source>None</source>
        <comment>@value of encryption</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <comment>@value of encryption</comment>
        <translation>あり（STARTTLS）</translation>
    </message>
    <message>
        <source>SSL/TLS</source>
        <comment>@value of encryption</comment>
        <translation>あり（SSL/TLS）</translation>
    </message>
    <message>
        <source>Without logging in</source>
        <comment>@value of logging in</comment>
        <translation>ログインしない</translation>
    </message>
    <message>
        <source>With the ordinary password</source>
        <comment>@value of logging in</comment>
        <translation>いつものパスワードで</translation>
    </message>
    <message>
        <source>With secure password authentication (SPA)</source>
        <comment>@value of logging in</comment>
        <translation>セキュリティで保護されたパスワード認証（SPA）で</translation>
    </message>
    <message>
        <source>In the same way as for receiving</source>
        <comment>@value of logging in</comment>
        <translation>受信と同じやり方で</translation>
    </message>
    <message>
        <source>With a name of its own</source>
        <comment>@value of logging in</comment>
        <translation>送信専用の名前で</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>@value</comment>
        <translation>
            <numerusform>%n 日</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wizard::screens::Checking</name>
    <message>
        <source>Looking into it now</source>
        <comment>@title</comment>
        <translation>今、調べています</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>@title</comment>
        <translation>止めました</translation>
    </message>
    <message>
        <source>Finished looking</source>
        <comment>@title</comment>
        <translation>調べおわりました</translation>
    </message>
    <message>
        <source>This takes about half a minute. You need not do anything.</source>
        <comment>@lead</comment>
        <translation>30秒ほどかかります。何もしなくてだいじょうぶです。</translation>
    </message>
    <message>
        <source>Check again</source>
        <comment>@button</comment>
        <translation>もう一度調べる</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>@button: stop checking</comment>
        <translation>止める</translation>
    </message>
    <message>
        <source>Waiting for an answer from %1 (%2 of %3)</source>
        <comment>@progress</comment>
        <translation>%1 の返事を待っています（%2／%3）</translation>
    </message>
    <message>
        <source>You have not been asked for it yet.</source>
        <comment>@progress</comment>
        <translation>必要になったときに、おたずねします。</translation>
    </message>
    <message>
        <source>%1 of %2 questions answered</source>
        <comment>@accessible</comment>
        <translation>%2 件のうち %1 件が終わりました</translation>
    </message>
    <message>
        <source>The clock of this PC says: %1. If that is wrong, please tell us.</source>
        <comment>@note</comment>
        <translation>このパソコンの時計：%1&#x3000;ちがっていたら、係にお知らせください。</translation>
    </message>
    <message>
        <source>d MMMM yyyy, h:mm</source>
        <comment>@date format</comment>
        <translation>yyyy年M月d日 H:mm</translation>
    </message>
    <message>
        <source>You stopped the check.</source>
        <comment>@result</comment>
        <translation>調べるのを止めました。</translation>
    </message>
    <message>
        <source>“Check again” starts it anew. “Next” goes on with what is known so far.</source>
        <comment>@result</comment>
        <translation>「もう一度調べる」で最初から調べます。「次へ」は、ここまでの結果で進みます。</translation>
    </message>
    <message>
        <source>Something was found.</source>
        <comment>@result</comment>
        <translation>気になるところが見つかりました。</translation>
    </message>
    <message>
        <source>Press “Next” to read what it is, and what can be done.</source>
        <comment>@result</comment>
        <translation>「次へ」を押すと、何が起きているかと、直しかたをお伝えします。</translation>
    </message>
    <message>
        <source>This PC is not connected to the Internet.</source>
        <comment>@result</comment>
        <translation>インターネットにつながっていません。</translation>
    </message>
    <message>
        <source>Press “Next”: we will look at the connection together.</source>
        <comment>@result</comment>
        <translation>「次へ」を押してください。つながりをいっしょに確かめます。</translation>
    </message>
    <message>
        <source>From here everything can be reached.</source>
        <comment>@result</comment>
        <translation>ここまでは、すべて問題ありません。</translation>
    </message>
    <message>
        <source>Press “Next”. One question will help to find the cause.</source>
        <comment>@result</comment>
        <translation>「次へ」を押してください。原因をさがすために、1つだけおたずねします。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::EditionChoice</name>
    <message>
        <source>The windows look quite different</source>
        <comment>@button</comment>
        <translation>画面がまったくちがうときは</translation>
    </message>
    <message>
        <source>Which version do you have? The steps are then shown as they are there.</source>
        <comment>@question</comment>
        <translation>どの版をお使いですか。その版に合わせた手順を出します。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::End</name>
    <message>
        <source>All done. Thank you for your patience.</source>
        <comment>@title</comment>
        <translation>これで終わりです。おつかれさまでした。</translation>
    </message>
    <message>
        <source>Thank you. This is the end.</source>
        <comment>@title</comment>
        <translation>ここまでです。ありがとうございました。</translation>
    </message>
    <message>
        <source>If it comes again, simply start this program once more.</source>
        <comment>@lead</comment>
        <translation>また困ったときは、このソフトをもう一度開いてください。</translation>
    </message>
    <message>
        <source>Support can go on from what was found here.</source>
        <comment>@lead</comment>
        <translation>続きは、係の者がお手伝いします。</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>@button: end the program</comment>
        <translation>終わる</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <comment>@button</comment>
        <translation>はじめに戻る</translation>
    </message>
    <message>
        <source>Nothing is left to be put back.</source>
        <comment>@result</comment>
        <translation>元に戻すものは、残っていません。</translation>
    </message>
    <message>
        <source>Please do not forget:</source>
        <comment>@result</comment>
        <translation>これだけ、お忘れなく</translation>
    </message>
</context>
<context>
    <name>wizard::screens::GuidePanel</name>
    <message>
        <source>Print these steps</source>
        <comment>@button</comment>
        <translation>この手順を印刷する</translation>
    </message>
</context>
<context>
    <name>wizard::screens::Letterhead</name>
    <message>
        <source>Support: %1, telephone %2</source>
        <comment>@contact</comment>
        <translation>お問い合わせ：%1　電話 %2</translation>
    </message>
    <message>
        <source>Support: %1, telephone %2, %3</source>
        <comment>@contact</comment>
        <translation>お問い合わせ：%1　電話 %2（%3）</translation>
    </message>
</context>
<context>
    <name>wizard::screens::LineWords</name>
    <message>
        <source>Is this PC connected to the Internet?</source>
        <comment>@check</comment>
        <translation>インターネットへのつながり</translation>
    </message>
    <message>
        <source>Mail program on this PC</source>
        <comment>@check</comment>
        <translation>このパソコンのメールソフト</translation>
    </message>
    <message>
        <source>Where the mail company is (name)</source>
        <comment>@check</comment>
        <translation>メールの会社の住所（サーバーの名前）</translation>
    </message>
    <message>
        <source>The way in: receiving mail</source>
        <comment>@check</comment>
        <translation>受け取る道</translation>
    </message>
    <message>
        <source>The way out: sending mail</source>
        <comment>@check</comment>
        <translation>送る道</translation>
    </message>
    <message>
        <source>Protection on the way (encryption)</source>
        <comment>@check</comment>
        <translation>途中の守り（暗号化）</translation>
    </message>
    <message>
        <source>Password</source>
        <comment>@check</comment>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Your mailbox</source>
        <comment>@check</comment>
        <translation>メールの箱の中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>@state</comment>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Checking</source>
        <comment>@state</comment>
        <translation>調べています</translation>
    </message>
    <message>
        <source>Good</source>
        <comment>@state</comment>
        <translation>よいです</translation>
    </message>
    <message>
        <source>Look here</source>
        <comment>@state</comment>
        <translation>注意</translation>
    </message>
    <message>
        <source>Not working</source>
        <comment>@state</comment>
        <translation>つながりません</translation>
    </message>
    <message>
        <source>Not checked</source>
        <comment>@state</comment>
        <translation>調べていません</translation>
    </message>
</context>
<context>
    <name>wizard::screens::MailProgram</name>
    <message>
        <source>Let us put it right in your mail program.</source>
        <comment>@title</comment>
        <translation>メールソフトの設定を、いっしょに直しましょう。</translation>
    </message>
    <message>
        <source>Let us put it right in %1.</source>
        <comment>@title</comment>
        <translation>%1 の設定を、いっしょに直しましょう。</translation>
    </message>
    <message>
        <source>Show the change</source>
        <comment>@button</comment>
        <translation>変更の内容を見る</translation>
    </message>
    <message>
        <source>I have done it</source>
        <comment>@button</comment>
        <translation>できました</translation>
    </message>
    <message>
        <source>Let the program do it</source>
        <comment>@button</comment>
        <translation>このソフトに任せる</translation>
    </message>
    <message>
        <source>Do it by hand</source>
        <comment>@button</comment>
        <translation>自分でする</translation>
    </message>
    <message>
        <source>This program can make the change for you.</source>
        <comment>@hint</comment>
        <translation>このソフトが、代わりに変更できます。</translation>
    </message>
    <message>
        <source>You will see exactly what changes before you say yes. A copy is kept, and one press puts everything back.</source>
        <comment>@hint</comment>
        <translation>変わるところを、先にすべてお見せします。控えをとるので、ボタン1つで元に戻せます。</translation>
    </message>
    <message>
        <source>There are no step-by-step pictures for this program yet.</source>
        <comment>@hint</comment>
        <translation>このメールソフトの、絵つきの手順はまだありません。</translation>
    </message>
    <message>
        <source>Support will gladly go through it with you: the button is at the top.</source>
        <comment>@hint</comment>
        <translation>サポートが電話でいっしょに進めます。上のボタンからどうぞ。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::MailboxLook</name>
    <message>
        <source>Looking into the mailbox</source>
        <comment>@title</comment>
        <translation>メールの箱の中を見ています</translation>
    </message>
    <message>
        <source>One message is in the way.</source>
        <comment>@title</comment>
        <translation>1通のメールでつかえています。</translation>
    </message>
    <message>
        <source>The mailbox could not be looked into.</source>
        <comment>@title</comment>
        <translation>メールの箱の中を見ることができませんでした。</translation>
    </message>
    <message>
        <source>This is in your mailbox at the mail company.</source>
        <comment>@title</comment>
        <translation>メールの会社にある、あなたのメールの箱の中身です。</translation>
    </message>
    <message>
        <source>With much mail it can take some minutes.</source>
        <comment>@lead</comment>
        <translation>メールが多いと、数分かかることがあります。</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>@button: stop looking</comment>
        <translation>止める</translation>
    </message>
    <message>
        <source>Mail</source>
        <comment>@row</comment>
        <translation>メール</translation>
    </message>
    <message>
        <source>The oldest is of %1</source>
        <comment>@detail</comment>
        <translation>いちばん古いメールは%1のものです</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>@date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>@count</comment>
        <translation>
            <numerusform>%n通</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <comment>@row</comment>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Room</source>
        <comment>@row</comment>
        <translation>箱の空き</translation>
    </message>
    <message>
        <source>%1 of %2 are used</source>
        <comment>@detail</comment>
        <translation>%2のうち%1を使っています</translation>
    </message>
    <message>
        <source>Full</source>
        <comment>@state</comment>
        <translation>いっぱい</translation>
    </message>
    <message>
        <source>Almost full</source>
        <comment>@state</comment>
        <translation>もうすぐいっぱい</translation>
    </message>
    <message>
        <source>Enough room</source>
        <comment>@state</comment>
        <translation>空きあり</translation>
    </message>
    <message>
        <source>Folder for unwanted mail</source>
        <comment>@row</comment>
        <translation>迷惑メールのフォルダー</translation>
    </message>
    <message>
        <source>Your mail program does not show this folder. Webmail does.</source>
        <comment>@detail</comment>
        <translation>お使いのメールソフトには、このフォルダーは出ません。ウェブメールで見られます。</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <comment>@count</comment>
        <translation>
            <numerusform>未読%n通</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the mail one by one</source>
        <comment>@row</comment>
        <translation>1通ずつ読んでみる</translation>
    </message>
    <message>
        <source>Stuck at no. %1</source>
        <comment>@state</comment>
        <translation>%1番目で停止</translation>
    </message>
    <message>
        <source>Looking</source>
        <comment>@state</comment>
        <translation>確認中</translation>
    </message>
    <message>
        <source>No trouble</source>
        <comment>@state</comment>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>Nothing is deleted or changed, and no mail is marked as read.</source>
        <comment>@promise</comment>
        <translation>何も消しません。何も変えません。「読んだ」印もつきません。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::NoInternet</name>
    <message>
        <source>You are connected to the Internet.</source>
        <comment>@title</comment>
        <translation>インターネットにつながりました</translation>
    </message>
    <message>
        <source>This PC is not connected to the Internet.</source>
        <comment>@title</comment>
        <translation>インターネットにつながっていません</translation>
    </message>
    <message>
        <source>Please press “Next”. We will look again.</source>
        <comment>@lead</comment>
        <translation>「次へ」を押してください。もう一度調べます。</translation>
    </message>
    <message>
        <source>Your mail is safe at the mail company. Please try these in order.</source>
        <comment>@lead</comment>
        <translation>メールは会社の箱に残っているので、ご安心ください。上から順に、おためしください。</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <comment>@button</comment>
        <translation>このまま進む</translation>
    </message>
    <message>
        <source>1. Is the cable pushed in firmly, at the PC and at the wall? With Wi-Fi: is Wi-Fi switched on?</source>
        <comment>@step</comment>
        <translation>1. 線は、パソコン側も壁側も、奥までささっていますか？ 無線（Wi-Fi）なら、入になっていますか？</translation>
    </message>
    <message>
        <source>2. Pull the plug of the box for the Internet (modem, router). Wait one minute. Plug it in again.</source>
        <comment>@step</comment>
        <translation>2. インターネットの箱（モデム・ルーター）の電源を抜き、1分待って、またさしてください。</translation>
    </message>
    <message>
        <source>3. Wait five minutes until its lamps are steady. You may have a cup of tea meanwhile.</source>
        <comment>@step</comment>
        <translation>3. ランプが落ち着くまで、5分ほどお待ちください。お茶を飲んでいてだいじょうぶです。</translation>
    </message>
    <message>
        <source>4. If nothing helps: call the company of your Internet line. The number is on your contract papers.</source>
        <comment>@step</comment>
        <translation>4. それでもつながらないときは、回線の会社へお電話ください。番号は契約書にあります。</translation>
    </message>
    <message>
        <source>Connected.</source>
        <comment>@state</comment>
        <translation>つながりました。</translation>
    </message>
    <message>
        <source>Looking again every five seconds</source>
        <comment>@state</comment>
        <translation>5秒ごとに確かめています</translation>
    </message>
    <message>
        <source>As soon as it works, this turns to “Connected” by itself.</source>
        <comment>@state</comment>
        <translation>つながると、ここが自動で「つながりました」に変わります。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::Password</name>
    <message>
        <source>What is your mail password?</source>
        <comment>@title</comment>
        <translation>メールのパスワードを入れてください</translation>
    </message>
    <message>
        <source>The password is right.</source>
        <comment>@title</comment>
        <translation>パスワードは合っていました</translation>
    </message>
    <message>
        <source>The mail company did not accept this password.</source>
        <comment>@title</comment>
        <translation>このパスワードは、通りませんでした</translation>
    </message>
    <message>
        <source>The password could not be checked.</source>
        <comment>@title</comment>
        <translation>パスワードを確かめられませんでした</translation>
    </message>
    <message>
        <source>It is on the paper from your mail company, as “mail password”. It is another one than for the Internet line or for the member page.</source>
        <comment>@lead</comment>
        <translation>メールの会社から届いた紙の「メールパスワード」です。接続用や会員ページ用とは、別のものです。</translation>
    </message>
    <message>
        <source>Check it</source>
        <comment>@button</comment>
        <translation>確かめる</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>@button: stop checking</comment>
        <translation>止める</translation>
    </message>
    <message>
        <source>Nothing has been typed yet.</source>
        <comment>@error</comment>
        <translation>まだ何も入っていません。</translation>
    </message>
    <message>
        <source>Please type the password, or press “Skip”.</source>
        <comment>@error</comment>
        <translation>パスワードを入れるか、「とばす」を押してください。</translation>
    </message>
    <message>
        <source>Full-width letters are being typed.</source>
        <comment>@warning</comment>
        <translation>全角の文字が入っています。</translation>
    </message>
    <message>
        <source>Press the 半角／全角 key once, empty the field and type again.</source>
        <comment>@warning</comment>
        <translation>「半角／全角」キーを1回押し、入力を消して、入れなおしてください。</translation>
    </message>
    <message>
        <source>CAPS LOCK is on: only capitals are being typed.</source>
        <comment>@warning</comment>
        <translation>CapsLock が入っていて、大文字になっています。</translation>
    </message>
    <message>
        <source>Hold Shift and press Caps Lock to switch it off.</source>
        <comment>@warning</comment>
        <translation>Shift キーを押しながら CapsLock キーを押すと、切れます。</translation>
    </message>
    <message>
        <source>Mail password</source>
        <comment>@field</comment>
        <translation>メールのパスワード</translation>
    </message>
    <message>
        <source>Show the password while this is held</source>
        <comment>@button</comment>
        <translation>押しているあいだ、パスワードを表示</translation>
    </message>
    <message>
        <source>Our staff will never ask you for your password.</source>
        <comment>@promise</comment>
        <translation>係の者がパスワードをお聞きすることはありません。</translation>
    </message>
    <message>
        <source>It goes only to %1, encrypted, and only to check whether it is right.</source>
        <comment>@where</comment>
        <translation>送り先は %1 だけです。暗号で守り、合っているかを確かめるためだけに使います。</translation>
    </message>
    <message>
        <source>Remember it in the safe of this PC</source>
        <comment>@checkbox</comment>
        <translation>このパソコンの金庫にしまっておく</translation>
    </message>
    <message>
        <source>Use the password remembered before</source>
        <comment>@button</comment>
        <translation>前にしまったパスワードを使う</translation>
    </message>
    <message>
        <source>For practice the password is: %1</source>
        <comment>@hint</comment>
        <translation>練習用のパスワードは %1 です</translation>
    </message>
    <message>
        <source>Put it in for me</source>
        <comment>@button</comment>
        <translation>代わりに入れる</translation>
    </message>
    <message>
        <source>No password was remembered on this PC.</source>
        <comment>@result</comment>
        <translation>しまってあるパスワードは、ありませんでした。</translation>
    </message>
    <message>
        <source>Please type it.</source>
        <comment>@result</comment>
        <translation>キーボードで入れてください。</translation>
    </message>
    <message>
        <source>Asking the mail company</source>
        <comment>@state</comment>
        <translation>メールの会社に確かめています</translation>
    </message>
    <message>
        <source>Log-in worked.</source>
        <comment>@result</comment>
        <translation>正しく開けました。</translation>
    </message>
    <message>
        <source>Nothing has been changed or deleted in your mailbox.</source>
        <comment>@result</comment>
        <translation>メールの箱の中は、何も変えていません。消してもいません。</translation>
    </message>
    <message>
        <source>You can try once more.</source>
        <comment>@result</comment>
        <translation>あと1回、おためしになれます。</translation>
    </message>
    <message>
        <source>Please compare capitals, and the digit 0 with the letter O. After that we stop, so that your mailbox is not locked.</source>
        <comment>@result</comment>
        <translation>大文字と小文字、数字の 0 と英字の O をお確かめください。箱に鍵がかからないように、次で止めます。</translation>
    </message>
    <message>
        <source>The mail company gave no clear answer.</source>
        <comment>@result</comment>
        <translation>メールの会社から、はっきりした返事がありませんでした。</translation>
    </message>
    <message>
        <source>This does not mean that your password is wrong. Please do not change it.</source>
        <comment>@result</comment>
        <translation>パスワードが間違っているとは限りません。変えずに、そのままにしてください。</translation>
    </message>
    <message>
        <source>Forget the kept password</source>
        <comment>@button</comment>
        <translation>保存したパスワードを消す</translation>
    </message>
    <message>
        <source>The kept password has been removed. Your mail password itself stays as it is.</source>
        <comment>@result</comment>
        <translation>保存したパスワードを消しました。メールのパスワードそのものは変わりません。</translation>
    </message>
    <message>
        <source>The kept password could not be removed just now. Please try again a little later.</source>
        <comment>@result</comment>
        <translation>保存したパスワードは、いまは消せませんでした。少しあとで、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::Preview</name>
    <message>
        <source>May this be changed?</source>
        <comment>@title</comment>
        <translation>このように変更してよいですか</translation>
    </message>
    <message>
        <source>It has been changed.</source>
        <comment>@title</comment>
        <translation>変更しました</translation>
    </message>
    <message>
        <source>It was not changed.</source>
        <comment>@title</comment>
        <translation>変更しませんでした</translation>
    </message>
    <message>
        <source>Change it</source>
        <comment>@button</comment>
        <translation>変更する</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>@button</comment>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>@button</comment>
        <translation>進む</translation>
    </message>
    <message>
        <source>Do not change</source>
        <comment>@button</comment>
        <translation>変更しない</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <comment>@change</comment>
        <translation>今：%1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <comment>@change</comment>
        <translation>変更後：%1</translation>
    </message>
    <message>
        <source>File</source>
        <comment>@label</comment>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Entry</source>
        <comment>@label</comment>
        <translation>項目</translation>
    </message>
    <message>
        <source>Show it exactly, with file and entry</source>
        <comment>@expander</comment>
        <translation>くわしく見る（ファイルと項目）</translation>
    </message>
    <message>
        <source>Hide the exact entries</source>
        <comment>@expander</comment>
        <translation>くわしい内容を閉じる</translation>
    </message>
    <message>
        <source>A copy of the old state is kept first.</source>
        <comment>@promise</comment>
        <translation>変更の前に、控えをとります。</translation>
    </message>
    <message>
        <source>You can put it back at any time: here, on the last screen, or next time you open this program.</source>
        <comment>@promise</comment>
        <translation>いつでも元に戻せます。最後の画面からでも、次にこのソフトを開いたときでも。</translation>
    </message>
    <message>
        <source>Changing it now</source>
        <comment>@state</comment>
        <translation>変更しています</translation>
    </message>
    <message>
        <source>Done, and checked.</source>
        <comment>@result</comment>
        <translation>変更して、確かめました。</translation>
    </message>
    <message>
        <source>The copy is here: %1</source>
        <comment>@result</comment>
        <translation>控えの場所：%1</translation>
    </message>
    <message>
        <source>It was changed, but the mail program was opened at the same moment.</source>
        <comment>@result</comment>
        <translation>変更しましたが、ちょうど同じときにメールソフトが開かれました。</translation>
    </message>
    <message>
        <source>It may write its old setting back when it closes. Close it, come back to this screen, and change it once more.</source>
        <comment>@result</comment>
        <translation>メールソフトを閉じるときに、前の設定に戻ってしまうことがあります。閉じてから、この画面でもう一度変更してください。</translation>
    </message>
    <message>
        <source>No mail is lost.</source>
        <comment>@hint</comment>
        <translation>メールはなくなりません。</translation>
    </message>
    <message>
        <source>What %1 has fetched stays on this PC. Only older copies leave the mailbox; until then a phone can still fetch them.</source>
        <comment>@hint</comment>
        <translation>%1 が受け取ったメールは、このパソコンに残ります。メールボックスから消えるのは古い控えだけで、それまではスマートフォンでも受け取れます。</translation>
    </message>
    <message>
        <source>%1 may ask for your password once more.</source>
        <comment>@hint</comment>
        <translation>%1 が、パスワードをもう一度たずねることがあります。</translation>
    </message>
    <message>
        <source>That is all right. Please type it in as always.</source>
        <comment>@hint</comment>
        <translation>心配はいりません。いつものとおり入力してください。</translation>
    </message>
    <message>
        <source>This is the longest that %1 can wait.</source>
        <comment>@hint</comment>
        <translation>これが、%1 が待てるいちばん長い時間です。</translation>
    </message>
    <message>
        <source>It may still be too short for very large mail. Smaller attachments then help.</source>
        <comment>@hint</comment>
        <translation>とても大きなメールでは、それでも足りないことがあります。そのときは、添付ファイルを小さくして送ってください。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::ProgramChoice</name>
    <message>
        <source>Which mail program do you use?</source>
        <comment>@question</comment>
        <translation>どのメールソフトをお使いですか？</translation>
    </message>
    <message>
        <source>Another program</source>
        <comment>@choice</comment>
        <translation>ほかのメールソフト</translation>
    </message>
</context>
<context>
    <name>wizard::screens::PutBack</name>
    <message>
        <source>Switch your mail program back to “online”.</source>
        <comment>@put back</comment>
        <translation>メールソフトを「オンライン」に戻してください。</translation>
    </message>
    <message>
        <source>Switch %1 back to “online”.</source>
        <comment>@put back</comment>
        <translation>%1 を「オンライン」に戻してください。</translation>
    </message>
    <message>
        <source>Some mail was moved from the outbox to a safe place. Look whether any of it still has to be sent.</source>
        <comment>@put back</comment>
        <translation>送信トレイのメールを、別の場所に移してあります。まだ送りたいものがないか、ご確認ください。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::RaiseWaiting</name>
    <message>
        <source>Let your mail program wait longer.</source>
        <comment>@title</comment>
        <translation>メールソフトの待ち時間を長くしましょう</translation>
    </message>
    <message numerus="yes">
        <source>With %n second(s), it hears the answer and does not send again.</source>
        <comment>@lead</comment>
        <translation>
            <numerusform>%n 秒にすると、返事を聞けるので、送りなおさなくなります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Then it hears the answer and does not send again.</source>
        <comment>@lead</comment>
        <translation>返事を聞けるので、送りなおさなくなります。</translation>
    </message>
    <message>
        <source>Show the change</source>
        <comment>@button</comment>
        <translation>変更の内容を見る</translation>
    </message>
    <message>
        <source>I have done it</source>
        <comment>@button</comment>
        <translation>できました</translation>
    </message>
    <message>
        <source>Let the program do it</source>
        <comment>@button</comment>
        <translation>このソフトに任せる</translation>
    </message>
    <message>
        <source>Do it by hand</source>
        <comment>@button</comment>
        <translation>自分でする</translation>
    </message>
    <message>
        <source>This program can make the change for you.</source>
        <comment>@hint</comment>
        <translation>このソフトが、代わりに変更できます。</translation>
    </message>
    <message>
        <source>You will see exactly what changes before you say yes. A copy is kept, and one press puts everything back.</source>
        <comment>@hint</comment>
        <translation>変わるところを、先にすべてお見せします。控えをとるので、ボタン1つで元に戻せます。</translation>
    </message>
    <message>
        <source>%1 is open. Please close it first.</source>
        <comment>@hint</comment>
        <translation>%1 が開いています。先に閉じてください。</translation>
    </message>
    <message>
        <source>As soon as it is closed, this note goes away by itself.</source>
        <comment>@hint</comment>
        <translation>閉じると、このお知らせは自動で消えます。</translation>
    </message>
    <message>
        <source>The waiting time today</source>
        <comment>@heading</comment>
        <translation>今の待ち時間</translation>
    </message>
    <message>
        <source>waits %1</source>
        <comment>@row</comment>
        <translation>%1 待ちます</translation>
    </message>
    <message>
        <source>Hangs up too early</source>
        <comment>@state</comment>
        <translation>待ちきれません</translation>
    </message>
    <message>
        <source>Waits long enough</source>
        <comment>@state</comment>
        <translation>だいじょうぶ</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <comment>@state</comment>
        <translation>まだ測っていません</translation>
    </message>
</context>
<context>
    <name>wizard::screens::RefusalWords</name>
    <message>
        <source>There is nothing left to change.</source>
        <comment>@refusal</comment>
        <translation>変更するところは、もうありません。</translation>
    </message>
    <message>
        <source>Your mail program is open.</source>
        <comment>@refusal</comment>
        <translation>メールソフトが開いています。</translation>
    </message>
    <message>
        <source>This PC does not allow the settings to be changed.</source>
        <comment>@refusal</comment>
        <translation>このパソコンでは、設定の変更が許されていません。</translation>
    </message>
    <message>
        <source>There is not enough free space on this PC.</source>
        <comment>@refusal</comment>
        <translation>パソコンの空きが足りません。</translation>
    </message>
    <message>
        <source>The settings are kept in an unusual place.</source>
        <comment>@refusal</comment>
        <translation>設定が、ふつうとちがう場所に置かれています。</translation>
    </message>
    <message>
        <source>The settings belong to another user of this PC.</source>
        <comment>@refusal</comment>
        <translation>この設定は、パソコンのほかの利用者のものです。</translation>
    </message>
    <message>
        <source>Something else stands where the settings should be.</source>
        <comment>@refusal</comment>
        <translation>設定があるはずの場所に、別のものがあります。</translation>
    </message>
    <message>
        <source>The settings cannot be read: they are damaged or only half written.</source>
        <comment>@refusal</comment>
        <translation>設定が読めません。壊れているか、書きかけのようです。</translation>
    </message>
    <message>
        <source>The settings were changed by someone else in the meantime.</source>
        <comment>@refusal</comment>
        <translation>そのあいだに、設定がほかで変更されました。</translation>
    </message>
    <message>
        <source>The disk reported an error while saving.</source>
        <comment>@refusal</comment>
        <translation>保存のとき、ディスクの調子がよくありませんでした。</translation>
    </message>
    <message>
        <source>This program is open a second time.</source>
        <comment>@refusal</comment>
        <translation>このソフトが、もう1つ開いています。</translation>
    </message>
    <message>
        <source>The settings are no longer there.</source>
        <comment>@refusal</comment>
        <translation>設定が、元の場所になくなっています。</translation>
    </message>
    <message>
        <source>Please press “Back” and check again.</source>
        <comment>@way on</comment>
        <translation>「もどる」を押して、もう一度お調べください。</translation>
    </message>
    <message>
        <source>Please close it, then press “Try again”. Nothing has been changed.</source>
        <comment>@way on</comment>
        <translation>閉じてから、「もう一度」を押してください。まだ何も変えていません。</translation>
    </message>
    <message>
        <source>Nothing has been changed. You can change the setting by hand: press “Back”. Or ask the person who looks after this PC.</source>
        <comment>@way on</comment>
        <translation>何も変えていません。「もどる」を押すと、ご自分で変更する方法に進めます。パソコンを管理している方に頼むこともできます。</translation>
    </message>
    <message>
        <source>Please free about %1, for example by emptying the bin, then press “Try again”. Nothing has been changed.</source>
        <comment>@way on</comment>
        <translation>約 %1 の空きを作ってから（ごみ箱を空にするなど）、「もう一度」を押してください。まだ何も変えていません。</translation>
    </message>
    <message>
        <source>Please empty the bin, for example, then press “Try again”. Nothing has been changed.</source>
        <comment>@way on</comment>
        <translation>ごみ箱を空にするなどしてから、「もう一度」を押してください。まだ何も変えていません。</translation>
    </message>
    <message>
        <source>To be safe, nothing has been changed. Please change the setting by hand: press “Back”.</source>
        <comment>@way on</comment>
        <translation>念のため、何も変えていません。「もどる」を押すと、ご自分で変更する方法に進めます。</translation>
    </message>
    <message>
        <source>Nothing has been changed. Please sign in to the PC as that user, and start this program there.</source>
        <comment>@way on</comment>
        <translation>何も変えていません。その利用者でパソコンに入り、このソフトを開いてください。</translation>
    </message>
    <message>
        <source>To be safe, nothing has been changed. Please ask by phone.</source>
        <comment>@way on</comment>
        <translation>念のため、何も変えていません。お電話でおたずねください。</translation>
    </message>
    <message>
        <source>To be safe, nothing has been changed. Open your mail program once, close it again, then press “Try again”.</source>
        <comment>@way on</comment>
        <translation>念のため、何も変えていません。メールソフトを一度開いて閉じてから、「もう一度」を押してください。</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Please close your mail program, then press “Try again”.</source>
        <comment>@way on</comment>
        <translation>上書きはしていません。メールソフトを閉じてから、「もう一度」を押してください。</translation>
    </message>
    <message>
        <source>Your old settings are still there. Please restart the PC and try once more. If it happens again, ask by phone.</source>
        <comment>@way on</comment>
        <translation>元の設定は残っています。パソコンを再起動して、もう一度おためしください。くり返すときは、お電話でおたずねください。</translation>
    </message>
    <message>
        <source>Please close the other window, then press “Try again”.</source>
        <comment>@way on</comment>
        <translation>もう1つの方を閉じてから、「もう一度」を押してください。</translation>
    </message>
    <message>
        <source>Nothing has been changed. Please press “Back” and check again.</source>
        <comment>@way on</comment>
        <translation>何も変えていません。「もどる」を押して、もう一度お調べください。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::ServersByHand</name>
    <message>
        <source>This mail company is not known here.</source>
        <comment>@title</comment>
        <translation>このメールの会社は、登録がありません</translation>
    </message>
    <message>
        <source>If you have the paper with the mail settings, please type two names from it.</source>
        <comment>@lead</comment>
        <translation>メール設定の紙があれば、サーバーの名前を2つ入れてください。</translation>
    </message>
    <message>
        <source>This is not the name of a server yet.</source>
        <comment>@error</comment>
        <translation>まだサーバーの名前の形になっていません。</translation>
    </message>
    <message>
        <source>A name has dots in it and no @, for example mail.example.ne.jp. Without the paper, press “Skip”.</source>
        <comment>@error</comment>
        <translation>名前には点（ドット）が入り、@ は入りません。例：mail.example.ne.jp&#x3000;紙がないときは「とばす」を押してください。</translation>
    </message>
    <message>
        <source>No paper at hand? Press “Skip”.</source>
        <comment>@hint</comment>
        <translation>紙がないときは「とばす」を押してください。</translation>
    </message>
    <message>
        <source>The settings of your mail program are then used, if it is on this PC.</source>
        <comment>@hint</comment>
        <translation>このパソコンにメールソフトがあれば、その設定を使います。</translation>
    </message>
    <message>
        <source>Server for receiving (POP, IMAP)</source>
        <comment>@label</comment>
        <translation>受信サーバー（POP・IMAP）</translation>
    </message>
    <message>
        <source>Server for sending (SMTP)</source>
        <comment>@label</comment>
        <translation>送信サーバー（SMTP）</translation>
    </message>
    <message>
        <source>mail.example.ne.jp</source>
        <comment>@example</comment>
        <translation>mail.example.ne.jp</translation>
    </message>
    <message>
        <source>smtp.example.ne.jp</source>
        <comment>@example</comment>
        <translation>smtp.example.ne.jp</translation>
    </message>
</context>
<context>
    <name>wizard::screens::Solved</name>
    <message>
        <source>Is it all right now?</source>
        <comment>@title</comment>
        <translation>なおりましたか？</translation>
    </message>
    <message>
        <source>Please try your mail program once: send a mail to yourself.</source>
        <comment>@lead</comment>
        <translation>メールソフトで、自分あてに1通送ってみてください。</translation>
    </message>
    <message>
        <source>Measure again</source>
        <comment>@button</comment>
        <translation>もう一度はかる</translation>
    </message>
    <message>
        <source>waits %1; needed are %2</source>
        <comment>@row</comment>
        <translation>待つ時間 %1（必要なのは %2）</translation>
    </message>
    <message>
        <source>Hangs up too early</source>
        <comment>@state</comment>
        <translation>待ちきれません</translation>
    </message>
    <message>
        <source>Waits long enough</source>
        <comment>@state</comment>
        <translation>だいじょうぶ</translation>
    </message>
    <message>
        <source>Press when it is done.</source>
        <comment>@hint</comment>
        <translation>できたら押してください。</translation>
    </message>
    <message>
        <source>The waiting time now</source>
        <comment>@heading</comment>
        <translation>今の待ち時間</translation>
    </message>
    <message>
        <source>Please put back</source>
        <comment>@heading</comment>
        <translation>元に戻すもの</translation>
    </message>
    <message>
        <source>Yes, it works</source>
        <comment>@choice</comment>
        <translation>はい、なおりました</translation>
    </message>
    <message>
        <source>No, there is still trouble</source>
        <comment>@choice</comment>
        <translation>いいえ、まだ困っています</translation>
    </message>
</context>
<context>
    <name>wizard::screens::Spelling</name>
    <message>
        <source>A as in Apple</source>
        <comment>@spelling</comment>
        <translation>エー（アメリカのエー）</translation>
    </message>
    <message>
        <source>B as in Boston</source>
        <comment>@spelling</comment>
        <translation>ビー（ボストンのビー）</translation>
    </message>
    <message>
        <source>C as in China</source>
        <comment>@spelling</comment>
        <translation>シー（チャイナのシー）</translation>
    </message>
    <message>
        <source>D as in Denmark</source>
        <comment>@spelling</comment>
        <translation>ディー（デンマークのディー）</translation>
    </message>
    <message>
        <source>E as in England</source>
        <comment>@spelling</comment>
        <translation>イー（イングランドのイー）</translation>
    </message>
    <message>
        <source>F as in France</source>
        <comment>@spelling</comment>
        <translation>エフ（フランスのエフ）</translation>
    </message>
    <message>
        <source>G as in Germany</source>
        <comment>@spelling</comment>
        <translation>ジー（ジャーマニーのジー）</translation>
    </message>
    <message>
        <source>H as in Hawaii</source>
        <comment>@spelling</comment>
        <translation>エイチ（ハワイのエイチ）</translation>
    </message>
    <message>
        <source>I as in Italy</source>
        <comment>@spelling</comment>
        <translation>アイ（イタリアのアイ）</translation>
    </message>
    <message>
        <source>J as in Japan</source>
        <comment>@spelling</comment>
        <translation>ジェー（ジャパンのジェー）</translation>
    </message>
    <message>
        <source>K as in Korea</source>
        <comment>@spelling</comment>
        <translation>ケー（神戸のケー）</translation>
    </message>
    <message>
        <source>L as in London</source>
        <comment>@spelling</comment>
        <translation>エル（ロンドンのエル）</translation>
    </message>
    <message>
        <source>M as in Mexico</source>
        <comment>@spelling</comment>
        <translation>エム（メキシコのエム）</translation>
    </message>
    <message>
        <source>N as in Norway</source>
        <comment>@spelling</comment>
        <translation>エヌ（名古屋のエヌ）</translation>
    </message>
    <message>
        <source>O as in Osaka</source>
        <comment>@spelling</comment>
        <translation>オー（大阪のオー）</translation>
    </message>
    <message>
        <source>P as in Paris</source>
        <comment>@spelling</comment>
        <translation>ピー（パリのピー）</translation>
    </message>
    <message>
        <source>Q as in Queen</source>
        <comment>@spelling</comment>
        <translation>キュー（クイーンのキュー）</translation>
    </message>
    <message>
        <source>R as in Rome</source>
        <comment>@spelling</comment>
        <translation>アール（ローマのアール）</translation>
    </message>
    <message>
        <source>S as in Sapporo</source>
        <comment>@spelling</comment>
        <translation>エス（札幌のエス）</translation>
    </message>
    <message>
        <source>T as in Tokyo</source>
        <comment>@spelling</comment>
        <translation>ティー（東京のティー）</translation>
    </message>
    <message>
        <source>U as in Ueno</source>
        <comment>@spelling</comment>
        <translation>ユー（上野のユー）</translation>
    </message>
    <message>
        <source>V as in Victory</source>
        <comment>@spelling</comment>
        <translation>ブイ（ビクトリーのブイ）</translation>
    </message>
    <message>
        <source>W as in Washington</source>
        <comment>@spelling</comment>
        <translation>ダブリュー（ワシントンのダブリュー）</translation>
    </message>
    <message>
        <source>X as in X-ray</source>
        <comment>@spelling</comment>
        <translation>エックス（エックス線のエックス）</translation>
    </message>
    <message>
        <source>Y as in Yokohama</source>
        <comment>@spelling</comment>
        <translation>ワイ（横浜のワイ）</translation>
    </message>
    <message>
        <source>Z as in Zebra</source>
        <comment>@spelling</comment>
        <translation>ゼット（ゼブラのゼット）</translation>
    </message>
    <message>
        <source>at sign</source>
        <comment>@spelling</comment>
        <translation>アットマーク</translation>
    </message>
    <message>
        <source>dot</source>
        <comment>@spelling</comment>
        <translation>ドット（点）</translation>
    </message>
    <message>
        <source>hyphen (short line)</source>
        <comment>@spelling</comment>
        <translation>ハイフン（まん中の横棒）</translation>
    </message>
    <message>
        <source>underscore (low line)</source>
        <comment>@spelling</comment>
        <translation>アンダーバー（下の横棒）</translation>
    </message>
    <message>
        <source>plus sign</source>
        <comment>@spelling</comment>
        <translation>プラス</translation>
    </message>
    <message>
        <source>the digit zero</source>
        <comment>@spelling</comment>
        <translation>数字のゼロ</translation>
    </message>
    <message>
        <source>the digit one</source>
        <comment>@spelling</comment>
        <translation>数字のいち</translation>
    </message>
    <message>
        <source>the digit two</source>
        <comment>@spelling</comment>
        <translation>数字のに</translation>
    </message>
    <message>
        <source>the digit three</source>
        <comment>@spelling</comment>
        <translation>数字のさん</translation>
    </message>
    <message>
        <source>the digit four</source>
        <comment>@spelling</comment>
        <translation>数字のよん</translation>
    </message>
    <message>
        <source>the digit five</source>
        <comment>@spelling</comment>
        <translation>数字のご</translation>
    </message>
    <message>
        <source>the digit six</source>
        <comment>@spelling</comment>
        <translation>数字のろく</translation>
    </message>
    <message>
        <source>the digit seven</source>
        <comment>@spelling</comment>
        <translation>数字のなな</translation>
    </message>
    <message>
        <source>the digit eight</source>
        <comment>@spelling</comment>
        <translation>数字のはち</translation>
    </message>
    <message>
        <source>the digit nine</source>
        <comment>@spelling</comment>
        <translation>数字のきゅう</translation>
    </message>
    <message>
        <source>a sign</source>
        <comment>@spelling</comment>
        <translation>記号</translation>
    </message>
    <message>
        <source>capital %1</source>
        <comment>@spelling</comment>
        <translation>大文字の %1</translation>
    </message>
</context>
<context>
    <name>wizard::screens::StopFirst</name>
    <message>
        <source>First, let us stop the repeated sending.</source>
        <comment>@title</comment>
        <translation>まず、くり返し送るのを止めましょう</translation>
    </message>
    <message>
        <source>Your mail has most likely arrived already. You need not send it again.</source>
        <comment>@reassurance</comment>
        <translation>相手には、もう届いていると考えられます。送りなおさなくてだいじょうぶです。</translation>
    </message>
    <message>
        <source>In your mail program: choose “work offline”, delete what waits in the outbox, then go online again.</source>
        <comment>@hint</comment>
        <translation>メールソフトで「オフライン作業」にして、送信トレイのメールを消し、オンラインに戻してください。</translation>
    </message>
    <message>
        <source>If you are not sure how, ask by phone: the button is at the top.</source>
        <comment>@hint</comment>
        <translation>やりかたがわからないときは、上の「電話で聞く」を押してください。</translation>
    </message>
    <message>
        <source>Or let this program do it</source>
        <comment>@choice</comment>
        <translation>このソフトに任せることもできます</translation>
    </message>
    <message numerus="yes">
        <source>It moves the %n waiting mail(s) to a safe place. Nothing is deleted, and they can be put back.</source>
        <comment>@choice</comment>
        <translation>
            <numerusform>待っているメール %n 通を、安全な場所に移します。消しません。元に戻せます。</numerusform>
        </translation>
    </message>
    <message>
        <source>It has stopped already</source>
        <comment>@button</comment>
        <translation>もう止まっています</translation>
    </message>
</context>
<context>
    <name>wizard::screens::StuckMessage</name>
    <message>
        <source>It is stuck at message no. %1.</source>
        <comment>@title</comment>
        <translation>%1番目のメールで止まっています。</translation>
    </message>
    <message>
        <source>No message is in the way.</source>
        <comment>@title</comment>
        <translation>つかえているメールはありません。</translation>
    </message>
    <message>
        <source>The mail behind it cannot come in.</source>
        <comment>@lead</comment>
        <translation>そのうしろのメールが、入ってこられません。</translation>
    </message>
    <message>
        <source>It is so large that fetching it takes longer than the mail program waits.</source>
        <comment>@defect</comment>
        <translation>とても大きいため、メールソフトの待ち時間のうちに受け取りきれません。</translation>
    </message>
    <message>
        <source>The mail company&apos;s server stops in the middle of it, each time.</source>
        <comment>@defect</comment>
        <translation>受け取りの途中で、メールの会社のサーバーが毎回止まってしまいます。</translation>
    </message>
    <message>
        <source>It does not come to an end.</source>
        <comment>@defect</comment>
        <translation>いつまでも終わりがきません。</translation>
    </message>
    <message>
        <source>It was put together wrongly by the sender&apos;s program, and mail programs stumble over it.</source>
        <comment>@defect</comment>
        <translation>送った側のソフトの作りかたがこわれていて、メールソフトがつまずいてしまいます。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <comment>@title</comment>
        <translation>控えを保存する</translation>
    </message>
    <message>
        <source>stuck-mail</source>
        <comment>@file name</comment>
        <translation>つかえたメール</translation>
    </message>
    <message>
        <source>Mail (*.eml)</source>
        <comment>@file types</comment>
        <translation>メール (*.eml)</translation>
    </message>
    <message>
        <source>Saving the copy</source>
        <comment>@state</comment>
        <translation>控えを保存しています</translation>
    </message>
    <message>
        <source>Saved.</source>
        <comment>@result</comment>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>The copy is here: %1</source>
        <comment>@result</comment>
        <translation>控えの場所：%1</translation>
    </message>
    <message>
        <source>Only a part of it could be saved.</source>
        <comment>@result</comment>
        <translation>途中までしか保存できませんでした。</translation>
    </message>
    <message>
        <source>The copy could not be saved.</source>
        <comment>@result</comment>
        <translation>控えを保存できませんでした。</translation>
    </message>
    <message>
        <source>The mail itself is still at the mail company. Please choose another file name, or ask support.</source>
        <comment>@result</comment>
        <translation>メールそのものは、メールの会社に残っています。別のファイル名で保存するか、係にご相談ください。</translation>
    </message>
    <message>
        <source>No mail is lost. All of it is still at the mail company.</source>
        <comment>@mail lost?</comment>
        <translation>メールはなくなっていません。すべてメールの会社に残っています。</translation>
    </message>
    <message>
        <source>Save a copy of this mail</source>
        <comment>@button</comment>
        <translation>このメールの控えを保存</translation>
    </message>
    <message>
        <source>From</source>
        <comment>@row</comment>
        <translation>差出人</translation>
    </message>
    <message>
        <source>Subject</source>
        <comment>@row</comment>
        <translation>件名</translation>
    </message>
    <message>
        <source>Date</source>
        <comment>@row</comment>
        <translation>日付</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>@date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>@row</comment>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <comment>@row</comment>
        <translation>どこが悪いか</translation>
    </message>
</context>
<context>
    <name>wizard::screens::Summary</name>
    <message>
        <source>It is as it was before.</source>
        <comment>@result</comment>
        <translation>元に戻しました。</translation>
    </message>
    <message>
        <source>What we found and did</source>
        <comment>@title</comment>
        <translation>わかったことと、したこと</translation>
    </message>
    <message>
        <source>You can keep this page as a file, or read it to support over the phone.</source>
        <comment>@lead</comment>
        <translation>ファイルにとっておくことも、電話で読み上げることもできます。</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <comment>@button</comment>
        <translation>ファイルに保存</translation>
    </message>
    <message>
        <source>Found</source>
        <comment>@heading</comment>
        <translation>わかったこと</translation>
    </message>
    <message>
        <source>Found</source>
        <comment>@state</comment>
        <translation>注意</translation>
    </message>
    <message>
        <source>Nothing wrong was seen from here.</source>
        <comment>@result</comment>
        <translation>ここから見たかぎり、悪いところはありませんでした。</translation>
    </message>
    <message>
        <source>No single cause could be seen from here.</source>
        <comment>@result</comment>
        <translation>ここからは、原因を1つにしぼれませんでした。</translation>
    </message>
    <message>
        <source>Changed on this PC</source>
        <comment>@heading</comment>
        <translation>このパソコンで変更したこと</translation>
    </message>
    <message>
        <source>d MMMM, h:mm</source>
        <comment>@date format</comment>
        <translation>M月d日 H:mm</translation>
    </message>
    <message>
        <source>Put it back</source>
        <comment>@button</comment>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <comment>@result</comment>
        <translation>何も変更していません。</translation>
    </message>
    <message>
        <source>mail-check</source>
        <comment>@file name</comment>
        <translation>メールの調べ</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <comment>@title</comment>
        <translation>ファイルに保存</translation>
    </message>
    <message>
        <source>To read and print (*.pdf);;For the web browser (*.html);;As text (*.md)</source>
        <comment>@file types</comment>
        <translation>読む・印刷する (*.pdf);;ブラウザーで見る (*.html);;文字だけ (*.md)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <comment>@result</comment>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>The file is here: %1. Passwords are never in it.</source>
        <comment>@result</comment>
        <translation>保存した場所：%1&#x3000;パスワードは入っていません。</translation>
    </message>
    <message>
        <source>The file could not be saved there.</source>
        <comment>@result</comment>
        <translation>その場所には保存できませんでした。</translation>
    </message>
    <message>
        <source>Please choose another folder, for example “Documents”.</source>
        <comment>@result</comment>
        <translation>「ドキュメント」など、ほかの場所を選んでください。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::Timing</name>
    <message>
        <source>May we send test mail to yourself?</source>
        <comment>@title</comment>
        <translation>自分あてに、試験メールを送ってよいですか</translation>
    </message>
    <message>
        <source>Measuring the time</source>
        <comment>@title</comment>
        <translation>時間をはかっています</translation>
    </message>
    <message>
        <source>The time could not be measured.</source>
        <comment>@title</comment>
        <translation>時間をはかれませんでした</translation>
    </message>
    <message>
        <source>Here is the cause.</source>
        <comment>@title</comment>
        <translation>原因がわかりました</translation>
    </message>
    <message>
        <source>The answer came in time.</source>
        <comment>@title</comment>
        <translation>返事は、間に合っています</translation>
    </message>
    <message>
        <source>It shows how long the mail company takes to answer.</source>
        <comment>@lead</comment>
        <translation>メールの会社が返事をするまでの時間をはかります。</translation>
    </message>
    <message>
        <source>Please leave it as it is. You may have a cup of tea meanwhile.</source>
        <comment>@lead</comment>
        <translation>このままお待ちください。お茶を飲んでいてだいじょうぶです。</translation>
    </message>
    <message numerus="yes">
        <source>The mail company answered after %n second(s). A mail program that does not wait so long believes that sending failed, and sends again.</source>
        <comment>@lead</comment>
        <translation>
            <numerusform>会社の返事は、%n 秒後でした。そこまで待てないメールソフトは、「失敗した」と思って、また送ってしまいます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The mail company answered after %n second(s).</source>
        <comment>@lead</comment>
        <translation>
            <numerusform>会社の返事は、%n 秒後でした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, send test mail</source>
        <comment>@button</comment>
        <translation>はい、送ります</translation>
    </message>
    <message>
        <source>Do not send</source>
        <comment>@button</comment>
        <translation>送らない</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>@button: stop checking</comment>
        <translation>止める</translation>
    </message>
    <message>
        <source>Measure again</source>
        <comment>@button</comment>
        <translation>もう一度はかる</translation>
    </message>
    <message>
        <source>Test mail %1 of %2: waiting for the answer “received”</source>
        <comment>@progress</comment>
        <translation>%1 通目（全部で %2 通）：「受け取りました」の返事を待っています</translation>
    </message>
    <message>
        <source>The longest wait</source>
        <comment>@heading</comment>
        <translation>いちばん長くかかった返事</translation>
    </message>
    <message>
        <source>Test mail of %1</source>
        <comment>@row</comment>
        <translation>%1 の試験メール</translation>
    </message>
    <message>
        <source>Under way</source>
        <comment>@state</comment>
        <translation>送っています</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>@state</comment>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Sending took %1, the answer came after %2</source>
        <comment>@row</comment>
        <translation>送るのに %1、返事まで %2</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>@state</comment>
        <translation>返事あり</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>@state</comment>
        <translation>返事なし</translation>
    </message>
    <message>
        <source>waits %1</source>
        <comment>@row</comment>
        <translation>%1 待ちます</translation>
    </message>
    <message>
        <source>waits about %1</source>
        <comment>@row</comment>
        <translation>約 %1 待ちます</translation>
    </message>
    <message>
        <source>%1 (on this PC)</source>
        <comment>@row</comment>
        <translation>%1（このパソコン）</translation>
    </message>
    <message>
        <source>Hangs up too early</source>
        <comment>@state</comment>
        <translation>待ちきれません</translation>
    </message>
    <message>
        <source>Waits long enough</source>
        <comment>@state</comment>
        <translation>だいじょうぶ</translation>
    </message>
    <message>
        <source>%1 hangs up</source>
        <comment>@mark</comment>
        <translation>%1 はここまで</translation>
    </message>
    <message>
        <source>How long mail programs wait</source>
        <comment>@heading</comment>
        <translation>メールソフトが待てる時間</translation>
    </message>
    <message>
        <source>The test mails</source>
        <comment>@heading</comment>
        <translation>試験メール</translation>
    </message>
    <message>
        <source>Three test mails go to your own address, to nobody else.</source>
        <comment>@consent</comment>
        <translation>ご自分のアドレスにだけ、3通送ります。</translation>
    </message>
    <message>
        <source>Three test mails go to %1, to nobody else.</source>
        <comment>@consent</comment>
        <translation>%1 にだけ、3通送ります。</translation>
    </message>
    <message>
        <source>Their sizes: %1, %2 and %3. They contain only “This is a test”, and you may delete them afterwards.</source>
        <comment>@consent</comment>
        <translation>大きさは %1、%2、%3 です。中身は試験の文だけで、あとで消してかまいません。</translation>
    </message>
    <message>
        <source>The test mail could not be sent.</source>
        <comment>@result</comment>
        <translation>試験メールを送れませんでした。</translation>
    </message>
    <message>
        <source>Press “Next” to see what was found about it.</source>
        <comment>@result</comment>
        <translation>「次へ」を押すと、わかったことをお伝えします。</translation>
    </message>
    <message>
        <source>Yes, to the password</source>
        <comment>@button</comment>
        <translation>はい（パスワードへ）</translation>
    </message>
    <message>
        <source>Test mail %1 of %2: on its way to the mail company</source>
        <comment>@progress</comment>
        <translation>%1 通目（全部で %2 通）：メールの会社へ送っています</translation>
    </message>
</context>
<context>
    <name>wizard::screens::Understood</name>
    <message>
        <source>Something is not as it should be (%1).</source>
        <comment>@finding without words</comment>
        <translation>いつもとちがうところがあります（%1）</translation>
    </message>
    <message>
        <source>From here, everything works.</source>
        <comment>@title</comment>
        <translation>ここから見たかぎり、問題ありません</translation>
    </message>
    <message>
        <source>The cause is not clear yet.</source>
        <comment>@title</comment>
        <translation>原因は、まだはっきりしません</translation>
    </message>
    <message>
        <source>Connection, protection and the mail company&apos;s answers are as they should be.</source>
        <comment>@lead</comment>
        <translation>つながりも、守りも、メールの会社の返事も、正しい状態です。</translation>
    </message>
    <message>
        <source>That is an honest answer: what was seen does not point to one cause.</source>
        <comment>@lead</comment>
        <translation>調べたことだけでは、1つの原因にしぼれませんでした。</translation>
    </message>
    <message>
        <source>Tell support</source>
        <comment>@button</comment>
        <translation>係に伝える</translation>
    </message>
    <message>
        <source>For support: %1, sure to %2 %</source>
        <comment>@detail</comment>
        <translation>係の方へ：%1（確かさ %2 %）</translation>
    </message>
    <message>
        <source>%1 (sure to %2 %)</source>
        <comment>@alternative</comment>
        <translation>%1（確かさ %2 %）</translation>
    </message>
    <message>
        <source>What to do now</source>
        <comment>@heading</comment>
        <translation>今すること</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <comment>@heading</comment>
        <translation>どこの問題か</translation>
    </message>
    <message>
        <source>Nothing has been deleted.</source>
        <comment>@mail lost?</comment>
        <translation>何も消えていません。</translation>
    </message>
    <message>
        <source>Please press “Tell support”.</source>
        <comment>@advice</comment>
        <translation>「係に伝える」を押してください。</translation>
    </message>
    <message>
        <source>It does not stop your mail, but it can cause trouble.</source>
        <comment>@severity</comment>
        <translation>メールが止まるほどではありませんが、困ったことのもとになります。</translation>
    </message>
    <message>
        <source>No mail has been lost.</source>
        <comment>@mail lost?</comment>
        <translation>メールは、なくなっていません。</translation>
    </message>
    <message>
        <source>If the trouble is still there, press the button at the bottom right. We will go one step further.</source>
        <comment>@advice</comment>
        <translation>まだ困っていることがあれば、右下のボタンを押してください。もう一歩くわしく調べます。</translation>
    </message>
    <message>
        <source>Perhaps it lies in the mail program, or on the other person&apos;s side.</source>
        <comment>@side</comment>
        <translation>メールソフトか、相手の側にあるのかもしれません。</translation>
    </message>
    <message>
        <source>Nothing has been deleted or changed.</source>
        <comment>@mail lost?</comment>
        <translation>何も消えていません。何も変えていません。</translation>
    </message>
    <message>
        <source>Press the button at the bottom right. We will go one step further.</source>
        <comment>@advice</comment>
        <translation>右下のボタンを押してください。もう一歩くわしく調べます。</translation>
    </message>
    <message>
        <source>From here it cannot be told yet.</source>
        <comment>@side</comment>
        <translation>ここからは、まだわかりません。</translation>
    </message>
    <message>
        <source>Why? Show the details</source>
        <comment>@expander</comment>
        <translation>なぜ？ くわしく見る</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <comment>@expander</comment>
        <translation>くわしい内容を閉じる</translation>
    </message>
    <message>
        <source>Show what else was noticed</source>
        <comment>@expander</comment>
        <translation>ほかに気づいたことを見る</translation>
    </message>
    <message>
        <source>Hide what else was noticed</source>
        <comment>@expander</comment>
        <translation>ほかに気づいたことを閉じる</translation>
    </message>
</context>
<context>
    <name>wizard::screens::WayOn</name>
    <message>
        <source>Stop it first</source>
        <comment>@button</comment>
        <translation>まず止める</translation>
    </message>
    <message>
        <source>Let it wait longer</source>
        <comment>@button</comment>
        <translation>待ち時間を長くする</translation>
    </message>
    <message>
        <source>Measure the time</source>
        <comment>@button</comment>
        <translation>時間をはかる</translation>
    </message>
    <message>
        <source>Type the password again</source>
        <comment>@button</comment>
        <translation>パスワードを入れる</translation>
    </message>
    <message>
        <source>Look closer, with the password</source>
        <comment>@button</comment>
        <translation>くわしく調べる</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>@button</comment>
        <translation>次へ</translation>
    </message>
    <message>
        <source>I have done it</source>
        <comment>@button</comment>
        <translation>できました</translation>
    </message>
    <message>
        <source>It can be put right on this PC.</source>
        <comment>@side</comment>
        <translation>このパソコンで直せます。</translation>
    </message>
    <message>
        <source>It is on the Internet line. You did nothing wrong.</source>
        <comment>@side</comment>
        <translation>インターネットの回線の側です。お客様のせいではありません。</translation>
    </message>
    <message>
        <source>It is at the mail company. You did nothing wrong.</source>
        <comment>@side</comment>
        <translation>メールの会社の側です。お客様のせいではありません。</translation>
    </message>
    <message>
        <source>It is on the other person&apos;s side. You did nothing wrong.</source>
        <comment>@side</comment>
        <translation>相手の側です。お客様のせいではありません。</translation>
    </message>
    <message>
        <source>It is somewhere on the way. From here it cannot be told where.</source>
        <comment>@side</comment>
        <translation>途中のどこかです。ここからは、場所まではわかりません。</translation>
    </message>
    <message>
        <source>Show the change</source>
        <comment>@button</comment>
        <translation>変更の内容を見る</translation>
    </message>
    <message>
        <source>Show me how</source>
        <comment>@button</comment>
        <translation>やり方を見る</translation>
    </message>
</context>
<context>
    <name>wizard::screens::Welcome</name>
    <message>
        <source>Your mail trouble: let us look into it together.</source>
        <comment>@title</comment>
        <translation>メールのお困りごとを、いっしょに調べます</translation>
    </message>
    <message>
        <source>Press “Start”. The program looks for the cause by itself and tells you in plain words.</source>
        <comment>@lead</comment>
        <translation>「はじめる」を押してください。原因をさがして、わかりやすくお伝えします。</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>@button</comment>
        <translation>はじめる</translation>
    </message>
    <message>
        <source>Your mail is never deleted.</source>
        <comment>@promise</comment>
        <translation>メールを消すことはありません。</translation>
    </message>
    <message>
        <source>Nothing is changed before you have seen it and said yes.</source>
        <comment>@promise</comment>
        <translation>お見せして「はい」をいただくまで、何も変えません。</translation>
    </message>
    <message>
        <source>You are never asked for money or for remote control.</source>
        <comment>@promise</comment>
        <translation>お金や遠隔操作をお願いすることはありません。</translation>
    </message>
    <message>
        <source>I am on the phone with support</source>
        <comment>@choice</comment>
        <translation>電話で聞きながら進める</translation>
    </message>
    <message>
        <source>Shows everything that has to be read aloud.</source>
        <comment>@choice</comment>
        <translation>読み上げていただくことを、大きく出します。</translation>
    </message>
    <message>
        <source>Practise first</source>
        <comment>@choice</comment>
        <translation>まず練習してみる</translation>
    </message>
    <message>
        <source>With a made-up mailbox. Your real mail is not touched.</source>
        <comment>@choice</comment>
        <translation>練習用のメールを使います。本物のメールには、さわりません。</translation>
    </message>
    <message>
        <source>The program could not start as it should.</source>
        <comment>@error</comment>
        <translation>うまく始められませんでした。</translation>
    </message>
</context>
<context>
    <name>wizard::screens::WhatIsWrong</name>
    <message>
        <source>What is the trouble?</source>
        <comment>@title</comment>
        <translation>何に困っていますか？</translation>
    </message>
    <message>
        <source>Choose what comes closest, then press “Next”.</source>
        <comment>@lead</comment>
        <translation>いちばん近いものを選んで、「次へ」を押してください。</translation>
    </message>
    <message>
        <source>Arrived many times, or stays “sending”</source>
        <comment>@choice</comment>
        <translation>何通も届いた／送信中のまま</translation>
    </message>
    <message>
        <source>The other person got the same mail again and again.</source>
        <comment>@choice</comment>
        <translation>相手に、同じメールがくり返し届いています。</translation>
    </message>
    <message>
        <source>I cannot send</source>
        <comment>@choice</comment>
        <translation>送れない</translation>
    </message>
    <message>
        <source>An error appears, or the mail comes back.</source>
        <comment>@choice</comment>
        <translation>エラーが出る、メールが戻ってくる。</translation>
    </message>
    <message>
        <source>I cannot receive</source>
        <comment>@choice</comment>
        <translation>受け取れない</translation>
    </message>
    <message>
        <source>No new mail comes in.</source>
        <comment>@choice</comment>
        <translation>新しいメールが入ってこない。</translation>
    </message>
    <message>
        <source>I am asked for the password again and again</source>
        <comment>@choice</comment>
        <translation>パスワードを何度も聞かれる</translation>
    </message>
    <message>
        <source>A small window with “password” keeps coming.</source>
        <comment>@choice</comment>
        <translation>「パスワード」の小さな窓が、何度も出る。</translation>
    </message>
    <message>
        <source>I do not know, or something else</source>
        <comment>@choice</comment>
        <translation>わからない、ほかのこと</translation>
    </message>
</context>
<context>
    <name>wizard::screens::Words</name>
    <message>
        <source>Next</source>
        <comment>@button</comment>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Skip</source>
        <comment>@button: go on without answering</comment>
        <translation>とばす</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>@duration</comment>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 MB</source>
        <comment>@size</comment>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <comment>@size</comment>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>less than 1 second</source>
        <comment>@duration</comment>
        <translation>1 秒未満</translation>
    </message>
</context>
<context>
    <name>wizard::shell::ContactCard</name>
    <message>
        <source>Please look at the papers of your contract.</source>
        <comment>@contact</comment>
        <translation>お手元の契約書をご覧ください。</translation>
    </message>
    <message>
        <source>The telephone number of your mail company is printed there.</source>
        <comment>@contact</comment>
        <translation>メールの会社の電話番号が書いてあります。</translation>
    </message>
    <message>
        <source>Is it the same number as on your contract papers? Please compare before you call.</source>
        <comment>@contact</comment>
        <translation>お手元の契約書の番号と同じですか？ かける前に、ご確認ください。</translation>
    </message>
    <message>
        <source>This program never asks for money, and never for remote control of your PC.</source>
        <comment>@contact</comment>
        <translation>このソフトから、お金や遠隔操作のお願いをすることはありません。</translation>
    </message>
</context>
<context>
    <name>wizard::shell::ContactSheet</name>
    <message>
        <source>Ask by telephone</source>
        <comment>@title</comment>
        <translation>電話で聞く</translation>
    </message>
    <message>
        <source>Please say first: “Screen %1”</source>
        <comment>@callout</comment>
        <translation>はじめに「画面は %1 です」とお伝えください</translation>
    </message>
    <message>
        <source>Read aloud: %1</source>
        <comment>@callout</comment>
        <translation>読みかた：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>@button</comment>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>wizard::shell::Footer</name>
    <message>
        <source>Back</source>
        <comment>@button</comment>
        <translation>もどる</translation>
    </message>
</context>
<context>
    <name>wizard::shell::Header</name>
    <message>
        <source>Screen %1, read aloud: %2</source>
        <comment>@accessible</comment>
        <translation>画面番号 %1、読みかた：%2</translation>
    </message>
    <message>
        <source>Press to go to another screen by its number.</source>
        <comment>@accessible</comment>
        <translation>押すと、番号でほかの画面へ移れます。</translation>
    </message>
    <message>
        <source>Number of this screen. Say it on the telephone.</source>
        <comment>@tooltip</comment>
        <translation>この画面の番号です。電話でお伝えください。</translation>
    </message>
    <message>
        <source>Ask by phone</source>
        <comment>@button</comment>
        <translation>電話で聞く</translation>
    </message>
    <message>
        <source>Go to number</source>
        <comment>@button</comment>
        <translation>番号で移動</translation>
    </message>
    <message>
        <source>Text size</source>
        <comment>@button</comment>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Language (ことば)</source>
        <comment>@button</comment>
        <translation>ことば (Language)</translation>
    </message>
    <message>
        <source>Menu</source>
        <comment>@button</comment>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Shows whom to call, and what to say.</source>
        <comment>@accessible</comment>
        <translation>電話番号と、お伝えいただくことを表示します。</translation>
    </message>
    <message>
        <source>Go to the screen whose number you are told.</source>
        <comment>@accessible</comment>
        <translation>言われた番号の画面へ移ります。</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>@text size</comment>
        <translation>文字：ふつう</translation>
    </message>
    <message>
        <source>Large</source>
        <comment>@text size</comment>
        <translation>文字：大きい</translation>
    </message>
    <message>
        <source>Very large</source>
        <comment>@text size</comment>
        <translation>文字：とても大きい</translation>
    </message>
</context>
<context>
    <name>wizard::shell::JumpSheet</name>
    <message>
        <source>Go to a screen by its number</source>
        <comment>@title</comment>
        <translation>番号で画面を移る</translation>
    </message>
    <message>
        <source>Type the number that you were told, for example S-5.</source>
        <comment>@hint</comment>
        <translation>言われた番号を入れてください。例：S-5</translation>
    </message>
    <message>
        <source>Screen number</source>
        <comment>@field</comment>
        <translation>画面の番号</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>@button</comment>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Go there</source>
        <comment>@button</comment>
        <translation>移る</translation>
    </message>
    <message>
        <source>There is no screen with this number.</source>
        <comment>@error</comment>
        <translation>その番号の画面はありません。</translation>
    </message>
    <message>
        <source>A number is one letter and one digit. Please ask for it again.</source>
        <comment>@error</comment>
        <translation>番号は、英字1つと数字1つです。もう一度お聞きください。</translation>
    </message>
</context>
<context>
    <name>wizard::shell::Reading</name>
    <message>
        <source>A</source>
        <comment>@letter said aloud</comment>
        <translation>エー</translation>
    </message>
    <message>
        <source>R</source>
        <comment>@letter said aloud</comment>
        <translation>アール</translation>
    </message>
    <message>
        <source>S</source>
        <comment>@letter said aloud</comment>
        <translation>エス</translation>
    </message>
    <message>
        <source>L</source>
        <comment>@letter said aloud</comment>
        <translation>エル</translation>
    </message>
    <message>
        <source>W</source>
        <comment>@letter said aloud</comment>
        <translation>ダブリュー</translation>
    </message>
    <message>
        <source>Y</source>
        <comment>@letter said aloud</comment>
        <translation>ワイ</translation>
    </message>
    <message>
        <source>U</source>
        <comment>@letter said aloud</comment>
        <translation>ユー</translation>
    </message>
    <message>
        <source>Z</source>
        <comment>@letter said aloud</comment>
        <translation>ゼット</translation>
    </message>
    <message>
        <source>X</source>
        <comment>@letter said aloud</comment>
        <translation>エックス</translation>
    </message>
    <message>
        <source>Apple</source>
        <comment>@picture word for A</comment>
        <translation>あさひ</translation>
    </message>
    <message>
        <source>River</source>
        <comment>@picture word for R</comment>
        <translation>りんご</translation>
    </message>
    <message>
        <source>Sugar</source>
        <comment>@picture word for S</comment>
        <translation>さくら</translation>
    </message>
    <message>
        <source>Lemon</source>
        <comment>@picture word for L</comment>
        <translation>レモン</translation>
    </message>
    <message>
        <source>Winter</source>
        <comment>@picture word for W</comment>
        <translation>わに</translation>
    </message>
    <message>
        <source>Yellow</source>
        <comment>@picture word for Y</comment>
        <translation>やま</translation>
    </message>
    <message>
        <source>Uncle</source>
        <comment>@picture word for U</comment>
        <translation>うさぎ</translation>
    </message>
    <message>
        <source>Zebra</source>
        <comment>@picture word for Z</comment>
        <translation>ぞう</translation>
    </message>
    <message>
        <source>X-ray</source>
        <comment>@picture word for X</comment>
        <translation>係</translation>
    </message>
    <message>
        <source>one</source>
        <comment>@digit said aloud</comment>
        <translation>いち</translation>
    </message>
    <message>
        <source>two</source>
        <comment>@digit said aloud</comment>
        <translation>に</translation>
    </message>
    <message>
        <source>three</source>
        <comment>@digit said aloud</comment>
        <translation>さん</translation>
    </message>
    <message>
        <source>four</source>
        <comment>@digit said aloud</comment>
        <translation>よん</translation>
    </message>
    <message>
        <source>five</source>
        <comment>@digit said aloud</comment>
        <translation>ご</translation>
    </message>
    <message>
        <source>six</source>
        <comment>@digit said aloud</comment>
        <translation>ろく</translation>
    </message>
    <message>
        <source>seven</source>
        <comment>@digit said aloud</comment>
        <translation>なな</translation>
    </message>
    <message>
        <source>eight</source>
        <comment>@digit said aloud</comment>
        <translation>はち</translation>
    </message>
    <message>
        <source>nine</source>
        <comment>@digit said aloud</comment>
        <translation>きゅう</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <comment>@reading line: letter, digit, picture word</comment>
        <translation>%1 の %2（%3）</translation>
    </message>
</context>
<context>
    <name>wizard::shell::Window</name>
    <message>
        <source>Practice: no real mail is touched.</source>
        <comment>@banner</comment>
        <translation>練習中です。本物のメールには、さわりません。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>@window title</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>wizard::widgets::GuideSteps</name>
    <message>
        <source>Step %1 of %2</source>
        <comment>@label</comment>
        <translation>手順 %1／%2</translation>
    </message>
    <message>
        <source>Todoku has seen that this is done.</source>
        <comment>@label</comment>
        <translation>できたことを、このソフトが確かめました。</translation>
    </message>
    <message>
        <source>What if it looks different?</source>
        <comment>@button</comment>
        <translation>画面がちがうときは</translation>
    </message>
    <message>
        <source>Back</source>
        <comment>@button</comment>
        <translation>もどる</translation>
    </message>
    <message>
        <source>Go on without waiting</source>
        <comment>@button</comment>
        <translation>待たずに進む</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>@button</comment>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>@button</comment>
        <translation>できました</translation>
    </message>
</context>
<context>
    <name>wizard::widgets::StepTrack</name>
    <message>
        <source>Step %1, done</source>
        <comment>@accessible</comment>
        <translation>手順 %1（できました）</translation>
    </message>
    <message>
        <source>Step %1</source>
        <comment>@accessible</comment>
        <translation>手順 %1</translation>
    </message>
</context>
<context>
    <name>wizard::widgets::WaitClock</name>
    <message>
        <source>The wait is over</source>
        <comment>@label</comment>
        <translation>待ち時間が終わりました</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <comment>@label</comment>
        <translation>あと1分たらず</translation>
    </message>
    <message>
        <source>About %1 min left</source>
        <comment>@label</comment>
        <translation>あと約 %1 分</translation>
    </message>
    <message>
        <source>You can go on.</source>
        <comment>@label</comment>
        <translation>次へ進めます。</translation>
    </message>
    <message>
        <source>The clock stands still.</source>
        <comment>@label</comment>
        <translation>時計は止まっています。</translation>
    </message>
    <message>
        <source>Time for a cup of tea. You may leave the screen as it is.</source>
        <comment>@label</comment>
        <translation>お茶でも飲んで、お待ちください。画面はこのままでかまいません。</translation>
    </message>
    <message>
        <source>Let the clock run</source>
        <comment>@button</comment>
        <translation>時計を動かす</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <comment>@button</comment>
        <translation>時計を止める</translation>
    </message>
</context>
</TS>
