# impact.com Starter Edition

## 結論
headline-trial_cancelled = トライアルを解約できます。すぐに利用できなくなりますが、課金はありません。
headline-full_refund = { $refund_zero ->
        [true] アカウントはすぐに閉鎖できます。カードへの請求が一度もないため、返金はありません。
       *[other] { $refund_amount ->
            [unknown] アカウントはすぐに閉鎖でき、請求された全額が返金されます。
           *[other] アカウントはすぐに閉鎖でき、全額の{ $refund_amount }が返金されます。
        }
    }
headline-balance_refund = { $refund_amount ->
        [unknown] { $refund_at_most ->
            [unknown] アカウントはすぐに閉鎖でき、未払い分を差し引いた残高が返金されます。
           *[other] アカウントはすぐに閉鎖でき、残高のうち最大{ $refund_at_most }が返金されます。
        }
       *[other] アカウントはすぐに閉鎖でき、残高の{ $refund_amount }が返金されます。
    }
headline-delayed = { $ends_on ->
        [unknown] 解約できますが、アカウントの閉鎖は最後の保留中のアクションがロックされた後になります(日付は不明です)。
       *[other] 解約できますが、アカウントの閉鎖は早くても{ $ends_on }です。
    }
headline-reopened = アカウントを再開できます。
outcome-trial_cancelled = 課金が始まる前にトライアルを終了します。
outcome-full_refund = すぐに閉鎖し、全額が返金されます。
outcome-balance_refund = すぐに閉鎖し、残高が返金されます。
outcome-delayed = すべてのアクションがロックされ、支払いが済んでから閉鎖されます。
outcome-reopened = アカウントが再び使えるようになります。

intent-cancel = 解約
intent-resume = アカウント再開
actor-owner = アカウントの所有者
product-starter = Starter Edition
reason-already_ended = アカウントはすでに閉鎖されています。
reason-already_running = アカウントはすでに利用中です。

undo-contact_support = トライアル解約後に再開するには、サポートに連絡します。アカウント自体は残っています。
undo-reopen_any_time = ウェブサイト、メール、またはECプラットフォームのアプリ掲載ページから、いつでも再開できます。
undo-cancel_again = 改めてアカウントを閉鎖できます。
refund-full = { $refund_zero ->
        [true] カードへの請求が一度もないため、返金はありません。
       *[other] { $refund_amount ->
            [unknown] 請求された全額が、
           *[other] 全額の{ $refund_amount }が、
        }{ $refund_due_by ->
            [unknown] 閉鎖から10営業日以内に
           *[other] { $ends_on }に閉鎖された場合は{ $refund_due_by }までに
        }最初に請求されたカードへ返金されます。
    }
refund-balance = { $refund_amount ->
        [unknown] { $refund_at_most ->
            [unknown] 未払い分をすべて精算した後の残高が、
           *[other] 未払いの請求書を精算した後の残高(最大{ $refund_at_most })が、
        }
       *[other] 残高の{ $refund_amount }が、
    }{ $refund_due_by ->
        [unknown] 閉鎖から10営業日以内に
       *[other] { $ends_on }に閉鎖された場合は{ $refund_due_by }までに
    }最初に請求されたカードへ返金されます。

refund-remaining_balance = { $refund_at_most ->
        [unknown] 精算後に残った残高が、
       *[other] 精算後に残った残高(最大{ $refund_at_most }から、今後ロックされる分を差し引いた額)が、
    }{ $refund_due_by ->
        [unknown] 閉鎖から10営業日以内に
       *[other] { $ends_on }に閉鎖された場合は{ $refund_due_by }までに
    }最初に請求されたカードへ返金されます。

## その後に起きること
consequence-access_ends = { $date ->
        [unknown] 課金と利用が終了します。
       *[other] { $date }に課金と利用が終了します。
    }
consequence-account_closes = { $date ->
        [unknown] アカウントが閉鎖され(日付は不明です)、利用できなくなります。
       *[other] 早ければ{ $date }にアカウントが閉鎖され、利用できなくなります。
    }
consequence-account_not_deleted = アカウントそのものは削除されません。
consequence-full_refund_ends = { $date ->
        [unknown] 全額返金を受けるには、利用開始から30日以内に閉鎖されている必要があります。
       *[other] 全額返金を受けるには、{ $date }より前に閉鎖されている必要があります。
    }
consequence-fees_not_refundable = { $age ->
        [30] ちょうど30日目は「30日未満ではない」と読むため、発生済みのimpact.com手数料は返金されません。
       *[other] 利用開始から30日以上たっているため、発生済みのimpact.com手数料は返金されません。
    }
consequence-fees_owed_until_closure = { $date ->
        [unknown] 閉鎖までのパートナー手数料とimpact.com手数料は、すべて支払う必要があります。
       *[other] 閉鎖(早くて{ $date })までのパートナー手数料とimpact.com手数料は、すべて支払う必要があります。
    }
consequence-partner_costs_owed = { $partner_costs ->
        [unknown] 発生したパートナーの費用は、支払う必要があります。
       *[other] パートナーの費用{ $partner_costs }は、支払う必要があります。
    }
consequence-pending_payouts_come_off = { $pending_payouts ->
        [unknown] 今後ロックされる分は、返金額から差し引かれます。
       *[other] 今後ロックされる分(現在{ $pending_payouts })は、返金額から差し引かれます。
    }
consequence-pending_actions_are_invoiced = { $pending_actions ->
        [unknown] 保留中のアクションは今後ロックされ、請求されます。
       *[other] 保留中のアクション{ $pending_actions }件は今後ロックされ、請求されます。
    }
consequence-new_actions_delay_closure = 新しいアクションが発生するたびに、閉鎖が遅れます。
consequence-uninstalling_does_not_cancel = アプリや連携をアンインストールしても解約にはならず、課金は続きます。

## 期限
deadline-full_refund_ends = この日までに閉鎖されれば、全額返金を受けられます。

## 先にすること
step-expire_partner_contracts = { $active_contracts ->
        [unknown] 有効なパートナー契約をすべて終了させます。残すと新しいアクションで閉鎖が遅れます。
       *[other] 有効なパートナー契約({ $active_contracts }件)をすべて終了させます。残すと新しいアクションで閉鎖が遅れます。
    }
step-look_up_last_lock_date = { $last_lock_on ->
        [unknown] 最後の保留中のアクションがロックされる日を調べます。
       *[other] 最後の保留中のアクションのロック日が{ $last_lock_on }のままかを確認します。
    }
step-settle_open_invoices = { $open_invoices ->
        [unknown] 未払いの請求書をすべて精算します。
       *[other] 未払いの請求書({ $open_invoices })を精算します。
    }
step-cover_pending_payouts = { $pending_payouts ->
        [unknown] 発生済みのアクションの分をパートナーに支払える残高を用意します。
       *[other] 発生済みのアクションの分として、パートナーに{ $pending_payouts }を支払える残高を用意します。
    }

## それからすること
step-open_subscription_page = サブスクリプションのページを開きます。
step-choose_cancel_subscription = { term-cancel_subscription }を選びます。
step-confirm_with_yes = { term-yes }で確定します。
step-ask_support_to_close = サポートへのチケットで、理由を添えてアカウントの閉鎖を依頼します。
step-wait_for_last_lock_date = { $last_lock_on ->
        [unknown] 最後の保留中のアクションがロックされるまで待ちます。
       *[other] 最後の保留中のアクションがロックされる日({ $last_lock_on })まで待ちます。
    }
step-settle_last_invoices = 最後のロックで発行される請求書を精算します。アクションの支払いが済むまで閉鎖されません。
step-expect_refund_on_card = 最初に請求されたカードへの返金を確認します({ $refund_due_by ->
        [unknown] 閉鎖から10営業日以内
       *[other] { $ends_on }に閉鎖された場合は{ $refund_due_by }まで
    })。
step-reopen_account = ウェブサイト、メール、またはECプラットフォームのアプリ掲載ページから再開します。
step-contact_support_after_trial = トライアル中に解約した場合は、サポートに再有効化を依頼します。

where-partners_page = Engage → Partners → Partners → すべて選択 → Contract → Expire
where-pending_actions_report = { term-pending_actions_report }
where-billing_page = { term-invoices }
where-subscription_page = 上部バー →{ term-your_balance }→{ term-subscription }
where-support_ticket = help.impact.comのサポートチケット
where-card_statement = 最初に請求されたカードの利用明細
where-website_mail_or_app_listing = impact.comのウェブサイト、メール、またはECプラットフォームのアプリ掲載ページ

## 不明確な箇所の読み方
reading-A-IM1 = 案内には30日「未満」と「超」しかないため、ちょうど30日は「30日未満ではない」と読みます。
short-A-IM1 = ちょうど30日は「30日未満」に含めていません。
reading-A-IM2 = 日本語の案内は中間の区分の文が崩れているため、英語の案内にある3つの条件に従います。
reading-A-IM3 = 営業日は、米国連邦の祝日を除く月曜日から金曜日とし、閉鎖の翌日から数えます。
reading-A-IM4 = 「全額」はカードに請求された合計、「残高」は閉鎖日の残高と読みます。未払いの請求書があれば、残高は返金の上限とします。
reading-A-IM5 = 一度も課金されていないトライアルに返金はありません。条件に合わないトライアルは、通常のアカウントと同じ扱いとします。
reading-A-IM6 = ロック済みのアクションだけで保留中がなければ、ロック日は待たず、請求書と支払いの精算だけを待ちます。
reading-A-IM7 = トライアルの最終日は、まだトライアルに含めます。
short-A-IM7 = トライアルの最終日はトライアル期間に含めています。
reading-A-IM8 = 閉鎖はチケットで依頼し、返金の期日は閉鎖日から数えます。依頼した日(または最後のロック日)を閉鎖日と読みますが、閉鎖が遅れれば終了日も返金の期日も遅れます。
short-A-IM8 = 閉鎖が遅れると、終了日と返金の期限も後ろにずれます。
reading-A-IM9 = 保留中のアクションは取り消されることもあるため、返金の上限は残高から未払いの請求書だけを差し引いた額とします。
reading-A-IM10 = カードへの請求が一度もなければ、全額返金の対象になる金額がないと読みます。

## 案内にある規則
rule-IM-1 = トライアル中は、カードへの請求もパートナーの費用もなければ自分で解約できます。課金と利用は終わりますが、アカウントは残ります。
rule-IM-2 = トライアルの解約後に再開するには、サポートへの連絡が必要です。
rule-IM-3 = トライアルの解約は、上部バーの残高からサブスクリプションのページに進み、キャンセルを選んで{ term-yes }で確定します。
rule-IM-4 = 稼働が30日未満で、ロック済みも保留中もアクションがなければ、即時に閉鎖でき、全額が返金されます。
rule-IM-5 = 30日を過ぎると、すでに発生したimpact.com手数料は返金されません。
rule-IM-6 = 稼働が30日を超えていて、ロック済みも保留中もアクションがなければ、即時に閉鎖でき、その時点の残高が返金されます。
rule-IM-7 = 即時に閉鎖した場合、最初に請求されたカードへの返金は10営業日以内に届きます。
rule-IM-8 = それ以外の場合は、請求書の精算とパートナーへの支払いが済んだ後に、残った残高が返金されます。
rule-IM-9 = 最後の保留中のアクションがロックされる日から閉鎖でき、その日はレポートで分かります。
rule-IM-10 = 保留中のアクションがある間は、有効なパートナー契約をすべて終わらせます。新しいアクションは閉鎖を遅らせます。
rule-IM-11 = 閉鎖までに生じたパートナー手数料とimpact.com手数料は支払い義務があり、請求書として精算します。
rule-IM-12 = 最後のロックと支払い(最後の請求書の精算を含む)が済むと閉鎖でき、返金はその日に始まって10営業日以内に最初のカードへ届きます。
rule-IM-13 = 解約後も、ウェブサイト、メール、ECプラットフォームのアプリ掲載ページからいつでも再開できます。
rule-IM-X1 = トライアル後はキャンセルのボタンがなく、理由を添えたサポートチケットで閉鎖を依頼します。
rule-IM-X2 = 閉鎖の前に、パートナー契約の終了と請求書の精算を済ませ、発生済みのアクションの支払いに備えます。
rule-IM-X3 = アプリや連携のアンインストールは解約にならず、課金もプログラムも続きます。
rule-IM-X4 = 契約はパートナーのページで終了させ、選んだ日の23時59分59秒(アカウントのタイムゾーン)に終わります。
rule-IM-X5 = アクションはロック日まで保留中で、その後ロックされ、確定して請求されます。

## 情報の名前と、その確認場所
fact-trial_ends_on = トライアルの最終日
fact-trial_ends_on-where = { term-your_balance }→{ term-subscription }で、トライアルの期間が分かります。
fact-card_charged = カードへの請求の合計
fact-card_charged-where = カードの利用明細または領収書の請求を合計します。なければ0.00と書きます。
fact-partner_costs = これまでのパートナーの費用
fact-partner_costs-where = アカウントのレポートにあるパートナーの費用です。なければ0.00と書きます。
fact-locked_actions = ロック済みのアクションの件数
fact-locked_actions-where = アクションのレポートを「ロック済み」で絞り込みます。
fact-pending_actions = 保留中のアクションの件数
fact-pending_actions-where = { term-pending_actions_report }
fact-last_lock_on = 最後のロック日
fact-last_lock_on-where = { term-pending_actions_report }で、いちばん遅いロック日です。
fact-balance = アカウントの残高
fact-balance-where = 上部バーの{ term-your_balance }
fact-open_invoices = 未払いの請求書の合計
fact-open_invoices-where = まだ精算していない請求書を合計します。
fact-pending_payouts = パートナーへの未払い額
fact-pending_payouts-where = { term-pending_actions_report }
fact-active_contracts = 有効なパートナー契約の件数
fact-active_contracts-where = Engage → Partners → Partners
fact-started_on-where = { term-your_balance }→{ term-subscription }、または最初の領収書の日付です。

## 文書の食い違い
error-trial_ends_early = `{ $value }`は`started_on`({ $started_on })より前です
hint-trial_ends_early = トライアルの最終日は開始日以降です
error-nothing_to_lock = `{ $value }`が書かれていますが、`pending_actions`は0です
hint-nothing_to_lock = `last_lock_on`を消すか、`pending_actions`を直してください
