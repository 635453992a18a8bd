# 説明(--help)。英語は各コマンドの中にあります。

help-usage = 使い方:
help-options = オプション
help-commands = コマンド

## どのコマンドにもあるオプション
help-any-on = 手続きをする日。省略時は今日。
help-any-mode = 終了の方法(選べるプラットフォームのみ)。
help-any-actor = 手続きをする人。
help-any-set = 文書の項目を VALUE に置き換えて試します。「FACT=」なら不明として扱います。
help-any-summary = 回答の代わりに、全体を一つの表で示します。
help-any-ics = 日程をカレンダー(iCalendar)としても書き出します。
help-any-help = この説明を表示して終了します。
help-any-version = バージョンを表示して終了します。
help-any-lang = 言語。省略時はロケールに従います。
help-any-ui-lang = プラットフォームの画面の言語。both で両方を併記。省略時は回答と同じ言語。
help-any-color = 色を付けるか。省略時は端末でのみ付けます。NO_COLOR と FORCE_COLOR に従います。
help-any-format = 出力の形式。省略時は text。
help-any-intent = 行う手続き。
help-any-policy-as-of = この日に有効な規定を使います。

## 一行の説明
help-line-preview = 解約や再開の手続きをすると何が起こるか。
help-line-timeline = 結果はいつ、なぜ変わるか。
help-line-compare = 選べる方法を、同じ日で並べて比較。
help-line-best = 目的に最も合う日と方法。
help-line-unblock = 手続きできるようにする方法。
help-line-agenda = 複数の契約について、いつまでに何をするか。
help-line-audit = 手直しが必要な文書と、最初に確認する情報。
help-line-ask = 結果に関わることだけを、一問ずつたずねる。
help-line-scan = Parquet、CSV、JSON Lines のすべての行の結果を、別のファイルに書き出す。
help-line-sql = プラットフォームの規定を、ウェアハウス用の一つの SELECT として表示。
help-line-platforms = 対応しているプラットフォームと、その内容。
help-line-rules = プラットフォームの規定を、出典とともに表示。
help-line-verify = 規定について証明できること、できないこと。
help-line-diff = 版の間で変わった規定と、答えが変わる契約。
help-line-init = 記入用の文書を書き出す。
help-line-new-adapter = 自分のプラットフォーム用のアダプターのパッケージを書き出す。
help-line-schema = 文書の JSON Schema。
help-line-completion = シェルの補完スクリプトを表示。

## subhub
help-subhub =
    解約すると何が起こるかを、手続きの前に、出典とともにお答えします。

    契約について分かることをファイルに書いて、実行します。

      subhub init PLATFORM -o mine.yaml     記入用の文書を作る
      subhub preview mine.yaml              結果を見る
      subhub platforms                      対応プラットフォーム

## preview
help-preview =
    FILE の契約を解約すると何が起こるかを表示します。

    FILE は YAML、JSON、TOML のいずれかです。「-」は標準入力、フォルダーは
    その中のすべての文書を表します。どこにも送信せず、解約も行いません。

      subhub preview mine.yaml
      subhub preview mine.yaml --on 2026-11-21 --mode period_end
      subhub preview mine.yaml --set status=past_due --explain
      subhub preview mine.yaml --for customer --format html --lang en,ja
      cat mine.json | subhub preview - --format json
      subhub preview subscriptions/ --summary

    終了コード: 0 できる・手続き不要、1 エラー、2 使い方の誤り、
    3 できない、4 判断できない、5 案内に記載なし。複数のファイルでは、
    エラーがあれば 1、なければ 3〜5 のうち最大のものです。
help-preview-on = 手続きをする日。省略時は今日。
help-preview-mode = 終了の方法(選べるプラットフォームのみ)。
help-preview-actor = 手続きをする人。
help-preview-intent = 行う手続き。省略時は cancel(解約)。
help-preview-set = 文書の項目を VALUE に置き換えて試します。「FACT=」なら不明として扱います。
help-preview-explain = 規定、前提、成り立った条件とその値まで、すべて表示します。
help-preview-for = コード・前提・権限の説明を省き、誰が何をするかを示します。
help-preview-brief = 回答・日付・返金・最初にすることを5行で表示します。

## timeline
help-timeline =
    結果が変わらない期間を方法ごとに帯で示し、変わる日には、何が、どの情報により、
    どの規定で変わるかを示します。

      subhub timeline mine.yaml
      subhub timeline mine.yaml --until 2027-12-31 --mode immediate
      subhub timeline mine.yaml --svg mine.svg --ics mine.ics
help-timeline-since = 最初の日。省略時は今日。
help-timeline-until = この日の前日まで。省略時は1年後。
help-timeline-mode = 終了の方法。省略時はすべてを並べて表示します。
help-timeline-svg = 図を SVG としても書き出します(ウェブページやメール用)。

## compare
help-compare =
    プラットフォームで選べる手続きと方法をすべて並べ、それぞれの利点と
    不利な点を示します。

      subhub compare mine.yaml
      subhub compare mine.yaml --on 2026-11-21 --actor billing

## best
help-best =
    目的に最も合う日と方法を示します。目的は refund(返金をできるだけ多く)、
    access(できるだけ長く利用)、soonest(できるだけ早く終了)、
    no-renewal(次回の請求を避ける)から選びます。

    分からない情報があり、どれが最も良いか決められないときの終了コードは 4 です。

      subhub best mine.yaml --goal refund
      subhub best mine.yaml --goal access --by 2027-03-31
      subhub best mine.yaml --goal no-renewal --ics mine.ics
help-best-goal = 目的。
help-best-by = 遅くともこの日まで。省略時は1年後。
help-best-on = 早くともこの日から。省略時は今日。

## unblock
help-unblock =
    手続きできるようにするための変更(支払う、日を待つ、別の方法にする、別の人が行う)の
    組み合わせのうち、無駄のないものをすべて挙げ、それぞれの結果を示します。
    目的は possible(できること)、refund(確実な返金)、full-refund(全額返金)、
    at-once(その日に終了)から選びます。

    変更を3つまで組み合わせても届かないときの終了コードは 3、情報が足りず判断できない
    ときは 4 です。

      subhub unblock mine.yaml
      subhub unblock mine.yaml --goal full-refund
help-unblock-goal = 目的。省略時は possible(できること)。

## agenda
help-agenda =
    今日解約した場合の結果、返金の合計、手続きできない契約、今後の期限を
    日付順に示します。
    ある契約が別の契約に依存する(depends_on)場合は、解約の順序も示します。

      subhub agenda subscriptions/
      subhub agenda subscriptions/ --until 2027-06-30 --ics deadlines.ics
help-agenda-until = 表示する最後の日。省略時は約1か月先。

## audit
help-audit =
    使えない文書、過ぎた日付のある文書、解約に必要な情報が足りない文書を挙げます。
    続いて、確認する情報を、全体で最も多くのことが決まる順に示します。

    足りない情報や過ぎた日付があるときの終了コードは 4、使えない文書があるときは 1 です。

      subhub audit subscriptions/
      subhub audit subscriptions/ --format markdown > to-do.md
help-audit-on = 手続きをする日。省略時は今日。

## verify
help-verify =
    PLATFORM の規定について、必要な情報がすべてそろった文書の全体で何が証明できるかを
    示します。

    どの場合が表の最後の行に当てはまるか、どの場合が案内に書かれていないか、どの行が同時に
    当てはまり順序に意味があるか、決して適用されない行はないか、日付と金額がありうる範囲に
    収まるかを、証明するか例を挙げて示します。追加パッケージ check が必要です。

    成り立たないものがあるときの終了コードは 3、証明できなかったものがあるときは 4 です。

      subhub verify PLATFORM
      subhub verify PLATFORM --intent cancel --format json
help-verify-intent = 1つの手続きの規定だけ。
help-verify-policy-as-of = ある日に有効な規定。省略時は最新のもの。
help-verify-on = 例に使う日。省略時は今日。

## diff
help-diff =
    PLATFORM の規定が版の間でどう変わったか、どの契約の答えが変わるかを示します。

    --from を省くと、1つ前の版と比べます。FOLDER にある文書のうち、このプラットフォームの
    ものを両方の版で調べ、答えが変わるものを挙げます。

      subhub diff PLATFORM --from 2024-12 --to 2026-11
      subhub diff PLATFORM subscriptions/ --from 2025-06-30
help-diff-from = 版の名前、またはその版が有効だった日。
help-diff-to = もう1つの版。省略時は最新のもの。
help-diff-on = 手続きをする日。省略時は今日。

## ask
help-ask =
    契約についての質問に答えると、解約の結果が分かります。

    指定がなければ、プラットフォーム、方法、手続きする人をたずねます。
    続いて、最も多くのことが決まる質問から順にたずね、結果を変えない質問はしません。
    すでに分かっていることは FILE から読みます。分からないときは Enter(または ?)で
    次へ進み、back で戻り、quit で終えます。Ctrl-C で中断すると、回答はファイルに残ります。

    パイプからの回答が途中で終わったとき、使えない回答があったときの終了コードは 1 です。

      subhub ask
      subhub ask PLATFORM -o mine.yaml
      subhub ask mine.yaml
      subhub ask PLATFORM mine.yaml -o mine.yaml
help-ask-output = 文書を書き出すファイル。省略時は画面に表示します。
help-ask-force = すでにあるファイルに上書きします。

## scan
help-scan =
    IN(Parquet、CSV、JSON Lines のファイル、フォルダー、またはパターン)の
    すべての行について、結果の列を加えて書き出します。

    列名は文書の項目名と同じです。分からないところは空欄か null にします。
    読めない行や答えられない行があったときは 1 で終了します。

      subhub scan accounts.parquet -o answers.parquet --platform PLATFORM
      subhub scan "exports/*.csv" -o blocked.csv --where blocked --rejects bad.csv
help-scan-out = 書き出すファイル(.parquet、.csv、.jsonl)。
help-scan-platform = プラットフォーム、または {"{"}列{"}"}。省略時は platform 列。
help-scan-on = 手続きをする日、または {"{"}列{"}"}。省略時は今日。
help-scan-mode = 終了の方法、または {"{"}列{"}"}。
help-scan-actor = 手続きをする人、または {"{"}列{"}"}。
help-scan-where = この判定(または結果)の行だけを書き出します。
help-scan-rejects = 読めなかった行を、行番号と理由とともに書き出すファイル(CSV)。
help-scan-within = この日数以内に来る期日を数えます。省略時は 30d。
help-scan-prefix = 計算で加わる列の名前の前に付ける文字。
help-scan-cells = CSV の中の数式や制御文字を、そのまま残すか(keep)、無害にするか(guard)。
help-scan-stats = 集計の表示形式。

## sql
help-sql =
    PLATFORM の規定を SQL の一つの SELECT として表示します。もとになった規定は
    コメントで示されます。

    そのまま実行することも、ビューや dbt のモデルにすることもできます。

      subhub sql PLATFORM --dialect duckdb --table crm.accounts
      subhub sql PLATFORM --dialect bigquery --on {"{"}asked_on{"}"} --keep id --keep region
help-sql-dialect = SQL の方言(duckdb、postgres、bigquery、snowflake、spark など)。
help-sql-table = 読み込む表。省略時は subscriptions。
help-sql-keep = 結果にそのまま残す列。省略時は id。
help-sql-column = 表にある項目。すべてはそろっていないときに指定します。
help-sql-on = 手続きをする日、または {"{"}列{"}"}。省略時は実行する日。
help-sql-mode = 終了の方法、または {"{"}列{"}"}。
help-sql-actor = 手続きをする人、または {"{"}列{"}"}。
help-sql-checked = 各行の誤りを調べるか。省略時は調べます。
help-sql-years = 祝日を書き出す最初の年と最後の年。

## platforms
help-platforms =
    対応しているプラットフォームの商品と、たずねられる手続きを表示します。

    読み込めないアダプターは標準エラーに知らせ、一覧から外します。

      subhub platforms
      subhub platforms --format json

## rules
help-rules =
    PLATFORM のすべての規定を、条件・結果・出典の表として表示します。

      subhub rules PLATFORM
      subhub rules PLATFORM --intent cancel
      subhub rules PLATFORM --format markdown > rules.md
help-rules-intent = この手続きの規定だけを表示します。

## init
help-init =
    PLATFORM 用の文書を書き出します。各項目に意味と確認場所が付きます。

    分かるところだけ記入してください。足りない情報のうち結果に関わるものは、
    たずねたときに示されます。

      subhub init PLATFORM
      subhub init PLATFORM -o mine.yaml
help-init-output = 書き出すファイル。省略時は画面に表示します。
help-init-force = すでにあるファイルに上書きします。

## new-adapter
help-new-adapter =
    プラットフォーム NAME 用のアダプターのパッケージを書き出します。

    事実、出典、規則、手順、文言、テストがそろい、そのままでテストに通ります。
    内容は架空のものです。README の順に、規約を見ながら書き換えてください。

      subhub new-adapter gym
      subhub new-adapter gym --into ~/adapters/gym
help-new-adapter-into = 書き出すフォルダー。省略時は、ここに subhub-NAME を作ります。

## schema
help-schema =
    PLATFORM の文書、または回答の JSON Schema を表示します。

    文書のものはエディターでの補完や検査に、
    回答のものはプログラムでの読み取りに使えます。

      subhub schema PLATFORM > schema.json
      subhub schema --answer > answer.json
help-schema-answer = 代わりに、`preview --format json` の回答の JSON Schema を表示します。

## completion
help-completion =
    コマンド、オプション、プラットフォームを補完するスクリプトを表示します。

      bash    echo 'eval "$(subhub completion bash)"' >> ~/.bashrc
      zsh     echo 'eval "$(subhub completion zsh)"' >> ~/.zshrc
      fish    subhub completion fish > ~/.config/fish/completions/subhub.fish
