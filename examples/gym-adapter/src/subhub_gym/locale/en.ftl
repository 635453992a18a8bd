# Iron Gym, in English

headline-cooled_off = You can leave at once, and the full price is refunded.
headline-leaves = { $ends_on ->
        [unknown] You can leave at the end of the paid period (date not known).
       *[other] You can leave; the membership ends on { $ends_on }.
    }
headline-buys_out = You can leave at once if you buy yourself out of the minimum term.
outcome-cooled_off = The membership is cancelled within the cooling-off week.
outcome-buys_out = The membership ends at once, against a fee.
outcome-leaves = The membership ends with the paid period.

actor-member = member
product-membership = membership
fact-minimum_term_ends_on = first day after the minimum term
fact-minimum_term_ends_on-where = The first page of your contract.

fact-may_buy_out = whether you may buy yourself out
fact-may_buy_out-where = The first page of your contract.
fact-months_left = months left of the minimum term
fact-months_left-where = The first page of your contract has the day on which the term ends.

settlement-early_fee = { $amount ->
        [unknown] A fee for leaving early has to be paid
       *[other] A fee of { $amount } for leaving early has to be paid
    }{ $due_by ->
        [unknown] {""}
       *[other] {" "}by { $due_by }
    }.
blocker-in_minimum_term = The minimum term is not over yet.
remedy-move_away = If you move away, show the front desk your new address.
consequence-locker_emptied = Your locker is emptied.
step-tell_the_desk = Tell the front desk in writing that you are leaving.
where-front_desk = the front desk
undo-rejoin = You can join again at any time.

rule-GYM-1 = Within a week of joining the membership can be cancelled, and the full price is refunded.
rule-GYM-2 = Until the minimum term is over nobody can leave, except on moving away.
rule-GYM-4 = Contracts with the option can be bought out of the minimum term: 20 pounds for each month that is left, at most 120.
rule-GYM-3 = Leaving takes a letter; the membership ends with the paid period.
