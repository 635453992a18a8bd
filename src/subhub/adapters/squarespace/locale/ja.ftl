# Squarespace:Digital Productsプランと、サイト自体のサブスクリプション

## 結論
headline-ended_now_refunded = { $refund_amount ->
        [unknown] { $refund_at_most ->
            [unknown] 解約できます。すぐに終了し、料金が返金されます。
           *[other] 解約できます。すぐに終了し、最大{ $refund_at_most }が返金されます。
        }
       *[other] 解約できます。すぐに終了し、{ $refund_amount }が返金されます。
    }
headline-ended_now = 解約できます。すぐに終了し、返金はありません。
headline-ends_at_period_end = { $ends_on ->
        [unknown] 自動更新をオフにし、請求期間の終了時(日付は不明です)に解約できます。返金はありません。
       *[other] 自動更新をオフにし、請求期間が終わる{ $ends_on }に解約できます。返金はありません。
    }
headline-resumed_without_pause = 再開できます。一時停止していないため、プランを選ぶだけです。
headline-resumed_in_pause = 再開できます。料金プラン、メンバー、設定は自動的に復元されます。
headline-resumed_after_pause = 再開できますが、メンバーには改めて登録してもらう必要があります。
outcome-ended_now_refunded = すぐに終了し、返金があります。
outcome-ended_now = すぐに終了し、返金はありません。
outcome-ends_at_period_end = 請求期間の終わりまで利用でき、その後は更新されません。
outcome-resumed_without_pause = 一時停止のないまま、プランが再開します。
outcome-resumed_in_pause = プランが再開し、すべて復元されます。
outcome-resumed_after_pause = プランは再開しますが、以前のメンバーは引き継がれません。

intent-resume = 再開
mode-immediate = 今すぐ(即時キャンセル)
mode-period_end = 自動更新をオフにし、期間終了時に解約
actor-administrator = 管理者権限のある人
actor-billing = 請求権限のある人
actor-contributor = どちらの権限もない投稿者
product-digital_products = Digital Productsプラン(デジタル商品)
product-website = サイトのサブスクリプション
site_status-active = 継続
site_status-ending = 終了予定
site_status-ended = 終了済み

blocker-permission_required = 管理者権限も請求権限もないため、サブスクリプションを変更できません。
remedy-ask_administrator = 管理者に手続きしてもらいます。
remedy-get_billing_permission = 管理者から請求権限を付与してもらいます。
blocker-past_due_auto_renew = サイトの支払いが遅れているため、自動更新をオフにできません。
remedy-cancel_immediately = 代わりに、今すぐ解約します。
remedy-let_it_renew_and_switch_off = 更新された後に自動更新をオフにし、次の請求期間の終了時に解約します。
remedy-pay_past_due = 先に未払い分を支払います。
blocker-too_late_for_this_renewal = 今日が更新日です。自動更新は、支払日の前日までにオフにする必要があります。
reason-auto_renew_already_off = 自動更新はすでにオフなので、請求期間の終わりに自動で終了します。

refund-full = { $refund_amount ->
        [unknown] 料金の全額が{ refund-way }返金されます。
       *[other] 全額の{ $refund_amount }が{ refund-way }返金されます{ $age ->
            [14] (14日目も14日以内と読みます)
           *[other] {""}
        }。
    }
refund-partial = { $refund_amount ->
        [unknown] { $refund_at_most ->
            [unknown] 料金が
           *[other] 最大{ $refund_at_most }が
        }
       *[other] { $refund_amount }が
    }{ refund-way }返金されます。ドメインの登録料として20 USDが差し引かれます。
undo-choose_a_plan = いつでもプランを選び直せます。
undo-switch_on_again_or_choose_a_plan = 終了日の前日までは自動更新をオンに戻せます。その後は、プランを選び直せます。
undo-choose_a_plan_all_restored = { $undo_until ->
        [unknown] 30日間の一時停止中にプランを選べば、すべて自動的に復元されます。
       *[other] { $undo_until }より前にプランを選べば、すべて自動的に復元されます。
    }
undo-switch_on_again_or_all_restored = { $undo_until ->
        [unknown] 終了日の前日までは自動更新をオンに戻せます。その後も、30日間の一時停止中にプランを選べば、すべて自動的に復元されます。
       *[other] 終了日の前日までは自動更新をオンに戻せます。その後も、{ $undo_until }より前にプランを選べば、すべて自動的に復元されます。
    }
undo-choose_a_plan_members_sign_up_again = プランは選び直せますが、メンバーには改めて登録してもらう必要があります。

## その後に起きること
consequence-plan_ends = { $date ->
        [told] Digital Productsプランが終了します。
        [unknown] Digital Productsプランが終了します(日付は不明です)。
       *[other] { $date }にDigital Productsプランが終了します。
    }
consequence-website_ends = { $date ->
        [told] サイトの契約が終了します。
        [unknown] サイトのサブスクリプションが終了します(日付は不明です)。
       *[other] { $date }にサイトのサブスクリプションが終了します。
    }
consequence-rest_of_period_lost = 請求期間の残りは返金されません。
consequence-free_domain_offer_lost = 無料ドメインの特典を失い、返金からドメインの登録料20 USDが差し引かれます。
consequence-refund_window_closes = { $date ->
        [unknown] 返金は、最初の登録から14日以内の解約に限られます。
       *[other] { $date }からは、解約しても返金されません。
    }
consequence-no_refund_for_auto_renew_off = 自動更新をオフにしても返金はありません。今すぐ解約すれば返金されます。
consequence-act_a_day_before_renewal = { $date ->
        [unknown] 自動更新は、次回の支払日の前日までにオフにする必要があります。
       *[other] 次回の支払日は{ $date }です。自動更新は、その前日までにオフにする必要があります。
    }
consequence-transaction_fee_9_percent = { $date ->
        [told] デジタル商品の取引手数料が9%になります。
        [unknown] プランの終了後は、デジタル商品の取引手数料が9%になります。
       *[other] { $date }から、デジタル商品の取引手数料が9%になります。
    }
consequence-video_storage_30_minutes = { $date ->
        [told] 新しくアップロードする動画のストレージが30分になります。
        [unknown] プランの終了後は、新しくアップロードする動画のストレージが30分になります。
       *[other] { $date }から、新しくアップロードする動画のストレージが30分になります。
    }
consequence-member_list_unreachable = { $date ->
        [told] { term-members_list }を開けず、料金プランでの絞り込みもできなくなります。
        [unknown] プランの終了後は、{ term-members_list }を開けず、料金プランでの絞り込みもできません。
       *[other] { $date }からは{ term-members_list }を開けず、料金プランでの絞り込みもできません。
    }
consequence-customers_and_subscribers_stay_visible = 定期・定額のメンバーは{ term-customers }で、メーリングリストの登録者は{ term-subscribers }で引き続き確認できます。
consequence-store_ends = { $date ->
        [told] サイトのストアも終了します。
        [unknown] サイトのストアも同時に終了します。
       *[other] サイトのストアも{ $date }に終了します。
    }
consequence-other_subscriptions_go_on = ドメインなど、ほかのSquarespaceのサブスクリプションは続き、請求も続きます。
consequence-past_due_site_expires = 支払いの遅れが15日になると、サイトは期限切れになります。
consequence-products_paused = { $date ->
        [told] デジタル商品が30日間、一時停止されます。
        [unknown] サイトのサブスクリプションが終わると、デジタル商品は30日間の一時停止になります。
       *[other] { $date }から30日間、デジタル商品が一時停止になります。
    }
consequence-pricing_plans_stay = 一時停止中も、料金プランは{ term-products }パネルに残ります。
consequence-new_visitors_cannot_subscribe = 一時停止中は新しい登録ができず、訪問者にはエラーが表示されます。
consequence-gated_content_links_hidden = 一時停止中、登録者は顧客用アカウントを開けますが、ゲート付きコンテンツへのリンクは表示されません。
consequence-memberships_shown_inactive = 一時停止中、メンバーの画面ではメンバーシップが非アクティブと表示されます。
consequence-membership_charges_stop = 一時停止中はメンバーへの請求が止まり、更新日はすべて一時停止の表示になります。
consequence-pause_ends_memberships_cancelled = { $date ->
        [told] 一時停止が終わり、すべてのメンバーシップがキャンセルされます。
        [unknown] 30日間の一時停止が終わると、すべてのメンバーシップがキャンセルされます。
       *[other] { $date }に一時停止が終わり、すべてのメンバーシップがキャンセルされます。
    }
consequence-members_told_by_email = { $date ->
        [told] メンバーにキャンセルのメールが届きます。
        [unknown] 一時停止が終わると、メンバーにキャンセルを知らせるメールが届きます。
       *[other] { $date }に、メンバーへキャンセルを知らせるメールが届きます。
    }
consequence-no_pause_read_here = サイトが続くため一時停止はないと読みます。一時停止になった場合、メンバーシップは30日後にキャンセルされます。
consequence-all_restored = 料金プラン、メンバー、設定が自動的に復元されます。
consequence-members_charged_for_pause = 一時停止と重なった請求期間の分も、メンバーに請求されます。
consequence-members_sign_up_again = メンバーには改めて登録してもらう必要があります。

## 期限
deadline-refund_window_closes = 返金を受けられる最終日です。
deadline-act_a_day_before_renewal = 次回の支払いより前に自動更新をオフにできる最終日です。

## すること
step-export_member_contacts = 終了後も連絡できるように、全メンバーの連絡先をCSVファイルにエクスポートします。
step-use_a_computer = パソコンを使います。スマートフォンではプランを管理できません。
step-open_digital_products_billing = { term-billing }パネルの{ term-subscriptions }で{ term-digital_products }を開きます。
step-open_website_billing = { term-billing }パネルで、サイトのサブスクリプションを開きます。
step-choose_cancel_subscription = { term-cancel_subscription }を選びます。
step-confirm_cancellation = { term-confirm_cancellation }で確定します。
step-cancel_website = サイトのサブスクリプションをキャンセルし、確定します。
step-switch_auto_renew_off = { term-auto_renew }をオフにします。
step-open_billing_panel = { term-billing }パネルを開きます。
step-choose_a_plan = { term-choose_a_plan }から選びます。
where-lists_and_segments = { term-lists_and_segments }→{ term-members_list }
where-computer = パソコン
where-billing_panel = { term-billing }パネル →{ term-subscriptions }
where-products_panel = { term-products }パネルの下部

## 不明確な箇所の読み方
reading-A-SQ1 = 「14日以内」には、最初の登録から14日目も含めます。
short-A-SQ1 = 14日目も「14日以内」に含むものとしています。
reading-A-SQ2 = 更新しても返金期間は新しく始まらず、最初の登録日だけで数えます。
short-A-SQ2 = 返金期間は最初の契約日からのみ数えています。
reading-A-SQ3 = 返金は解約した場合のものです。自動更新をオフにしてもその時点では終了しないため、返金はないと読みます。
short-A-SQ3 = 自動更新のオフは返金対象の解約ではないとしています。
reading-A-SQ4 = 一時停止は、Digital Productsプランではなく、サイト自体のサブスクリプションが終わる日に始まると読みます。
short-A-SQ4 = 一時停止はサイトの契約が終わる日から始まるとしています。
reading-A-SQ5 = 一時停止の30日は暦の日数で数え、開始日から30日目に終わります。
reading-A-SQ6 = 支払日当日では、その更新を止めるには遅いと読みます。切り替えは前日までに必要なためです。
short-A-SQ6 = 支払日当日では、その更新は止められないとしています。
reading-A-SQ7 = 終了前に取り消す方法は書かれていないため、終了日の前日までは同じスイッチで、その後はプランの選択で再開すると読みます。
reading-A-SQ8 = サイトの解約では、デジタル商品がある場合だけ影響があると読みます。請求はサイトの終了時に止まり、メンバーシップは30日後にキャンセルされます。
reading-A-SQ9 = 無料ドメインがある場合の返金は、料金から20 USDだけを差し引いた額と読みます。ほかの通貨では金額が分かりません。

## 案内にある規則
rule-SQ-1 = 解約できるのは、管理者権限か請求権限のある人だけです。
rule-SQ-2 = プランはいつでも終えられます。すぐに終えるか、自動更新を止めて請求期間の終わりに期限切れにします。
rule-SQ-3 = プランの管理はパソコンでのみ行えます。
rule-SQ-4 = 終了するとメンバー リストを開けなくなるため、先に連絡先をエクスポートします。一部のメンバーは顧客や登録者として引き続き確認できます。
rule-SQ-5 = 即時の解約ではその場で終了し、残りの期間の返金はありません。
rule-SQ-6 = 終了後はデジタル商品の取引手数料が9%になり、新しくアップロードする動画のストレージは30分になります。
rule-SQ-7 = 即時の解約は{ term-billing }パネルのデジタル商品から行い、確認して完了します。
rule-SQ-8 = { term-billing }パネルで自動更新を止めると、プランは請求期間の終わりまで続きます。
rule-SQ-9 = サイトのサブスクリプションが終わるとデジタル商品は30日間止まり、新規登録、ゲート付きコンテンツへのリンク、メンバーへの請求がなくなります。
rule-SQ-10 = 30日が過ぎるとメンバーシップはキャンセルされ、メールで通知されます。料金プランは残ります。
rule-SQ-11 = 年払いは最初の登録から14日以内の解約に限り自動で全額が返金され、それ以外は返金されません。
rule-SQ-12 = プランを選ぶと再開します。30日以内ならすべて復元され、停止中の期間分もメンバーに請求されます。
rule-SQ-13 = 30日を過ぎるとプランは完全に終わり、メンバーは登録し直す必要があります。
rule-SQ-X1 = 一時停止はサイトのサブスクリプションの終了とともに始まり、ストアと顧客の契約も終わります。ほかの契約は続きます。
rule-SQ-X2 = サブスクリプションは一つずつ独立しています。サイトの年間プランは購入から14日以内なら返金され、更新分と月払いは返金されません。
rule-SQ-X3 = 自動更新を止めると次回の支払日に期限切れになります。変更は前日までに行います。
rule-SQ-X4 = 支払いが遅れているサイトは自動更新を止められず、遅れが15日を過ぎると期限切れになります。
rule-SQ-X5 = サイトの年間プランを最初の支払いから14日以内に解約すると、無料ドメインの特典を失い、登録料20 USDが返金から差し引かれます。

## 情報の名前と、その確認場所
fact-billing_interval-where = { term-billing }パネル →{ term-subscriptions }
fact-current_period_end-where = { term-billing }パネル →{ term-subscriptions }にある、次回の支払日または期限
fact-auto_renew-where = { term-billing }パネル →{ term-subscriptions }の{ term-auto_renew }
fact-site_status = サイト自体のサブスクリプションの状況
fact-site_status-where = { term-billing }パネル →{ term-subscriptions }にある、サイト自体のサブスクリプション
fact-site_ends_on = サイト自体のサブスクリプションの終了日
fact-site_ends_on-where = { term-billing }パネル →{ term-subscriptions }にある、サイト自体のサブスクリプションの期限
fact-has_digital_products = サイトのデジタル商品の有無
fact-has_digital_products-where = { term-products }パネルの{ term-digital_products }
fact-free_domain = 無料ドメインの利用の有無
fact-free_domain-where = { term-domains }パネルにある、プランで登録したドメイン

## 文書の食い違い
error-site_goes_on = `{ $value }`が書かれていますが、`site_status`は`active`です
hint-site_goes_on = `site_status`を`ending`か`ended`にするか、日付を消してください
