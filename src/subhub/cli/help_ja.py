"""Help in Japanese. Keys: a command, a command and its option, or an option of any command.

The English stands in the commands themselves, so that it needs no catalogue.
"""

from subhub.cli.help_outlook_ja import OUTLOOK

HELP = OUTLOOK | {
    "usage": "使い方:",
    "options": "オプション",
    "commands": "コマンド",
    "try": "詳しくは `{} --help`",
    "--help": "この説明を表示して終了します。",
    "--version": "バージョンを表示して終了します。",
    "--lang": "言語。省略時はロケールに従います。",
    "--color": "色を付けるか。省略時は端末でのみ付けます。NO_COLOR と FORCE_COLOR に従います。",
    "--format": "出力の形式。省略時は text。",
    "--intent": "行う手続き。",
    "--policy-as-of": "この日に有効な規定を使います。",
    "preview:": "解約(再開など)すると何が起こるか。",
    "scan:": "Parquet、CSV、JSON Lines のすべての行の結果を、別のファイルに書き出す。",
    "sql:": "プラットフォームの規定を、ウェアハウス用の一つの SELECT として表示。",
    "platforms:": "対応しているプラットフォームと、その内容。",
    "rules:": "プラットフォームの規定を、出典とともに表示。",
    "init:": "記入用の文書を書き出す。",
    "schema:": "文書の JSON Schema。",
    "completion:": "シェルの補完スクリプトを表示。",
    "subhub": """\
解約すると何が起こるかを、手続きの前に、出典とともにお答えします。

契約について分かることをファイルに書いて、たずねます。

\b
  subhub init PLATFORM -o mine.yaml     記入用の文書を作る
  subhub preview mine.yaml              結果を見る
  subhub platforms                      対応プラットフォーム
""",
    "preview": """\
FILE の契約を解約すると何が起こるかを表示します。

FILE は YAML、JSON、TOML のいずれかです。「-」は標準入力、フォルダーは
その中のすべての文書を表します。どこにも送信せず、解約も行いません。

\b
  subhub preview mine.yaml
  subhub preview mine.yaml --on 2026-11-21 --mode period_end
  subhub preview mine.yaml --set status=past_due --explain
  subhub preview mine.yaml --for customer --format html --lang en,ja
  cat mine.json | subhub preview - --format json
  subhub preview subscriptions/ --summary

終了コード: 0 できる・手続き不要、1 エラー、2 使い方の誤り、
3 できない、4 不明、5 案内に記載なし。複数のファイルでは、
エラーがあれば 1、なければ 3〜5 のうち最大のものです。
""",
    "preview --on": "手続きをする日。省略時は今日。",
    "preview --mode": "終了の方法(選べるプラットフォームのみ)。",
    "preview --actor": "手続きをする人。",
    "preview --intent": "行う手続き。省略時は cancel(解約)。",
    "preview --set": "もし〜なら。文書の項目を VALUE に置き換えます。「FACT=」で不明にします。",
    "preview --explain": "規定、前提、成り立った条件とその値まで、すべて表示します。",
    "preview --for": "コード・前提・権限の説明を省き、誰が何をするかを示します。",
    "preview --brief": "回答・日付・返金・最初にすることを5行で表示します。",
    "platforms": """\
対応しているプラットフォームの商品と、たずねられる手続きを表示します。

読み込めないアダプターは標準エラーに知らせ、一覧から外します。

\b
  subhub platforms
  subhub platforms --format json
""",
    "rules": """\
PLATFORM のすべての規定を、条件・結果・出典の表として表示します。

\b
  subhub rules PLATFORM
  subhub rules PLATFORM --intent cancel
  subhub rules PLATFORM --format markdown > rules.md
""",
    "rules --intent": "この手続きの規定だけを表示します。",
    "init": """\
PLATFORM 用の文書を書き出します。各項目に意味と確認場所が付きます。

分かるところだけ記入してください。足りない情報のうち結果に関わるものは、
たずねたときに示されます。

\b
  subhub init PLATFORM
  subhub init PLATFORM -o mine.yaml
""",
    "init --output": "書き出すファイル。省略時は画面に表示します。",
    "init -o": "書き出すファイル。省略時は画面に表示します。",
    "init --force": "すでにあるファイルに上書きします。",
    "schema": """\
PLATFORM の文書、または回答の JSON Schema を表示します。

文書のものはエディターでの補完や検査に、
回答のものはプログラムでの読み取りに使えます。

\b
  subhub schema PLATFORM > schema.json
  subhub schema --answer > answer.json
""",
    "schema --answer": "代わりに、`preview --format json` の回答の JSON Schema を表示します。",
    "completion": """\
コマンド、オプション、プラットフォームを補完するスクリプトを表示します。

\b
  bash    echo 'eval "$(subhub completion bash)"' >> ~/.bashrc
  zsh     echo 'eval "$(subhub completion zsh)"' >> ~/.zshrc
  fish    subhub completion fish > ~/.config/fish/completions/subhub.fish
""",
    "scan": """\
IN(Parquet、CSV、JSON Lines のファイル、フォルダー、またはパターン)の
すべての行について、結果の列を加えて書き出します。

列名は文書の項目名と同じです。分からないところは空欄か null にします。
読めない行や答えられない行があったときは 1 で終了します。

\b
  subhub scan accounts.parquet -o answers.parquet --platform PLATFORM
  subhub scan "exports/*.csv" -o blocked.csv --where blocked --rejects bad.csv
""",
    "scan -o": "書き出すファイル(.parquet、.csv、.jsonl)。",
    "scan --platform": "プラットフォーム、または {列}。省略時は platform 列。",
    "scan --on": "手続きをする日、または {列}。省略時は今日。",
    "scan --mode": "解約の方法、または {列}。",
    "scan --actor": "手続きをする人、または {列}。",
    "scan --where": "この判定(または結果)の行だけを書き出します。",
    "scan --rejects": "読めなかった行を、行番号と理由とともに書き出すファイル(CSV)。",
    "scan --within": "この日数以内に来る期日を数えます。省略時は 30d。",
    "scan --stats": "集計の表示形式。",
    "sql": """\
PLATFORM の規定を SQL の一つの SELECT として表示します。もとになった規定は
コメントで示されます。

そのまま実行することも、ビューや dbt のモデルにすることもできます。

\b
  subhub sql PLATFORM --dialect duckdb --table crm.accounts
  subhub sql PLATFORM --dialect bigquery --on {asked_on} --keep id --keep region
""",
    "sql --dialect": "SQL の方言(duckdb、postgres、bigquery、snowflake、spark など)。",
    "sql --table": "読み込む表。省略時は subscriptions。",
    "sql --keep": "結果にそのまま残す列。省略時は id。",
    "sql --column": "表にある項目。すべてはそろっていないときに指定します。",
    "sql --on": "手続きをする日、または {列}。省略時は実行する日。",
    "sql --mode": "解約の方法、または {列}。",
    "sql --actor": "手続きをする人、または {列}。",
    "sql --checked": "各行の誤りを調べるか。省略時は調べます。",
    "sql --years": "祝日を書き出す最初の年と最後の年。",
}
