# コマンドラインの見出しとラベル。見出しは左端に並ぶため、短くします。

ui-reason = 理由
ui-blockers = 妨げ
ui-when = 日程
ui-money = お金
ui-undo = 取り消し
ui-loss = 失うもの
ui-warning = 注意
ui-info = その他
ui-prepare = まず準備
ui-steps = 手順
ui-open = 未確認
ui-why = 根拠
ui-assumptions = 解釈
ui-sources = 出典

## 日付
ui-day-on = 手続きをする日
ui-day-all = 終了(この日から利用不可・新たな請求なし)
ui-day-ends_on = 終了
ui-day-access_until = この日から利用不可
ui-day-billing_stops_on = この日から新たな請求なし
ui-day-due_by = 返金の期限
ui-day-undo = この日から元に戻せない
ui-and = 、

## 補足
ui-then = その後:{ $verdict }
ui-possible-if = 可能性あり(次の情報による:{ $facts })
ui-stale = { $fact }は過ぎた日付のため、使っていません(`{ $key }`)。
ui-checked = { $day }確認
ui-edition = { $edition }版の規定
ui-yes = はい
ui-no = いいえ
ui-not-known = 不明
ui-none = なし

## 何が分かれば決まるか
ui-where = 確認場所:{ $where }
ui-if = { $value }なら:{ $leads }

ui-summary = { $count }件:{ $verdicts }

ui-part-undo = 取り消しについて
ui-part-consequence = その後の影響
