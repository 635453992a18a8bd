# エキスパ:購入者の注文と、販売者の商品

## 結論
headline-ends_at_period_end = { $last_day ->
        [unknown] 解約できます。契約期間の終了日(日付は不明です)まで利用できます。
       *[other] 解約できます。{ $last_day }(契約期間の終了日)まで利用できます。
    }
headline-terminated = { $access_until ->
        [unknown] 購入者の契約を解約できます。未払いがあれば当日に、なければ契約期間の終了時(日付は不明です)に終了します。
       *[other] { $ends_at_once ->
            [true] 購入者の契約を解約できます。{ $ends_on }に、すぐに終了します。
           *[other] 購入者の契約を解約できます。購入者は{ $last_day }まで利用できます。
        }
    }
headline-order_cancelled = { $refund_kind ->
        [none] 未払いの注文をキャンセルできます。入金がないため、返金はありません。
        [by_agreement] 未払いの注文をキャンセルできます。確認待ちの振込が入金された場合、返金は購入者との協議になります。
       *[other] 未払いの注文をキャンセルできます。確認待ちの振込があるかどうかは分かりません。
    }
headline-remaining_cancelled = 未決済の分だけキャンセルできます。支払い済みの分はそのまま残ります。
headline-sales_stopped = 販売を停止できます。すでに購入した人への請求は続きます。
headline-sales_resumed = 販売を再開できます。
headline-product_deleted = 商品を削除できます。削除した商品は元に戻せません。
outcome-ends_at_period_end = 契約期間の終了日まで利用できます。
outcome-terminated = 販売者が購入者の契約を解約します。
outcome-order_cancelled = 未払いの注文がキャンセルされます。
outcome-remaining_cancelled = 注文のうち、未決済の分をキャンセルします。
outcome-sales_stopped = 商品の販売が止まります。
outcome-sales_resumed = 商品の販売が再開します。
outcome-product_deleted = 商品が削除されます。

intent-stop_sales = 販売停止
intent-resume_sales = 販売再開
intent-delete_product = 商品削除
actor-buyer = 購入者
actor-seller = 販売者
product-continuing = 継続商品
product-online_salon = オンラインサロン
product-download = ダウンロード商品
product-shipped = 配送商品
product-event = イベント
payment_plan-lump_sum = 一括払い
payment_plan-instalments = 分割払い
product_state-provisional = 仮登録
product_state-on_sale = 販売中
product_state-stopped = 販売停止中

refund-by_agreement = 返金の依頼があった場合は、購入者と販売者が協議し、原則として販売者が振り込みます。金額や期日の定めはありません。

## 解約できない理由
blocker-unpaid_invoice = { $unpaid_invoices ->
        [unknown] 未払いの請求があります。先に支払うか、取り下げてもらう必要があります。
        [1] 未払いの請求が1件あります。先に支払うか、取り下げてもらう必要があります。
       *[other] 未払いの請求が{ $unpaid_invoices }件あります。先にすべてを支払うか、取り下げてもらう必要があります。
    }
remedy-pay_by_transfer_and_wait = { $unpaid_by_transfer ->
        [1] 購入時に案内された口座に振り込み、入金確認が完了するのを待ちます。
        [unknown] 購入時に案内された口座に振り込み、入金確認が完了するのを待ちます。
       *[other] 購入時に案内された口座に{ $unpaid_by_transfer }件すべてを振り込み、入金確認が完了するのを待ちます。
    }
remedy-fix_card = { $unpaid_by_card ->
        [1] カード会社に連絡し、カードを利用できるようにします。
        [unknown] カード会社に連絡し、カードを利用できるようにします。
       *[other] カード会社に連絡してカードを利用できるようにし、{ $unpaid_by_card }件すべてを支払います。
    }
remedy-register_other_card = { $unpaid_by_card ->
        [1] 別のカードを登録します。
        [unknown] 別のカードを登録します。
       *[other] 別のカードを登録し、{ $unpaid_by_card }件すべてを支払います。
    }
remedy-ask_seller_to_withdraw = { $unpaid_invoices ->
        [1] 販売者に連絡し、請求の取り下げを依頼します。
       *[other] 販売者に連絡し、未払いの請求すべての取り下げを依頼します。
    }請求だけが取り下げられて解約できるようになる場合と、販売者が解約の処理をして当日に契約が終了し、元に戻せない場合があります。
blocker-seller_only = この手続きができるのは販売者だけです。
remedy-ask_seller = 販売者に手続きしてもらいます。
blocker-already_settled = すべて決済済みで、決済済みの分はキャンセルの対象になりません。
remedy-refund_directly = 購入者と返金について協議し、直接振り込みます。
blocker-product_was_on_sale = 販売を始めたことのある商品なので、削除できません。
remedy-stop_sales = 代わりに販売を停止します。
reason-event_rules_not_published = イベントのキャンセル方法は、エキスパの案内に書かれていません。
reason-canceled_period_runs = { $last_day ->
        [unknown] すでに解約済みで、契約期間の終了日まで利用できます。
       *[other] すでに解約済みで、{ $last_day }まで利用できます。
    }
reason-already_ended = { $status ->
        [canceled] すでに解約済みです。
       *[other] すでに終了しています。
    }
reason-sales_already_stopped = すでに販売を停止しています。
reason-never_went_on_sale = まだ販売を始めていない商品です。
reason-already_on_sale = すでに販売中です。

undo-not_stated = 解約を取り消せるかどうかは、エキスパの案内に書かれていません。
undo-resume_sales_any_time = 販売はいつでも再開できます。
undo-stop_sales_any_time = 販売はいつでも停止できます。

## その後に起きること
consequence-access_ends = { $date ->
        [unknown] 契約期間(終了日は不明です)が終わると、商品を利用できなくなります。
       *[other] { $date }から、商品を利用できなくなります。
    }
consequence-contract_period_adjusted = 契約期間は、解約した時期に合わせて調整されます。
consequence-membership_ends = { $date ->
        [unknown] 購入者は、未払いがあれば当日に、なければ契約期間の終了後に利用できなくなります。
       *[other] 購入者は{ $date }から利用できなくなります。
    }
consequence-recurring_charges_stop = { $date ->
        [unknown] 解約した日から、継続決済と請求メールが止まります。
       *[other] { $date }から、継続決済と請求メールが止まります。
    }
consequence-open_invoices_void = { $unpaid_invoices ->
        [unknown] 請求中で未払いの注文は、すべて取り消されます。
       *[other] 請求中で未払いの注文{ $unpaid_invoices }件は、すべて取り消されます。
    }
consequence-paid_invoices_stay = { $paid_invoices ->
        [unknown] 支払い済みの請求は取り消されません。
       *[other] 支払い済みの請求{ $paid_invoices }件は取り消されません。
    }
consequence-unsettled_part_cancelled = 未決済の分は、支払う必要がなくなります。
consequence-transfer_may_still_arrive = { $transfers_pending ->
        [unknown] 確認待ちの振込があれば、後から入金されることがあります。入金された分は支払い済みとなり、返金は協議によります。
       *[other] 確認待ちの振込は、後から入金されることがあります。入金された分は支払い済みとなり、返金は協議によります。
    }
consequence-buyer_data_deleted = 購入者のデータが削除され、支払いや購入の履歴を確認できなくなります。元には戻せません。
consequence-cannot_be_undone = 実行すると、元に戻せません。
consequence-refund_is_between_the_two = 購入者から返金の依頼があった場合は、販売者と購入者が協議し、原則として銀行振込で返金します。
consequence-card_settlement_not_voided = カード決済は取り消せないため、カードで支払った購入者にも販売者が直接返金します。
consequence-leaves_magazine = { $date ->
        [unknown] 購入者は、契約が終わるときに購入者マガジンから削除されます。
       *[other] 購入者は{ $date }に購入者マガジンから削除されます。
    }
consequence-cancellation_notice_exists = エキスパには、継続商品の解約に関する通知があります。
consequence-text_messages_not_stated = ショートメールがどうなるかは、エキスパの案内に書かれていません。
consequence-payment_link_stops = 決済リンクが止まり、新しい購入者を受け付けなくなります。
consequence-instalments_go_on = 分割払いの購入者への請求は続きます。
consequence-recurring_charges_go_on = 既存の購入者への請求は続きます。止めるには、一人ずつ解約します。
consequence-buyers_join_magazine = 新しい購入者は、すぐに購入者マガジンへ登録されます。
consequence-buyers_join_text_list = 新しい購入者は、ショートメールのリストにも登録されます。
consequence-product_gone_for_good = 商品が削除され、元に戻せなくなります。
consequence-step_mail_goes_out = { $date ->
        [unknown] ステップメール「{ $subject }」は、まだ配信されます。
       *[other] ステップメール「{ $subject }」は、{ $date }に配信されます。
    }
consequence-step_mail_may_go_out = { $date ->
        [unknown] ステップメール「{ $subject }」は、配信される可能性があります。
       *[other] ステップメール「{ $subject }」は、{ $date }に配信される可能性があります。
    }
consequence-step_mail_never_goes_out = { $date ->
        [unknown] ステップメール「{ $subject }」は配信されません。
       *[other] { $date }に予定されていたステップメール「{ $subject }」は配信されません。
    }
consequence-step_mail_already_sent = ステップメール「{ $subject }」は、すでに配信されています。

## すること
step-export_customer_data = 顧客情報のデータを抽出します。キャンセルすると購入者データは削除されます。
step-log_in = ログインし、{ term-my_page }を開きます。
step-open_continuing_products = { term-continuing_products }を開きます。
step-choose_product = 解約する商品を選びます。
step-follow_link_at_the_bottom = ページの下部にある{ term-here }を開きます。
step-read_and_cancel = 内容を読み、{ term-cancel_the_continuing_product }を選びます。
step-confirm = { term-cancel_it }で確定します。
step-leave_salon = マニュアル{ term-leaving_a_salon }の手順で退会します。
step-open_buyer_search = { term-product_list }から商品を開き、{ term-buyer_search }に進みます。
step-search_by_conditions = 条件を入れて{ term-search }を選びます。
step-click_terminate = 購入者の欄で{ term-terminate }を選びます。
step-choose_reason = 一覧から理由を選びます。
step-choose_whether_mail_is_sent = 注文キャンセルのメールを送るかどうかを選びます。文面は事前に見られます。
step-execute = { term-execute }を選びます。
step-tick_unpaid_first_transfer = { term-unpaid_first_transfer }にチェックを入れ、{ term-search }をクリックします。
step-search_by_any_detail = 名前や注文IDなど、分かる情報を一つ入れて検索します。
step-click_cancel = 購入者の横にある{ term-cancel }を選びます。
step-agree_and_transfer_refund = { $refund_requested ->
        [true] 返金の依頼があったため、購入者と協議し、購入者の指定口座に振り込みます。
       *[other] 返金の依頼があった場合は、購入者と協議し、購入者の指定口座に振り込みます。
    }
step-note_refund_in_memo = 購入ステータスは変えられないため、顧客情報詳細のメモ欄に返金を記録します。
step-keep_refund_record_elsewhere = 返金の記録は手元に残します。キャンセルすると購入者データが削除され、メモ欄もなくなります。
step-open_product_list = { term-product_list }を開きます。
step-click_stop_sales = 商品の{ term-stop_sales }を選び、内容を確かめて、もう一度選びます。
step-confirm_stop_sales = { term-stop_sales_now }で確定します。
step-move_to_stopped_group = 必要に応じて{ term-move_to_stopped_group }をクリックします(任意)。グループは自動で作られます。
step-open_stopped_group = { term-stopped_group }グループか、商品のあるグループを開きます。
step-click_resume_sales = 商品の{ term-resume_sales }を選び、内容を確かめて、もう一度選びます。
step-confirm_resume_sales = { term-resume_sales_now }で確定します。
step-move_to_main_group = 必要に応じて{ term-move_to_main_group }をクリックします(任意)。
step-click_delete = 仮登録商品の{ term-delete }を選びます。
step-confirm_delete = { term-delete_now }で確定します。
where-expa_login = エキスパのログイン →{ term-my_page }
where-buyer_my_page = { term-my_page }
where-continuing_products = { term-my_page }→{ term-continuing_products }
where-product_page = 商品のページ
where-salon_manual = エキスパのヘルプ{ term-leaving_a_salon }
where-product_sales = { term-product_sales }→{ term-product_list }→ 該当の商品
where-buyer_search = { term-buyer_search }
where-payment_status_column = { term-buyer_search }の{ term-payment_status }欄
where-cancel_window = 表示されたウィンドウ
where-customer_data = { term-customer_data }
where-customer_details = { term-customer_details }の{ term-memo }
where-outside_expa = エキスパの外(販売者と購入者の間)
where-product_list = { term-product_sales }→{ term-product_list }

## 不明確な箇所の読み方
reading-A-EX1 = 契約期間の計算方法は書かれていないため、支払い済みの現在の期間が終わるまで利用できると読みます。
short-A-EX1 = 支払い済みの期間の終わりまで利用できるとしています。
reading-A-EX2 = 振込をしても、入金確認が済むまでは未払いとして扱います。その注文をキャンセルした後に入金された分の返金は、協議によります。
short-A-EX2 = 確認前の振込は未払いとして扱っています。
reading-A-EX3 = ダウンロード商品と配送商品には購入者用の手順がないため、販売者に依頼すると読みます。
short-A-EX3 = 購入者の手順は案内になく、販売者への依頼としています。
reading-A-EX4 = イベントは通知の名前だけがあり、キャンセルの規則がないため、お答えできません。
short-A-EX4 = 案内にイベントのキャンセルの規定はありません。
reading-A-EX5 = 「代行しない」という案内と「販売者が解約できる」という案内は、別々の手順を述べたものと読みます。
reading-A-EX6 = 案内にあるのはマガジンから削除される時期だけです。利用も同じく、未払いがあれば当日に、なければ契約期間の終了後に終わると読みます。
short-A-EX6 = 利用は購入者マガジンの解除と同時に終わるとしています。
reading-A-EX7 = 契約期間の終了日はまだ契約期間に含まれ、利用できなくなるのはその翌日からと読みます。
short-A-EX7 = 契約期間の最終日も利用できる日としています。
reading-A-EX8 = 請求の取り下げが「キャンセル」と「解約」のどちらの処理になるかは書かれていないため、結果は確実ではなく可能性として示します。
short-A-EX8 = 請求の取り下げの結果は、確実ではありません。
reading-A-EX9 = 解約した日から請求が止まることと、マガジンから削除されることは、販売者による解約の説明です。購入者による解約も同じと読みます。
reading-A-EX10 = サロンの退会には別のマニュアルがあり、その内容は確認していません。終了の扱いは継続商品と同じと読みます。
short-A-EX10 = サロンの終了は継続商品と同じとしています。
reading-A-EX11 = 解約済みでも、契約期間が残っていれば終了日まで利用できると読みます。
short-A-EX11 = 解約後も契約期間の終わりまで利用できるとしています。

## 案内にある規則
rule-EX-B1 = 購入者の手順では本人が解約し、エキスパや販売者が代わりに行うことはありません。
rule-EX-B2 = 継続商品は、購入者マイページから商品のページに進んで解約し、確定します。
rule-EX-B3 = 解約すると契約期間が変更され、その期間が終わるまでは利用でき、終了後は利用できません。
rule-EX-B4 = 未払いの請求が残っている商品は解約の対象外です。
rule-EX-B5 = 未払いの請求は、どれも支払うか取り下げてもらいます。複数ある場合、一つだけの支払いでは足りません。
rule-EX-B6 = 銀行振込は確認に時間がかかり、確認が済むまで解約できません。
rule-EX-B7 = カードで決済できなかった場合は、カード会社に相談するか、別のカードを登録します。
rule-EX-B8 = 請求の取り下げは、販売者がキャンセル・解約の処理で行います。購入者から依頼し、購入者の許可がなければ行えません。
rule-EX-B9 = 購入者が継続商品やサロンを終えられるのは、支払いがすべて済んでいる場合だけです。
rule-EX-S1 = ダウンロード商品と配送商品で販売者がキャンセルできるのは、初回の銀行振込や分割払いのうち未決済の分だけです。
rule-EX-S2 = 決済済みの分はキャンセルの対象外です。
rule-EX-S3 = 販売者によるキャンセルは元に戻せません。
rule-EX-S4 = キャンセルすると購入者のデータと履歴が消えるため、先に顧客情報のデータを抽出します。
rule-EX-S5 = 初回の銀行振込は、未払いの購入者を検索してキャンセルし、理由とメールの有無を選びます。
rule-EX-S6 = 分割払いは、購入者の情報を一つ入れて検索し、同じ手順でキャンセルします。
rule-EX-S7 = 継続商品と有料サロンは、支払いの状況にかかわらず販売者が解約できます。
rule-EX-S8 = 解約は元に戻せません。
rule-EX-S9 = 請求中でまだ支払われていない注文も、解約と同時に取り消されます。
rule-EX-S10 = 入金された請求は、解約してもそのままです。
rule-EX-S11 = 解約した日から、継続決済と請求メールは止まります。
rule-EX-S12 = 購入者は、未払いがあればすぐに、なければ契約期間の後にマガジンから外れます。
rule-EX-S13 = 販売者は購入者検索の支払状況欄から解約し、理由とメールの有無を選びます。
rule-EX-R1 = 返金の依頼があった場合は、販売者と購入者が協議し、原則として販売者が購入者の指定口座に振り込みます。
rule-EX-R2 = 購入ステータスは変えられないため、返金は、残っている顧客情報詳細のメモ欄に記録します。
rule-EX-R3 = カード決済は取り消せないため、カードの購入者にも販売者が直接返金します。
rule-EX-P1 = 販売を停止すると決済リンクが止まります。販売はいつでも再開でき、グループの移動は任意です。
rule-EX-P2 = 停止した後も、既存の購入者の分割払いは続きます。
rule-EX-P3 = 停止した後も、継続商品の請求は一人ずつ解約するまで続きます。
rule-EX-P4 = 販売はいつでも再開できます。
rule-EX-P5 = 削除できるのは仮登録商品だけで、元に戻せません。販売を始めた商品は販売停止にします。
rule-EX-P6 = 販売停止、販売再開、削除は商品一覧で行います。
rule-EX-M1 = メール配信機能も契約していれば、購入者はすぐに商品のマガジンへ登録されます。
rule-EX-M2 = ステップメールは、登録日から数えた日数と時刻になり、まだ届いていない読者に配信されます。
rule-EX-M3 = 後から追加したステップは、時刻を過ぎていればすぐに、まだならその日の時刻に配信されます。
rule-EX-M4 = 配信履歴を未配信にすると再び配信され、配信済みにすると配信されません。
rule-EX-M5 = マガジンから外れる前に予定されたステップだけが配信され、その後は配信されません。
rule-EX-M6 = 購入の完了、継続商品の解約、イベントの中止や日程変更には通知があります。
rule-EX-M7 = 購入者はショートメールのリストにも登録され、決済の完了時に送るステップも設定できます。

## 情報の名前と、その確認場所
fact-product-where = { term-product_sales }→{ term-product_list }にある商品の種類
fact-current_period_end = 契約期間の終了日の翌日
fact-current_period_end-where = { term-my_page }または{ term-buyer_search }にある契約期間の終了日の、翌日です。
fact-contract_ends_on = 契約期間の終了日
fact-contract_ends_on-where = { term-my_page }または{ term-buyer_search }にある契約期間の終わり
fact-payment_plan = 支払い方法
fact-payment_plan-where = { term-buyer_search }、または購入時のメール
fact-invoices = 注文の請求
fact-invoices-where = 購入者の{ term-payment_status }、または請求メール
fact-unpaid_invoices = 未払いの請求の件数
fact-unpaid_invoices-where = 未払いの請求と、入金が確認されていない請求を数えます。
fact-paid_invoices = 支払い済みの請求の件数
fact-paid_invoices-where = 入金が確認された請求を数えます。
fact-unpaid_by_card = カード払いで未払いの請求の件数
fact-unpaid_by_card-where = 未払いの請求のうち、カード払いの分を数えます。
fact-unpaid_by_transfer = 銀行振込で未払いの請求の件数
fact-unpaid_by_transfer-where = 未払いの請求のうち、銀行振込の分を数えます。
fact-transfers_pending = 確認待ちの振込の件数
fact-transfers_pending-where = 振込を済ませ、入金確認がまだの分を数えます。
fact-refund_requested = 購入者からの返金依頼の有無
fact-refund_requested-where = 購入者から販売者への連絡
fact-mail_feature = 販売者のメール配信機能の有無
fact-mail_feature-where = 販売者のメニューの{ term-mail }
fact-magazine = 購入者のステップメール
fact-magazine-where = { term-mail }→ 商品のマガジン → 読者とステップ配信履歴
fact-product_state = 商品の販売状況
fact-product_state-where = { term-product_sales }→{ term-product_list }のボタンで分かります。仮登録なら{ term-delete }、販売開始後は{ term-stop_sales }です。

## 文書の食い違い
error-counts_disagree = `{ $value }`は`invoices`({ $count })と食い違っています
hint-counts_disagree = `{ $field }`を消すか、どちらかを直してください
error-more_than_unpaid = `{ $value }`は`unpaid_invoices`({ $unpaid })より多くなっています
hint-more_than_unpaid = `{ $field }`を消すか、どちらかを直してください
error-period_disagrees = `{ $value }`から計算した`current_period_end`は{ $follows }ですが、{ $told }と書かれています
hint-period_disagrees = `contract_ends_on`と`current_period_end`のどちらかを消すか、直してください
