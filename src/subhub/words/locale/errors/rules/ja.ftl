# 規定を書くときの誤りの説明。英語は subhub/errors/english.py にあり、コードも変数も同じです。

error-two_tables = 手続き`{ $intent }`が、同じ名前の表`{ $table }`を二つ使っています
hint-two_tables = どちらかの名前を変えてください
error-no_column_form = `{ $expr }`はまだ列の計算にできません
error-no_order = `{ $expr }`には大小の順序がありません
error-no_such_output = 表`{ $table }`に出力`{ $output }`はありません
error-no_such_row = 表`{ $table }`に行`{ $code }`はありません
hint-no_such_row = ある行: { $known }
error-when_no_condition = 行`{ $code }`の`when`が条件ではなく`{ $when }`になっています
hint-when_no_condition = 条件は事実を比べて書きます(例: `f.status == "active"`)。つねに成り立つものは`ALWAYS`です
error-cites_nothing = 行`{ $code }`に出典がありません
hint-cites_nothing = どの行にも出典が必要です(例: `cites=[TERMS["…"]]`)
error-one_alone = `{ $code }`の`{ $part }`が`{ $given }`一つだけで、並びになっていません
hint-one_alone = `{ $part }=[{ $given }]`、またはカンマ付きのタプル`({ $given },)`と書いてください
error-no_order_in_a_set = `{ $code }`の`{ $part }`が、順序のない集合`{ $given }`です
hint-no_order_in_a_set = リストかタプルで書いてください
error-not_one_of_them = `{ $code }`の`{ $part }`に、入れられない`{ $given }`があります
hint-not_one_of_them = 一つ一つを`{ $wanted }`の形で書いてください
error-not_refund_terms = 行`{ $code }`の`refund`が、返金を表さない`{ $given }`です
hint-not_refund_terms = `refund=NO_REFUND`か`refund=RefundTerms(…)`と書いてください
error-plain_in_refund = 行`{ $code }`の返金の`{ $part }`が式ではなく`{ $given }`です
hint-plain_in_refund = `f.price`などの事実か`amount("5 USD")`を書いてください。当てはまらないときは None、返金がないときは`refund=NO_REFUND`です
error-output_of_another_kind = 表`{ $table }`の行`{ $code }`で、`{ $output }`に種類の違う`{ $expr }`が入っています
hint-wants_day = 日付は`ON`、`f.current_period_end`などの事実、または`date(2026, 11, 21)`です
hint-wants_amount = 金額は`f.price`などの事実か`amount("5 USD")`です
hint-wants_code = コードは文字列です(例: `"full"`)
hint-wants_yes_or_no = True、False、または条件を書いてください
error-no_one_way = `{ $intent }`に`modes`がなく、それを示す規則`one_way`もありません
hint-no_one_way = `one_way=[TERMS["…"]]`、または選べる`modes`を書いてください
error-asked_if_missing = `{ $expr }`は、事実が欠けているかどうかを尋ねています
hint-asked_if_missing = 書かないでください。欠けた事実で決まるものは自然に不明となり、その事実が示されます
error-business_days_from_one = `add_business_days({ $day }, { $count })`: 営業日は1から数えます
hint-business_days_from_one = 1以上の整数を書いてください。その日自身は`{ $day }`です
error-no_fact_compared = `{ $expr }`に事実がありません
hint-no_fact_compared = `f.price`など、少なくとも一つは事実を書いてください
error-contradiction_of_request = 矛盾`{ $code }`が、書類ではなくたずね方に属する`{ $fact }`を読んでいます
hint-contradiction_of_request = 書類の項目どうしを比べてください。書類の内容は、どの日にたずねても同じです
error-told_in_rule = 行`{ $code }`が、`{ $fact }`が書かれているかどうかを条件にしています
hint-told_in_rule = `told`は矛盾の定義だけで使えます。分からない項目で結果が決まることはありません
error-no_otherwise = 表`{ $table }`に`otherwise`がありません
hint-no_otherwise = 最後の行を otherwise(…) にしてください
error-two_rows = 表`{ $table }`に行`{ $code }`が二つあります
error-rows_differ = 表`{ $table }`の行`{ $code }`と行`{ $first }`では出力({ $outputs })がそろっていません
hint-rows_differ = どの行にも同じ出力を書いてください。当てはまらないものは None とします
error-never_holds = 表`{ $table }`の行`{ $code }`の条件は決して成り立ちません
error-taken_above = 表`{ $table }`の行`{ $code }`には、上の行がすべての場合を尽くしているため届きません
error-output_mixes = 表`{ $table }`の出力`{ $output }`に異なる種類の値が混ざっています
error-outputs_missing = 表`{ $table }`に出力({ $outputs })がありません
error-no_output_to_keep = 手続き`{ $intent }`が残そうとしている`{ $output }`は出力ではありません
error-no_product = `{ $expr }`は掛け算できません
hint-no_product = price * 2 や price * f.months_left のように、回数を掛けてください
error-fixed_in_two_currencies = `{ $expr }`には二つの通貨({ $currencies })が混ざっています
hint-fixed_in_two_currencies = 為替レートは推測しません。一つの通貨にそろえてください
error-currency_left_open = `{ $expr }`の通貨が{ $currencies }かどうかは、場合によって変わります
hint-currency_left_open = 計算や比較は choose(…) の中で、通貨ごとに行ってください
error-refund_with_condition = 行`{ $code }`の最初の返金`{ $kind }`に条件が付いています
hint-refund_with_condition = 条件は行を分けて書いてください。`when` は返金以外の精算のためのものです
error-kinds_mixed = `{ $expr }`では異なる種類の値を比べています
hint-kinds_mixed = 決まった金額は`amount("5 USD")`、日付は`date(2026, 11, 21)`、日数は`days_between(a, b)`と書きます
error-no_sum = `{ $expr }`の値は足し引きできません
error-duration_alone = `{ $expr }`: 期間は日付に加えることしかできません
hint-duration_alone = 期間を加えた日付どうしを比べてください(例: f.started_on + f.minimum_term <= ON)
error-no_rounding = `{ $expr }`: その日のない月があります
hint-no_rounding = その日がない月でどうするかを months(3, round="down") のように示してください("down"、"up"、"refuse" のいずれか)
error-no_such_rounding = { $where }の`{ $value }`は月の端数の扱いではありません
error-no_number = { $where }の`{ $value }`は整数でも、整数の事実でもありません
hint-no_number = months(3) または months(f.notice_months) のように書いてください
error-no_step = every の`{ $every }`は日数でも月数でもありません
hint-no_step = every=months(12)、every=weeks(1)、every=14 のように書いてください
error-step_below_one = every の`{ $every }`は1より小さい値です
hint-step_below_one = 繰り返しは先へ進むものです。1以上にしてください
hint-no_sum = 二つの日付の間の日数には days_between(a, b) を、日付のずらしには day + 14 の形を使ってください
error-wrong_kind = `{ $expr }`は値の種類が違います
error-not_a_condition = `{ $expr }`は条件ではありません
error-never_this_code = `{ $fact }`が`{ $code }`になることはありません
error-no_rule_there = `{ $title }`に規定`{ $rule }`はありません
hint-no_rule_there = ある規定: { $known }
error-no_such_rule = 規定`{ $rule }`はどのページにもありません
error-no_such_fact = { $model }に項目`{ $fact }`はありません
error-not_an_answer = `{ $expr }`は条件で、まだ真偽が決まっていません
hint-not_an_answer = and、or、not の代わりに &、|、~ でつないでください
error-not_an_expression = `{ $value }`は式の中に書けません
hint-not_an_expression = 事実、文字列、整数、日付、True、Falseのいずれかを書いてください。コードは一つずつ書きます: `isin("a", "b")`
