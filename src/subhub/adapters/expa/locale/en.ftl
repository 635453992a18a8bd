# Expa (エキスパ): the buyer's orders, and the seller's products

## The answer
headline-ends_at_period_end = { $last_day ->
        [unknown] You can cancel and use it until the contract period ends (date not known).
       *[other] You can cancel and use it until { $last_day } (last day of the contract period).
    }
headline-terminated = { $access_until ->
        [unknown] You can end the buyer's contract: at once if something is unpaid, otherwise with the contract period (date not known).
       *[other] { $ends_at_once ->
            [true] You can end the buyer's contract; it ends at once, on { $ends_on }.
           *[other] You can end the buyer's contract; the buyer has access up to and including { $last_day }.
        }
    }
headline-order_cancelled = { $refund_kind ->
        [none] You can cancel the unpaid order; nothing was paid, so there is nothing to refund.
        [by_agreement] You can cancel the unpaid order; a bank transfer is still under way, and if it arrives a refund is a matter between you and the buyer.
       *[other] You can cancel the unpaid order; whether money is still under way is not known.
    }
headline-remaining_cancelled = You can cancel what is not settled yet; what has been paid stays paid.
headline-sales_stopped = You can stop sales; charges to existing buyers go on.
headline-sales_resumed = You can put the product on sale again.
headline-product_deleted = You can delete the product permanently.
outcome-ends_at_period_end = The product can be used until the contract period ends.
outcome-terminated = The seller ends the buyer's contract.
outcome-order_cancelled = The unpaid order is cancelled.
outcome-remaining_cancelled = The part of the order that is not settled is cancelled.
outcome-sales_stopped = The product is no longer on sale.
outcome-sales_resumed = The product is on sale again.
outcome-product_deleted = The product is deleted.

intent-stop_sales = stop sales
intent-resume_sales = resume sales
intent-delete_product = delete the product
actor-buyer = buyer
actor-seller = seller
product-continuing = continuing product (継続商品)
product-online_salon = online salon (オンラインサロン)
product-download = download product (ダウンロード商品)
product-shipped = shipped product (配送商品)
product-event = event (イベント)
payment_plan-lump_sum = paid at once
payment_plan-instalments = paid in instalments
product_state-provisional = provisionally registered (仮登録)
product_state-on_sale = on sale
product_state-stopped = sales stopped (販売停止)

refund-by_agreement = If the buyer asks for a refund, buyer and seller agree on it; as a rule the seller transfers it. Expa sets no amount and no date.

## What stands in the way
blocker-unpaid_invoice = { $unpaid_invoices ->
        [unknown] An invoice is unpaid; it has to be paid or withdrawn first.
        [one] One invoice is unpaid; it has to be paid or withdrawn first.
       *[other] { $unpaid_invoices } invoices are unpaid; every one of them has to be paid or withdrawn first.
    }
remedy-pay_by_transfer_and_wait = { $unpaid_by_transfer ->
        [one] Pay into the bank account named at purchase, and wait until Expa has confirmed it.
        [unknown] Pay into the bank account named at purchase, and wait until Expa has confirmed it.
       *[other] Pay all { $unpaid_by_transfer } invoices into the bank account named at purchase, and wait until Expa has confirmed them.
    }
remedy-fix_card = { $unpaid_by_card ->
        [one] Ask your card company to make the card usable again.
        [unknown] Ask your card company to make the card usable again.
       *[other] Ask your card company to make the card usable again, and have all { $unpaid_by_card } invoices paid with it.
    }
remedy-register_other_card = { $unpaid_by_card ->
        [one] Register another card.
        [unknown] Register another card.
       *[other] Register another card, and have all { $unpaid_by_card } invoices paid with it.
    }
remedy-ask_seller_to_withdraw = { $unpaid_invoices ->
        [one] Ask the seller to withdraw the invoice.
       *[other] Ask the seller to withdraw every unpaid invoice.
    } Either only the invoice is withdrawn and you can then cancel, or the seller ends the contract itself: that takes effect the same day and cannot be undone.
blocker-seller_only = Only the seller can do this.
remedy-ask_seller = Have the seller do it.
blocker-already_settled = Everything is settled, and settled payments cannot be cancelled.
remedy-refund_directly = Agree on a refund with the buyer and transfer it yourself.
blocker-product_was_on_sale = The product has been on sale, so it cannot be deleted.
remedy-stop_sales = Stop its sales instead.
reason-event_rules_not_published = Expa's pages do not say how events are cancelled.
reason-canceled_period_runs = { $last_day ->
        [unknown] It is cancelled already, and can be used until its contract period ends.
       *[other] It is cancelled already, and can be used up to and including { $last_day }.
    }
reason-already_ended = { $status ->
        [canceled] It is cancelled already.
       *[other] It has ended already.
    }
reason-sales_already_stopped = Sales have been stopped already.
reason-never_went_on_sale = The product has never been on sale.
reason-already_on_sale = The product is on sale already.

undo-not_stated = Expa's pages do not say whether a cancellation can be undone.
undo-resume_sales_any_time = You can resume sales at any time.
undo-stop_sales_any_time = You can stop sales again at any time.

## What follows
consequence-access_ends = { $date ->
        [unknown] When the contract period (date not known) has ended, the product can no longer be used.
       *[other] From { $date } on, the product can no longer be used.
    }
consequence-contract_period_adjusted = The contract period is changed to fit the time of cancellation.
consequence-membership_ends = { $date ->
        [unknown] The buyer loses access: at once if something is unpaid, otherwise after the contract period.
       *[other] From { $date } on, the buyer has no access.
    }
consequence-recurring_charges_stop = { $date ->
        [unknown] From the day it is done, recurring charges and invoice e-mails stop.
       *[other] From { $date } on, recurring charges and invoice e-mails stop.
    }
consequence-open_invoices_void = { $unpaid_invoices ->
        [unknown] Every order billed and not yet paid is cancelled.
        [one] The one order billed and not yet paid is cancelled.
       *[other] All { $unpaid_invoices } orders billed and not yet paid are cancelled.
    }
consequence-paid_invoices_stay = { $paid_invoices ->
        [unknown] Invoices already paid are not cancelled.
        [one] The one invoice already paid is not cancelled.
       *[other] The { $paid_invoices } invoices already paid are not cancelled.
    }
consequence-unsettled_part_cancelled = What is not settled is no longer due.
consequence-transfer_may_still_arrive = { $transfers_pending ->
        [unknown] If a bank transfer is under way, it may still arrive: it then counts as paid, and is refunded only by agreement.
       *[other] The bank transfer that is under way may still arrive: it then counts as paid, and is refunded only by agreement.
    }
consequence-buyer_data_deleted = The buyer's data is deleted permanently, and the payment and purchase history can no longer be seen.
consequence-cannot_be_undone = Once done, it cannot be undone.
consequence-refund_is_between_the_two = Where the buyer asks for a refund, buyer and seller agree on it; as a rule it is paid by bank transfer.
consequence-card_settlement_not_voided = A card payment cannot be voided: card buyers too are refunded directly by the seller.
consequence-leaves_magazine = { $date ->
        [unknown] The buyer leaves the product's magazine (購入者マガジン) when the contract ends.
       *[other] The buyer leaves the product's magazine (購入者マガジン) on { $date }.
    }
consequence-cancellation_notice_exists = Expa has a notice for the cancellation of a continuing product.
consequence-text_messages_not_stated = Expa's pages do not say what happens to text messages.
consequence-payment_link_stops = The payment link stops, and nobody new can buy.
consequence-instalments_go_on = Buyers who pay in instalments go on being charged.
consequence-recurring_charges_go_on = Existing buyers go on being charged; to stop that, end each contract.
consequence-buyers_join_magazine = New buyers join the product's magazine (購入者マガジン) at once.
consequence-buyers_join_text_list = New buyers join the product's list for text messages.
consequence-product_gone_for_good = The product is deleted permanently.
consequence-step_mail_goes_out = { $date ->
        [unknown] The step mail “{ $subject }” is still sent.
       *[other] The step mail “{ $subject }” is still sent on { $date }.
    }
consequence-step_mail_may_go_out = { $date ->
        [unknown] The step mail “{ $subject }” may still be sent.
       *[other] The step mail “{ $subject }” may still be sent on { $date }.
    }
consequence-step_mail_never_goes_out = { $date ->
        [unknown] The step mail “{ $subject }” is not sent.
       *[other] The step mail “{ $subject }”, due on { $date }, is not sent.
    }
consequence-step_mail_already_sent = The step mail “{ $subject }” has been sent already.

## What to do
step-export_customer_data = Export the customer data: it is deleted with the cancellation.
step-log_in = Log in and open { term-my_page }.
step-open_continuing_products = Open { term-continuing_products }.
step-choose_product = Choose the product you want to cancel.
step-follow_link_at_the_bottom = Scroll down and follow the link { term-here }.
step-read_and_cancel = Read the page and choose { term-cancel_the_continuing_product }.
step-confirm = Confirm with { term-cancel_it }.
step-leave_salon = Leave the online salon as the manual { term-leaving_a_salon } says.
step-open_buyer_search = Open the product in { term-product_list }, then { term-buyer_search }.
step-search_by_conditions = Enter search conditions and choose { term-search }.
step-click_terminate = Choose { term-terminate } for the buyer.
step-choose_reason = Choose a reason from the list.
step-choose_whether_mail_is_sent = Choose whether the order-cancelled e-mail is sent; you can preview it.
step-execute = Choose { term-execute }.
step-tick_unpaid_first_transfer = Tick { term-unpaid_first_transfer } and choose { term-search }.
step-search_by_any_detail = Search for the buyer by any one detail, such as name or order id.
step-click_cancel = Choose { term-cancel } beside the buyer.
step-agree_and_transfer_refund = { $refund_requested ->
        [true] The buyer asked for a refund: agree on it with the buyer, and transfer it to the account the buyer names.
       *[other] If the buyer asks for a refund, agree on it with the buyer, and transfer it to the account the buyer names.
    }
step-note_refund_in_memo = Note a refund in the memo of the customer's details: the purchase status cannot be changed.
step-keep_refund_record_elsewhere = Keep your own record of the refund: the buyer's data, and the memo with it, is deleted with the cancellation.
step-open_product_list = Open { term-product_list }.
step-click_stop_sales = Choose { term-stop_sales } for the product, check what it says, and choose it again.
step-confirm_stop_sales = Confirm with { term-stop_sales_now }.
step-move_to_stopped_group = If you like, choose { term-move_to_stopped_group }; the group is created automatically.
step-open_stopped_group = Open the group { term-stopped_group }, or the group the product is in.
step-click_resume_sales = Choose { term-resume_sales } for the product, check what it says, and choose it again.
step-confirm_resume_sales = Confirm with { term-resume_sales_now }.
step-move_to_main_group = If you like, choose { term-move_to_main_group }.
step-click_delete = Choose { term-delete } for the provisionally registered product.
step-confirm_delete = Confirm with { term-delete_now }.
where-expa_login = Expa login → { term-my_page }
where-buyer_my_page = { term-my_page }
where-continuing_products = { term-my_page } → { term-continuing_products }
where-product_page = page of the product
where-salon_manual = Expa Help, the manual { term-leaving_a_salon }
where-product_sales = { term-product_sales } → { term-product_list } → the product
where-buyer_search = { term-buyer_search }
where-payment_status_column = { term-buyer_search } → column { term-payment_status }
where-cancel_window = window that opens
where-customer_data = { term-customer_data }
where-customer_details = { term-customer_details } → { term-memo }
where-outside_expa = between seller and buyer, outside Expa
where-product_list = { term-product_sales } → { term-product_list }

## How unclear places are read
reading-A-EX1 = The page gives no formula for the contract period: what is paid for is read as running to the end of the current period.
short-A-EX1 = What is paid for is read as running to the end of the period.
reading-A-EX2 = A bank transfer that was made but is not confirmed counts as unpaid; where its order is cancelled the money may still arrive, and is then refunded only by agreement.
short-A-EX2 = A transfer that is not confirmed yet counts as unpaid.
reading-A-EX3 = The pages show buyers no way to cancel download and shipped orders, so they ask the seller.
short-A-EX3 = The pages show buyers no way, so they ask the seller.
reading-A-EX4 = The pages name notices for events but no rule for cancelling them, so there is no answer.
short-A-EX4 = The pages have no rule for cancelling events.
reading-A-EX5 = One page says nobody cancels for the buyer, another that sellers can end a contract: they are read as two separate ways.
reading-A-EX6 = The page says when the buyer leaves the magazine, not when access ends: access is read as ending with it, at once with something unpaid, otherwise when the contract period has ended.
short-A-EX6 = Access is read as ending when the buyer leaves the magazine.
reading-A-EX7 = The last day of the contract period is read as still belonging to it: the first day without the product is the day after.
short-A-EX7 = The last day of the contract period is a day of use.
reading-A-EX8 = The seller withdraws an invoice by cancelling or by terminating; the page does not say which, so what it leads to is possible, not certain.
short-A-EX8 = What a withdrawal leads to is possible, not certain.
reading-A-EX9 = That charges stop on the day and that the buyer leaves the magazine is said of the seller's termination; the buyer's own cancellation is read the same way.
reading-A-EX10 = Leaving a salon has a manual of its own that was not read; its end is read as that of a continuing product.
short-A-EX10 = A salon's end is read as a continuing product's.
reading-A-EX11 = A contract that is cancelled while its period still runs is read as usable until the period ends.
short-A-EX11 = Cancelled while its period runs: usable until it ends.

## The rules of the pages
rule-EX-B1 = On the buyer's way the buyer cancels; neither Expa nor the seller does it for them.
rule-EX-B2 = The buyer cancels a continuing product on its page, reached through My Page, and confirms.
rule-EX-B3 = On cancellation the contract period is changed to fit; the product can be used until that period ends, and not after it has ended.
rule-EX-B4 = A product with an unpaid invoice cannot be cancelled.
rule-EX-B5 = Every unpaid invoice is either paid or withdrawn; with several, paying one is not enough.
rule-EX-B6 = A bank transfer takes a while to be confirmed, and cancelling stays impossible until then.
rule-EX-B7 = Where a card payment failed, the card company makes the card usable again, or another card is registered.
rule-EX-B8 = An invoice is withdrawn by the seller, who cancels or terminates for it; the buyer has to ask the seller, and without the buyer's permission it cannot be done.
rule-EX-B9 = Buyers can end a continuing product or a salon only where everything due is paid.
rule-EX-S1 = Of download and shipped orders the seller can cancel only what is not settled: a first bank transfer, or instalments.
rule-EX-S2 = What is settled cannot be cancelled.
rule-EX-S3 = A cancellation by the seller cannot be undone.
rule-EX-S4 = Cancelling deletes the buyer's data and history, so the customer data has to be exported first.
rule-EX-S5 = For a first bank transfer, the seller searches for unpaid buyers, cancels beside the buyer, and chooses a reason and whether mail is sent.
rule-EX-S6 = For instalments, the seller searches by any detail of the buyer and cancels in the same way.
rule-EX-S7 = The seller can end a continuing product or a paid salon whether or not everything is paid.
rule-EX-S8 = Ending a contract cannot be undone.
rule-EX-S9 = Orders billed and still open are cancelled along with the contract.
rule-EX-S10 = Invoices already paid stay as they are.
rule-EX-S11 = Recurring charges and invoice e-mails stop on the day the contract is ended.
rule-EX-S12 = The buyer leaves the magazine at once where something is unpaid, otherwise after the contract period.
rule-EX-S13 = The seller ends a contract from the payment status column of the buyer search, with a reason and a choice about mail.
rule-EX-R1 = Where the buyer asks for a refund, seller and buyer agree on it; as a rule the seller transfers it to the account the buyer names.
rule-EX-R2 = The purchase status cannot be changed; the refund is noted in the memo of the customer's details, where that still exists.
rule-EX-R3 = Card payments cannot be voided; the seller refunds card buyers directly too.
rule-EX-P1 = Stopping sales switches the payment link off, and sales can be resumed at any time; moving the product to another group is optional.
rule-EX-P2 = After a stop, instalments of existing buyers go on being charged.
rule-EX-P3 = After a stop, existing buyers of continuing products go on being charged until each contract is ended.
rule-EX-P4 = Sales can be resumed at any time.
rule-EX-P5 = Only a provisionally registered product can be deleted, and not brought back; one that went on sale can only be stopped.
rule-EX-P6 = Sales are stopped and resumed, and products deleted, in the product list.
rule-EX-M1 = With the mail feature, a sale puts the buyer into the product's magazine at once.
rule-EX-M2 = A step mail goes out when its day and its time have come, counted from registration, and the reader has not got it yet.
rule-EX-M3 = A step added late goes out at once if its time of day has passed, otherwise when it comes that day.
rule-EX-M4 = A reader's history can mark a step as unsent, so that it goes out again, or as sent, so that it never does.
rule-EX-M5 = Leaving the magazine decides which steps still go out: those due before, none after.
rule-EX-M6 = There are notices for purchases, for cancelled continuing products, and for cancelled or moved events.
rule-EX-M7 = With text messages, a sale puts the buyer into the product's list, and a step can go out on settlement.

## Facts
fact-product-where = { term-product_sales } → { term-product_list }: the kind of product
fact-current_period_end = first day after the contract period
fact-current_period_end-where = The day after the last day of the contract period (契約期間) shown on { term-my_page } or in { term-buyer_search }
fact-contract_ends_on = last day of the contract period
fact-contract_ends_on-where = The end of the contract period (契約期間), on { term-my_page } or in { term-buyer_search }
fact-payment_plan = way of paying
fact-payment_plan-where = { term-buyer_search }, or the e-mail about the purchase
fact-invoices = invoices of the order
fact-invoices-where = { term-payment_status } of the buyer, or the invoice e-mails
fact-unpaid_invoices = number of unpaid invoices
fact-unpaid_invoices-where = Count the invoices that are open or whose transfer is not confirmed (未払い).
fact-paid_invoices = number of paid invoices
fact-paid_invoices-where = Count the invoices whose payment is confirmed.
fact-unpaid_by_card = number of unpaid invoices by card
fact-unpaid_by_card-where = Count the unpaid invoices to be charged to a card.
fact-unpaid_by_transfer = number of unpaid invoices by bank transfer
fact-unpaid_by_transfer-where = Count the unpaid invoices due by bank transfer (銀行振込).
fact-transfers_pending = number of bank transfers under way
fact-transfers_pending-where = Count the transfers that were made and that Expa has not confirmed yet (入金確認).
fact-refund_requested = whether the buyer asked for a refund
fact-refund_requested-where = The buyer's messages to the seller
fact-mail_feature = whether the seller has the mail feature
fact-mail_feature-where = { term-mail } in the seller's menu
fact-magazine = the buyer's step mails
fact-magazine-where = { term-mail } → the product's magazine → readers and their step history
fact-product_state = where the product stands
fact-product_state-where = { term-product_sales } → { term-product_list }: the button is { term-delete } while provisional, { term-stop_sales } once on sale
