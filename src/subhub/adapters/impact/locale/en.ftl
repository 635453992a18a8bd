# impact.com Starter Edition

## The answer
headline-trial_cancelled = You can cancel the trial: access ends at once and nothing is charged.
headline-full_refund = { $refund_zero ->
        [true] You can have the account closed at once; nothing was ever charged, so there is nothing to refund.
       *[other] { $refund_amount ->
            [unknown] You can have the account closed at once, with everything that was charged refunded.
           *[other] You can have the account closed at once, with a full refund of { $refund_amount }.
        }
    }
headline-balance_refund = { $refund_amount ->
        [unknown] { $refund_at_most ->
            [unknown] You can have the account closed at once; its balance is refunded, less what is still owed.
           *[other] You can have the account closed at once; at most { $refund_at_most } of its balance is refunded.
        }
       *[other] You can have the account closed at once, with its balance of { $refund_amount } refunded.
    }
headline-delayed = { $ends_on ->
        [unknown] You can cancel, but the account closes only after the last pending action has locked (date not known).
       *[other] You can cancel, but the account closes on { $ends_on } at the earliest.
    }
headline-reopened = You can reopen the account.
outcome-trial_cancelled = The trial ends before anything is charged.
outcome-full_refund = The account closes at once, with a full refund.
outcome-balance_refund = The account closes at once, and its balance is refunded.
outcome-delayed = The account closes later, once every action is locked and everything owed is paid.
outcome-reopened = The account is open again.

intent-cancel = cancel
intent-resume = reopen the account
actor-owner = account owner
product-starter = Starter Edition
reason-already_ended = The account is closed already.
reason-already_running = The account is open already.

undo-contact_support = To reopen the account after cancelling the trial, contact support: the account still exists.
undo-reopen_any_time = You can reopen it at any time: through the website, by e-mail, or from the app's page in your shop platform.
undo-cancel_again = You can close the account again.
refund-full = { $refund_zero ->
        [true] Nothing was ever charged, so there is nothing to refund.
       *[other] { $refund_amount ->
            [unknown] Everything that was charged
           *[other] The full { $refund_amount }
        } is refunded to the card first charged, { $refund_due_by ->
            [unknown] within 10 business days of closure.
           *[other] by { $refund_due_by } if the account is closed on { $ends_on }.
        }
    }
refund-balance = { $refund_amount ->
        [unknown] { $refund_at_most ->
            [unknown] What is left of the balance once everything owed is settled
           *[other] What is left of the balance once the open invoices are settled (at most { $refund_at_most })
        }
       *[other] The balance of { $refund_amount }
    } is refunded to the card first charged, { $refund_due_by ->
        [unknown] within 10 business days of closure.
       *[other] by { $refund_due_by } if the account is closed on { $ends_on }.
    }

refund-remaining_balance = { $refund_at_most ->
        [unknown] What is left of the balance in the end
       *[other] What is left of the balance in the end (at most { $refund_at_most }, less what still locks)
    } is refunded to the card first charged, { $refund_due_by ->
        [unknown] within 10 business days of closure.
       *[other] by { $refund_due_by } if the account is closed on { $ends_on }.
    }

## What follows
consequence-access_ends = { $date ->
        [unknown] Charges and access end.
       *[other] Charges and access end on { $date }.
    }
consequence-account_closes = { $date ->
        [unknown] The account closes (date not known), and your access ends with it.
       *[other] The account closes on { $date } at the earliest, and your access ends with it.
    }
consequence-account_not_deleted = The account itself is not deleted.
consequence-full_refund_ends = { $date ->
        [unknown] For a full refund the account has to be closed within 30 days of its first day.
       *[other] For a full refund the account has to be closed before { $date }.
    }
consequence-fees_not_refundable = { $age ->
        [30] impact.com fees that have accrued are not refunded: the account is exactly 30 days old, which is read as no longer less than 30.
       *[other] impact.com fees that have accrued are not refunded: the account is at least 30 days old.
    }
consequence-fees_owed_until_closure = { $date ->
        [unknown] Until the account closes you owe all partner fees and impact.com fees.
       *[other] Until the account closes ({ $date } at the earliest) you owe all partner fees and impact.com fees.
    }
consequence-partner_costs_owed = { $partner_costs ->
        [unknown] Partner costs that have arisen are still owed.
       *[other] Partner costs of { $partner_costs } are still owed.
    }
consequence-pending_payouts_come_off = { $pending_payouts ->
        [unknown] What still locks is deducted from the refund.
       *[other] What still locks is deducted from the refund: { $pending_payouts } so far.
    }
consequence-pending_actions_are_invoiced = { $pending_actions ->
        [unknown] Pending actions still lock, and you are invoiced for them.
        [one] One pending action still locks, and you are invoiced for it.
       *[other] { $pending_actions } pending actions still lock, and you are invoiced for them.
    }
consequence-new_actions_delay_closure = Every new action pushes the closing day back.
consequence-uninstalling_does_not_cancel = Uninstalling the shop app or the integration does not cancel: charges go on.

## What a last day is for
deadline-full_refund_ends = Last day to have the account closed with a full refund.

## What to do first
step-expire_partner_contracts = { $active_contracts ->
        [unknown] Expire all active partner contracts, or new actions push closure back.
        [one] Expire the active partner contract, or new actions push closure back.
       *[other] Expire all active partner contracts ({ $active_contracts }), or new actions push closure back.
    }
step-look_up_last_lock_date = { $last_lock_on ->
        [unknown] Look up the day on which the last pending action locks.
       *[other] Check that the last pending action still locks on { $last_lock_on }.
    }
step-settle_open_invoices = { $open_invoices ->
        [unknown] Settle every open invoice.
       *[other] Settle the open invoices ({ $open_invoices }).
    }
step-cover_pending_payouts = { $pending_payouts ->
        [unknown] Have enough in the account to pay partners for every action that has happened.
       *[other] Have enough in the account to pay partners { $pending_payouts } for actions that have happened.
    }

## Then
step-open_subscription_page = Open the subscription page.
step-choose_cancel_subscription = Choose { term-cancel_subscription }.
step-confirm_with_yes = Confirm with { term-yes }.
step-ask_support_to_close = Ask support in a ticket to close the account, and give your reason.
step-wait_for_last_lock_date = { $last_lock_on ->
        [unknown] Wait until the last pending action has locked.
       *[other] Wait until the last pending action has locked ({ $last_lock_on }).
    }
step-settle_last_invoices = Settle the invoices that the last locks raise: the account closes only once the actions have been paid.
step-expect_refund_on_card = Look for the refund on the card first charged, { $refund_due_by ->
        [unknown] within 10 business days of closure.
       *[other] by { $refund_due_by } if the account is closed on { $ends_on }.
    }
step-reopen_account = Reopen the account through the website, by e-mail, or from the app's page in your shop platform.
step-contact_support_after_trial = If you cancelled in the trial, ask support to turn it on again.

where-partners_page = Engage → Partners → Partners → select all → Contract → Expire
where-pending_actions_report = { term-pending_actions_report }
where-billing_page = { term-invoices }
where-subscription_page = top bar → { term-your_balance } → { term-subscription }
where-support_ticket = support ticket on help.impact.com
where-card_statement = the statement of the card first charged
where-website_mail_or_app_listing = impact.com website, e-mail, or the app's page in your shop platform

## How unclear places are read
reading-A-IM1 = The page says “less than” and “more than” 30 days; exactly 30 days is read as no longer less than 30.
short-A-IM1 = Exactly 30 days are read as no longer “less than 30 days”.
reading-A-IM2 = The Japanese page is garbled for the middle tier; its three conditions are taken from the English page.
reading-A-IM3 = Business days are read as Monday to Friday without United States federal holidays, counted from the day after closure.
reading-A-IM4 = “Full refund” is read as all that was charged to the card, “balance” as the balance on the closing day; with invoices open, that is the most that can be refunded.
reading-A-IM5 = A trial in which nothing was charged has nothing to refund; a trial that does not meet the conditions is treated like any other account.
reading-A-IM6 = With locked actions and none pending, closure waits for invoices and payouts only, not for a lock date.
reading-A-IM7 = The last day of the trial still belongs to the trial.
short-A-IM7 = The last day of the trial still belongs to it.
reading-A-IM8 = Closing is asked for in a ticket, and the refund counts from closure: the day asked, or the last lock date, is read as the closing day; if support closes later, end and refund move with it.
short-A-IM8 = If support closes later than read here, end and refund move too.
reading-A-IM9 = Pending actions may still be reversed, so the most that can be refunded is the balance less the open invoices only.
reading-A-IM10 = Where nothing was ever charged, there is nothing to refund in full.

## The rules of the pages
rule-IM-1 = In the trial you can cancel by yourself if the card was never charged and partners have caused no costs; charges and access end, but the account is not deleted.
rule-IM-2 = To reopen the account after cancelling the trial, you contact support.
rule-IM-3 = You cancel the trial from your balance in the top bar: open the subscription page, choose “Cancel subscription”, and confirm with yes.
rule-IM-4 = An account active for less than 30 days without locked or pending actions closes at once with a full refund.
rule-IM-5 = After 30 days, impact.com fees that have accrued are not refunded.
rule-IM-6 = An account active for more than 30 days without locked or pending actions closes at once, and its current balance is refunded.
rule-IM-7 = After an immediate closure the refund reaches the card first charged within 10 business days.
rule-IM-8 = In all other cases what is left of the balance is refunded later, once invoices are settled and partners are paid.
rule-IM-9 = The account can be closed from the day on which the last pending action locks; a report shows that day.
rule-IM-10 = While actions are pending, every active partner contract should be ended, since new actions delay closure.
rule-IM-11 = All partner fees and impact.com fees up to closure are owed and have to be settled as invoices.
rule-IM-12 = Once the last action has locked and the actions are paid (the last invoices included), the account can close; the refund starts that day and reaches the card first charged within 10 business days.
rule-IM-13 = A cancelled account can be reopened at any time through the website, by e-mail, or from the app's page in the shop platform.
rule-IM-X1 = After the trial there is no cancel button: closing is asked for, with reasons, in a support ticket.
rule-IM-X2 = Before closure all partner contracts are expired, all invoices settled, and every action that happened can be paid for.
rule-IM-X3 = Uninstalling the shop app or the integration does not cancel; charges and the program go on.
rule-IM-X4 = Contracts are expired on the partners page and end at 23:59:59 of the chosen day, in the account's time zone.
rule-IM-X5 = An action is pending until its locking date; then it is locked, cleared and invoiced.

## Facts
fact-trial_ends_on = last day of the trial
fact-trial_ends_on-where = { term-your_balance } → { term-subscription } shows how long the trial runs.
fact-card_charged = total charged to the card
fact-card_charged-where = Add up the charges on your card statement or your receipts; write 0.00 if there are none.
fact-partner_costs = partner costs so far
fact-partner_costs-where = The costs of partners in the reports of your account; write 0.00 if there are none.
fact-locked_actions = number of locked actions
fact-locked_actions-where = The actions report, filtered by the state “locked”.
fact-pending_actions = number of pending actions
fact-pending_actions-where = { term-pending_actions_report }
fact-last_lock_on = last lock date
fact-last_lock_on-where = The latest locking date in the { term-pending_actions_report }
fact-balance = account balance
fact-balance-where = { term-your_balance } in the top bar
fact-open_invoices = sum of open invoices
fact-open_invoices-where = Add up the { term-invoices } that are not settled yet.
fact-pending_payouts = payouts still due to partners
fact-pending_payouts-where = { term-pending_actions_report }
fact-active_contracts = number of active partner contracts
fact-active_contracts-where = Engage → Partners → Partners
fact-started_on-where = { term-your_balance } → { term-subscription }, or your very first receipt.
