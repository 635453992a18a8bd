# Pages about time and choice: timelines, ways, the best day, interviews, agendas, calendars.

## What a span is drawn as
fill-money = refund
fill-agreement = refund only by agreement
fill-open = refund not certain
fill-none = no refund
fill-blocked = not possible
fill-unknown = facts missing
fill-nothing = nothing to do
fill-not_covered = not covered

## Values
value-nothing = none
value-unknown = not known
value-yes = yes
value-no = no
value-on = the day you do it
value-days = { $base } + { $days } days
value-business = { $base } + { $days } business days
value-at_most = at most { $money }
value-owed = { $money } to pay
value-owed_open = something to pay
value-back_and_owed = { $back }, { $owed }
value-moving = { $money } on the first day, then another amount each day
back-full = full refund
back-partial = partial refund
back-balance = the balance
back-remaining_balance = what is left
back-by_agreement = by agreement
back-none = none

## Timeline
tl-title = From { $since } to { $last }: { $count ->
        [one] the answer stays the same.
       *[other] the answer changes { $edges ->
            [1] once
            [2] twice
           *[other] { $edges } times
        }.
    }
tl-renewal = Renewal: { $day }
tl-note = The numbers are those of the list below; long spans are drawn shorter.
tl-range = { $since } – { $last }
tl-on = { $what }: { $day }
tl-output = { $output }: { $before } → { $after }
tl-fact = { $fact } ({ $value })
tl-money = Refund
tl-ends_on = It ends
tl-access_until = access ends
tl-billing_stops_on = charges stop
tl-due_by = Refund due
tl-undo = Can be undone
tl-undo_until = Too late to undo from
tl-begins = Now applies: { $sentence }
tl-perhaps = Now may apply: { $sentence }
tl-ceases = No longer applies: { $sentence }
tl-passed = Deadline passed: { $deadline }
tl-because = Because of: { $facts }
tl-picture = Timeline of { $what }
tl-way = { $label }: { $spans }

## Ways side by side
cmp-title = { $count ->
        [one] There is one way on { $on }.
       *[other] { $count } ways on { $on }, side by side
    }
cmp-way = Ways
cmp-outcome = Outcome
cmp-verdict = possible
cmp-ends_on = ends
cmp-access_until = no access from
cmp-billing_stops_on = charges stop
cmp-money = refund
cmp-losses = losses
cmp-undo = can be undone
cmp-count = { $count ->
        [0] none
       *[other] { $count }
    }
cmp-until = until { $day }
cmp-gains = You gain
cmp-forgoes = You give up
cmp-against = against { $name }

## The best day
best-today = Do it on { $on }
best-window = Do it by { $last } (any day until then is as good)
best-from = Do it between { $on } and { $last }
best-by-mode = { $day }: { $mode }
best-charged = The charge of { $charge } has been made by then.
best-from-day = from { $day }
best-needs = Still needed
best-bound = Only the most that can be refunded is known: which day really brings more cannot be told.
best-same = It makes no difference: until { $last } any day is as good, and so is any way.
best-none = No day until { $by } reaches the goal.
best-open = Not certain yet: it depends on { $facts }.
best-goal = To { $goal }
best-result = Then
best-missed = A day late
best-ties = Just as good
best-charge = Next charge
best-act_by-blocked = { $charge }; to avoid it, get it unblocked and act by { $act_by }.
best-act_by = { $charge }; to avoid it, act by { $act_by }.
best-charge-today = { $charge }: too late to avoid it.
best-why = Why not
best-no-money = It is possible on these days, but there is no refund on any of them.
best-no-end = It is possible on these days, but the goal is reached on none of them.
best-unblock = Ways to unblock this: subhub unblock { $file }

## Ways out
un-title = { $count ->
        [one] One way to unblock this
       *[other] { $count } ways to unblock this
    }
un-goal-title = { $count ->
        [one] One way to reach the goal
       *[other] { $count } ways to reach the goal
    }
un-all = all { $count }
un-more = { $count ->
        [one] There is one more way.
       *[other] There are { $count } more ways.
    }
un-open = It is not certain yet whether anything stands in the way; it depends on: { $needed }.
un-none = No combination of up to three changes makes it possible.
un-free = Nothing has to change: it is possible as things stand.
un-goal-free = Nothing has to change: the goal is reached as things stand.
un-goal-none = No combination of up to three changes reaches the goal.
un-blocked = In the way
un-way = Way { $number }

## Audit
au-title = { $count ->
        [one] One document, { $complete } complete
       *[other] { $count } documents, { $complete } complete
    }
au-unusable = Cannot be used
au-stale = Out of date
au-incomplete = Incomplete
au-wanted = Fill in first
au-complete = Complete
au-flaws = { $count ->
        [one] one problem
       *[other] { $count } problems
    }
au-lines = line { $lines }
au-documents = { $count ->
        [one] in one document
       *[other] in { $count } documents
    }

## Verification
vf-proved = { $platform }: all that was asked is proved
vf-refuted = { $platform }: not everything holds that should
vf-open = { $platform }: not everything could be proved
vf-on = examples for { $day }
vf-never = Can never decide
vf-otherwise = When no other row fits
vf-not-covered = Not covered
vf-unreached = Could not be proved to decide
vf-state-never = proved
vf-state-open = not proved
vf-order = Order matters
vf-before = `{ $first }` before `{ $second }`: both can hold
vf-invariants = Always holds
vf-ends-on-not-before-on = it ends no earlier than the day asked about
vf-access-until-not-before-on = access ends no earlier than the day asked about
vf-billing-stops-on-not-before-on = charging ends no earlier than the day asked about
vf-refund-due-by-not-before-on = the refund is due no earlier than the day asked about
vf-refund-amount-not-negative = the refund is not below zero
vf-refund-at-most-not-negative = the most that can come back is not below zero
vf-refund-amount-within-at-most = the refund is no more than the most that can come back

## Difference of two editions
df-title = { $count ->
        [0] { $platform }: no row changed
        [one] { $platform }: one row changed
       *[other] { $platform }: { $count } rows changed
    }
df-one = { $platform }: there is no edition before { $edition } to compare it with
df-editions = rules of { $since } → { $until }
df-asked = { $changed } of { $count } subscriptions answered differently
df-added = new
df-removed = gone
df-changed = changed
df-moved = at another place
df-was = { $key }: { $before } → { $after }
df-answers = Answered differently

## Interview
ask-title = { $platform ->
        [unknown] What happens if you cancel?
       *[other] What happens if you cancel { $platform }?
    }
ask-help = Type an answer, or press Enter (or ?) if you do not know. “back” goes back, “quit” stops here; Ctrl-C saves what you answered to a file.
ask-platform = Which platform is it?
ask-mode = How would it end?
ask-actor = Who would do it?
ask-enter = Enter: { $first }
ask-none = “{ $given }” is none of these.
ask-first = This is the first question.
ask-kept = Your answers so far are saved in { $file }
ask-save = Save the document above as { $file }, then run:
ask-next = What to run next:
ask-ended = the answers ended before the questions did
ask-wrong = an answer did not fit; the reason is above
ask-question = { $label }?
ask-code = a number or a name
ask-day = a day, such as 2026-11-21
ask-money = an amount with its currency, such as 216.00 USD
ask-count = a whole number
ask-bool = y or n
ask-certain = Certain
ask-possible = Still open
ask-left = { $count ->
        [one] one question left at most
       *[other] { $count } questions left at most
    }
ask-how = Answer
ask-open = amount not known yet
ask-up-to = nothing, or up to { $high }
ask-between = between { $low } and { $high }
ask-can = You can { $asked }.
ask-nothing-certain = nothing yet
ask-done = That settles it: nothing else can change the answer.
ask-done-open = There is nothing else to ask; what you left open stays open below.
ask-written = Written: { $file }

## Agenda
ag-title = { $count ->
        [one] One subscription on { $on }
       *[other] { $count } subscriptions on { $on }
    }
ag-name = subscription
ag-platform = platform
ag-verdict = cancel today?
ag-ends = ends
ag-money = refund
ag-yes = yes
ag-blocked = blocked
ag-unknown = facts missing
ag-nothing_to_do = nothing to do
ag-not_covered = not covered
ag-totals = Refunds
ag-total = { $money } for certain
ag-total-owed = { $money } to pay
ag-total-most = up to { $money } more, not certain
ag-total-none = none that is certain
ag-in-the-way = Blocked
ag-act = To do
ag-then = If you cancel
ag-order = Order
ag-later = { $count ->
        [one] One more day: { $last } (--until { $iso })
       *[other] { $count } more days, the last on { $last } (--until { $iso })
    }
ag-line = { $name }: { $sentence }
ag-perhaps = possible
ag-none = No deadlines ahead.

## Calendar
ics-name = subhub: { $what }
ics-event = { $who }: { $sentence }
ics-perhaps = (not certain)
ics-from = If done from this day on: { $sentence }
ics-deadline = deadline
ics-subscription = subscription
ics-asked = Worked out for { $on }.
ics-agenda = all subscriptions
ics-best = Last day to { $goal }.
ics-today = today
ics-decide = Decide by { $day }: { $intent } { $who }
ics-decide-money = Decide by { $day }: { $intent } { $who } for { $money } back
ics-decide-charge = Decide by { $day }: { $intent } { $who } before the charge of { $charge }
ics-steps = First steps:
ics-if = If done on { $on } ({ $intent }): { $sentence }
