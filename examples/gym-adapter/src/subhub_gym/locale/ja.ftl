# Iron Gym、日本語

headline-cooled_off = すぐに退会でき、料金は全額返金されます。
headline-leaves = { $ends_on ->
        [unknown] 支払い済みの期間の終わりに退会できます(日付は不明です)。
       *[other] 退会できます。{ $ends_on }の前日まで利用できます。
    }
headline-buys_out = 最低契約期間の残りを買い取れば、すぐに退会できます。
outcome-cooled_off = クーリングオフの一週間以内に、入会を取り消します。
outcome-buys_out = 手数料を払って、すぐに退会します。
outcome-leaves = 支払い済みの期間が終わると退会になります。

actor-member = 会員
product-membership = 会員契約
fact-minimum_term_ends_on = 最低契約期間が終わった翌日
fact-minimum_term_ends_on-where = 契約書の1ページ目にあります。

fact-may_buy_out = 残りの期間を買い取れるかどうか
fact-may_buy_out-where = 契約書の1ページ目にあります。
fact-months_left = 最低契約期間の残り月数
fact-months_left-where = 契約書の1ページ目に、期間の終わりの日があります。

settlement-early_fee = 早期退会の手数料{ $amount ->
        [unknown] を
       *[other] { $amount }を
    }{ $due_by ->
        [unknown] {""}
       *[other] 、{ $due_by }までに
    }支払います。
blocker-in_minimum_term = 最低契約期間がまだ終わっていません。
remedy-move_away = 引っ越した場合は、新しい住所を受付に示します。
consequence-locker_emptied = ロッカーの中身は片付けられます。
step-tell_the_desk = 退会することを書面で受付に伝えます。
where-front_desk = 受付
undo-rejoin = いつでも入会し直せます。

rule-GYM-1 = 入会から一週間以内なら入会を取り消すことができ、料金は全額返金されます。
rule-GYM-2 = 最低契約期間が終わるまでは、引っ越しの場合を除いて退会できません。
rule-GYM-4 = 買い取りの付いた契約では、最低契約期間の残り1か月につき20ポンド、最大120ポンドを払って退会できます。
rule-GYM-3 = 退会は書面で申し出ます。契約は支払い済みの期間の終わりに終了します。

error-term_ends_early = `{ $value }`は`started_on`({ $started_on })より前です
hint-term_ends_early = 最低契約期間の終わりは入会日より後にしてください
