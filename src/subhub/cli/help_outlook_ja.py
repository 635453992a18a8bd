"""Help in Japanese for the commands about time and choice; the keys are those of HELP."""

OUTLOOK = {
    "timeline:": "結果はいつ、なぜ変わるか。",
    "compare:": "選べる方法を、同じ日で並べて比較。",
    "best:": "目的に最も合う日と方法。",
    "audit:": "手入れが必要な文書と、最初に確認する情報。",
    "unblock:": "手続きできるようにするための変更。",
    "agenda:": "複数の契約について、いつまでに何をするか。",
    "ask:": "結果に関わることだけをたずねる質問。",
    "--on": "手続きをする日。省略時は今日。",
    "--mode": "終了の方法(選べるプラットフォームのみ)。",
    "--actor": "手続きをする人。",
    "--set": "もし〜なら。文書の項目を VALUE に置き換えます。「FACT=」で不明にします。",
    "--summary": "回答の代わりに、全体を一つの表で示します。",
    "--ics": "日程をカレンダー(iCalendar)としても書き出します。",
    "timeline": """\
結果が変わらない期間を方法ごとに帯で示し、変わる日には、何が、どの情報により、
どの規定で変わるかを示します。

\b
  subhub timeline mine.yaml
  subhub timeline mine.yaml --until 2027-12-31 --mode immediate
  subhub timeline mine.yaml --svg mine.svg --ics mine.ics
""",
    "timeline --since": "最初の日。省略時は今日。",
    "timeline --until": "この日の前日まで。省略時は1年後。",
    "timeline --mode": "終了の方法。省略時はすべてを並べて表示します。",
    "timeline --svg": "図を SVG としても書き出します(ウェブページやメール用)。",
    "compare": """\
プラットフォームで選べる手続きと方法をすべて並べ、互いに比べて何を得て、
何を逃すかを示します。

\b
  subhub compare mine.yaml
  subhub compare mine.yaml --on 2026-11-21 --actor billing
""",
    "best": """\
目的に最も合う日と方法を示します。目的は refund(返金をできるだけ多く)、
access(できるだけ長く利用)、soonest(できるだけ早く終了)、
no-renewal(次回の請求を避ける)から選びます。

分からない情報があり、どれが最も良いか決められないときの終了コードは 4 です。

\b
  subhub best mine.yaml --goal refund
  subhub best mine.yaml --goal access --by 2027-03-31
  subhub best mine.yaml --goal no-renewal --ics mine.ics
""",
    "best --goal": "目的。",
    "best --by": "遅くともこの日まで。省略時は1年後。",
    "best --on": "早くともこの日から。省略時は今日。",
    "unblock": """\
手続きできるようにするための変更(支払う、日を待つ、別の方法にする、別の人が行う)の
組み合わせのうち、無駄のないものをすべて挙げ、それぞれの結果を示します。
目的は possible(できること)、refund(確実な返金)、full-refund(全額返金)、
at-once(その日に終了)から選びます。

変更を3つまで組み合わせても届かないときの終了コードは 3 です。

\b
  subhub unblock mine.yaml
  subhub unblock mine.yaml --goal full-refund
""",
    "unblock --goal": "目的。省略時は possible(できること)。",
    "audit": """\
使えない文書、過ぎた日付のある文書、解約に必要な情報が足りない文書を挙げます。
続いて、確認する情報を、全体で最も多くのことが決まる順に示します。

足りない情報や過ぎた日付があるときの終了コードは 4、使えない文書があるときは 1 です。

\b
  subhub audit subscriptions/
  subhub audit subscriptions/ --format markdown > to-do.md
""",
    "audit --on": "手続きする日。省略時は今日。",
    "agenda": """\
今日解約した場合の結果、返金の合計、手続きできない契約、今後の期限を
日付順に示します。
ある契約が別の契約に依存する(depends_on)場合は、解約の順序も示します。

\b
  subhub agenda subscriptions/
  subhub agenda subscriptions/ --until 2027-06-30 --ics deadlines.ics
""",
    "agenda --until": "表示する最後の日。省略時は約1か月先。",
    "ask": """\
契約についての質問に答えると、解約の結果が分かります。

指定がなければ、プラットフォーム、方法、手続きする人をたずねます。
続いて、最も多くのことが決まる質問から順にたずね、結果を変えない質問はしません。
すでに分かっていることは FILE から読みます。分からないときは Enter(または ?)で
次へ進み、back で戻り、quit で終えます。Ctrl-C で中断すると、回答はファイルに残ります。

パイプからの回答が途中で終わったとき、使えない回答があったときの終了コードは 1 です。

\b
  subhub ask
  subhub ask PLATFORM -o mine.yaml
  subhub ask mine.yaml
  subhub ask PLATFORM mine.yaml -o mine.yaml
""",
    "ask --output": "文書を書き出すファイル。省略時は画面に表示します。",
    "ask -o": "文書を書き出すファイル。省略時は画面に表示します。",
    "ask --force": "すでにあるファイルに上書きします。",
}
