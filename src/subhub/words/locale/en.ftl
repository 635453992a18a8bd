# What all platforms share. An adapter's own catalogue wins over this one.

## The answer in one line
headline-allowed =
    You can { $asked }{ $needed ->
        [unknown] , but what it leads to is not certain yet.
       *[other] ; what it leads to depends on: { $needed }.
    }
headline-blocked =
    You cannot { $asked } as things stand: { $blocker_count ->
        [one] one thing stands in the way.
       *[other] { $blocker_count } things stand in the way.
    }
headline-unknown =
    It is not certain yet whether you can { $asked }{ $needed ->
        [unknown] .
       *[other] ; it depends on: { $needed }.
    }
headline-nothing_to_do = There is nothing to do: you do not need to { $asked }.
headline-not_covered = The platform's pages do not say what happens if you { $asked }, so there is no answer.

verdict-allowed = Possible
verdict-blocked = Not possible as things stand
verdict-nothing_to_do = Nothing to do
verdict-unknown = Not certain yet
verdict-not_covered = Not covered by the platform's pages

## What was asked
intent-cancel = cancel
intent-resume = resume
mode-immediate = at once
mode-period_end = at the end of the billing period

## Money back
refund-way = { $refund_automatic ->
        [true] {" "}automatically
       *[other] {""}
    }{ $refund_to ->
        [original_card] {" "}to the card first charged
        [bank_account] {" "}to a bank account
       *[other] {""}
    }{ $refund_due_by ->
        [unknown] {""}
       *[other] , by { $refund_due_by } at the latest
    }
refund-full = { $refund_amount ->
        [unknown] The full amount is refunded
       *[other] The full { $refund_amount } is refunded
    }{ refund-way }.
refund-partial = { $refund_amount ->
        [unknown] Part of it is refunded
       *[other] { $refund_amount } is refunded
    }{ refund-way }.
refund-balance = { $refund_amount ->
        [unknown] The account's balance is refunded
       *[other] The balance of { $refund_amount } is refunded
    }{ refund-way }.
refund-remaining_balance = { $refund_at_most ->
        [unknown] What is left of the balance in the end is refunded
       *[other] What is left of the balance in the end (at most { $refund_at_most }) is refunded
    }{ refund-way }.
refund-by_agreement = Whether anything is refunded, and how much, is for the two sides to agree.
refund-none = Nothing is refunded.
owed-sentence = { $charge_amount ->
        [unknown] { $charge_at_most ->
            [unknown] There is something to pay; how much is not known.
           *[other] You have to pay at most { $charge_at_most }.
        }
       *[other] You have to pay { $charge_amount }.
    }
refund_to-original_card = the card first charged
refund_to-bank_account = a bank account

## What stands in the way
blocker-mode_not_offered = This platform offers no choice of how it ends.
blocker-intent_not_offered = This platform does not offer this.
remedy-leave_mode_out = Ask again without choosing how it ends.
remedy-cancel_instead = Ask about cancelling instead.
reason-already_ended = It has already ended.
reason-already_running = It is already running.

## Undoing it
undo-never = It cannot be undone.
undo-cancel_again = You can cancel again at any time.

## What is not known, and how answers are read
unknown-output = Not known yet: { $output }{ $needed ->
        [unknown] .
       *[other] {" "}(depends on: { $needed }).
    }
reading-A-TZ = Days are counted in the time zone { $zone }, since the document names none.
reading-A-EDITION = The page carries no date of its own: { $checked_on ->
        [unknown] the rules of { $on } were not read.
       *[other] it is read as it stood on { $checked_on }, and the rules of { $on } were not read.
    }
short-A-TZ = Days are counted in the time zone { $zone }.
short-A-EDITION = The rules of { $on } were not read.

## Labels
certainty-certain = certain
certainty-possible = possible
severity-info = good to know
severity-warning = watch out
severity-loss = you lose this
channel-web = on the website
channel-api = through the API
channel-support = through support
channel-mail = by e-mail

status-trialing = in trial
status-active = active
status-past_due = payment overdue
status-paused = paused
status-canceled = cancelled
status-expired = expired
billing_interval-month = monthly
billing_interval-year = yearly
billing_interval-once = once

output-verdict = whether it is possible
output-outcome = what it leads to
output-ends_on = the day it ends
output-access_until = the day access ends
output-billing_stops_on = the day new charges stop
output-refund-kind = what kind of refund there is
output-refund-amount = the refund amount
output-refund-at_most = the most that can be refunded
output-refund-automatic = whether the refund is automatic
output-refund-to = where the refund goes
output-refund-due_by = the day the refund is due
output-charge-amount = how much there is to pay
output-charge-at_most = the most there is to pay
output-reversible-possible = whether it can be undone
output-reversible-until = until when it can be undone
output-reversible-how = how it can be undone

## Facts, and where the platform shows them
fact-platform = platform
fact-id = your own name for it
fact-product = product
fact-product-where = The name of the product or plan on the page of your subscription.
fact-status = status
fact-status-where = The status on the page of your subscription.
fact-billing_interval = billing interval
fact-billing_interval-where = The page of your subscription says whether it is charged by the month or by the year.
fact-price = price
fact-price-where = The amount on your latest invoice or receipt.
fact-started_on = first day of the subscription
fact-started_on-where = The date of your very first invoice or receipt, not of the last renewal.
fact-current_period_end = renewal date
fact-current_period_end-where = The next charge or expiry date on the page of your subscription.
fact-auto_renew = auto-renew
fact-auto_renew-where = The auto-renew setting on the page of your subscription.
fact-timezone = time zone
fact-timezone-where = The time zone in the settings of your account.
fact-depends_on = subscriptions it needs
fact-on = day asked about
fact-mode = how it ends
fact-actor = who does it

## Choosing the day and the way
goal-refund = get the largest refund
goal-access = keep access as long as possible
goal-soonest = end it as soon as possible
goal-no-renewal = avoid the next charge
gain-verdict = This way is possible; the other is not.
gain-refund = { $money ->
        [unknown] You get a refund.
       *[other] You get a refund of { $money }.
    }
gain-charge = { $money ->
        [unknown] It costs you less.
       *[other] It costs you { $money } less.
    }
gain-access = { $days ->
        [one] You keep access one day longer.
        [unknown] You keep access longer.
       *[other] You keep access { $days } days longer.
    }
gain-losses = You avoid losses that the other way has.
gain-undo = You can undo it.
forgo-verdict = This way is not possible; the other is.
forgo-refund = { $money ->
        [unknown] You no longer get a refund.
       *[other] You no longer get a refund of { $money }.
    }
forgo-charge = { $money ->
        [unknown] It costs you more.
       *[other] It costs you { $money } more.
    }
forgo-access = { $days ->
        [one] You lose access one day earlier.
        [unknown] You lose access earlier.
       *[other] You lose access { $days } days earlier.
    }
forgo-losses = You have losses that the other way has not.
forgo-undo = You cannot undo it.
move-other_mode = { $mode ->
        [period_end] Let it run to the end of the billing period instead.
       *[other] End it at once instead.
    }
move-other_actor = Have the { $actor_name } do it.
move-wait = { $until ->
        [unknown] Wait.
       *[other] Wait until { $until }.
    }
deadline-ends = The subscription ends.
deadline-access_ends = Access ends.
deadline-billing_stops = New charges stop.
deadline-refund_due = The refund is due.
deadline-charge_due = What you owe is due.
deadline-undo_ends = It can no longer be undone.
deadline-act_before_charge = Last day to act before the next charge.
dependence-ends_with = “{ $subscription }” needs “{ $on }”: cancel “{ $subscription }” first.
