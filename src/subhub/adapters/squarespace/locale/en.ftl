# Squarespace: the Digital Products plan and the website's own subscription

## The answer
headline-ended_now_refunded = { $refund_amount ->
        [unknown] { $refund_at_most ->
            [unknown] You can cancel: your subscription ends at once, and its price is refunded.
           *[other] You can cancel: your subscription ends at once, and at most { $refund_at_most } is refunded.
        }
       *[other] You can cancel: your subscription ends at once, and { $refund_amount } is refunded.
    }
headline-ended_now = You can cancel: your subscription ends at once, and nothing is refunded.
headline-ends_at_period_end = { $ends_on ->
        [unknown] You can let it expire at the end of the billing period (date not known); nothing is refunded.
       *[other] You can let it expire on { $ends_on }, at the end of the billing period; nothing is refunded.
    }
headline-resumed_without_pause = You can resume: nothing was paused, so choosing a plan is enough.
headline-resumed_in_pause = You can resume: pricing plans, members and settings are restored automatically.
headline-resumed_after_pause = You can resume, but your members have to sign up again.
outcome-ended_now_refunded = It ends at once, with a refund.
outcome-ended_now = It ends at once, without a refund.
outcome-ends_at_period_end = It runs to the end of the billing period and then expires.
outcome-resumed_without_pause = The plan starts again; nothing was paused.
outcome-resumed_in_pause = The plan starts again and everything is restored.
outcome-resumed_after_pause = The plan starts again, without the former members.

intent-resume = resume
mode-immediate = at once (cancel now)
mode-period_end = at the end of the billing period (auto-renew off)
actor-administrator = person with administrator permission
actor-billing = person with billing permission
actor-contributor = contributor without either permission
product-digital_products = Digital Products plan
product-website = website subscription
site_status-active = goes on
site_status-ending = will end
site_status-ended = has ended

blocker-permission_required = You have neither administrator nor billing permission, so you cannot change the subscription.
remedy-ask_administrator = Ask an administrator to do it.
remedy-get_billing_permission = Have an administrator give you billing permission.
blocker-past_due_auto_renew = The website's payment is overdue, so auto-renew cannot be turned off.
remedy-cancel_immediately = Cancel at once instead.
remedy-let_it_renew_and_switch_off = Let it renew, then turn auto-renew off: it expires at the end of the new billing period.
remedy-pay_past_due = Pay what is overdue first.
blocker-too_late_for_this_renewal = It renews today: auto-renew has to be turned off at least one day before the payment date.
reason-auto_renew_already_off = Auto-renew is off already: it expires at the end of the billing period.

refund-full = { $refund_amount ->
        [unknown] The full price is refunded{ refund-way }.
       *[other] The full { $refund_amount } is refunded{ refund-way }{ $age ->
            [14] {" "}(day 14, read as still within the 14 days)
           *[other] {""}
        }.
    }
refund-partial = { $refund_amount ->
        [unknown] { $refund_at_most ->
            [unknown] The price is refunded
           *[other] At most { $refund_at_most } is refunded
        }
       *[other] { $refund_amount } is refunded
    }{ refund-way }: 20 USD are kept back for the domain's registration.
undo-choose_a_plan = Choose a plan again at any time.
undo-switch_on_again_or_choose_a_plan = Until the day before it ends, turn auto-renew on again; after that, choose a plan.
undo-choose_a_plan_all_restored = { $undo_until ->
        [unknown] Choose a plan within the 30-day pause, and everything is restored automatically.
       *[other] Choose a plan before { $undo_until }, and everything is restored automatically.
    }
undo-switch_on_again_or_all_restored = { $undo_until ->
        [unknown] Until the day before it ends, turn auto-renew on again; within the 30-day pause, choose a plan, and everything is restored automatically.
       *[other] Until the day before it ends, turn auto-renew on again; after that, choose a plan before { $undo_until }, and everything is restored automatically.
    }
undo-choose_a_plan_members_sign_up_again = You can choose a plan again, but members have to sign up again.

## What follows
consequence-plan_ends = { $date ->
        [told] The Digital Products plan ends.
        [unknown] The Digital Products plan ends (date not known).
       *[other] The Digital Products plan ends on { $date }.
    }
consequence-website_ends = { $date ->
        [told] The website's subscription ends.
        [unknown] The website's subscription ends (date not known).
       *[other] The website's subscription ends on { $date }.
    }
consequence-rest_of_period_lost = The rest of the billing period is not refunded.
consequence-free_domain_offer_lost = The offer of a free domain is lost, and 20 USD for the domain's registration are kept back from the refund.
consequence-refund_window_closes = { $date ->
        [unknown] A refund is only possible within 14 days of the first subscription.
       *[other] From { $date } on, cancelling no longer gets a refund.
    }
consequence-no_refund_for_auto_renew_off = Turning auto-renew off gets no refund; cancelling at once would now get one.
consequence-act_a_day_before_renewal = { $date ->
        [unknown] Turn auto-renew off at least one day before the next payment date.
       *[other] The next payment is on { $date }: turn auto-renew off at least one day before.
    }
consequence-transaction_fee_9_percent = { $date ->
        [told] The transaction fee on digital products is 9% from here on.
        [unknown] Once the plan has ended, the transaction fee on digital products is 9%.
       *[other] From { $date } on, the transaction fee on digital products is 9%.
    }
consequence-video_storage_30_minutes = { $date ->
        [told] Storage for newly uploaded video is 30 minutes.
        [unknown] Once the plan has ended, storage for newly uploaded video is 30 minutes.
       *[other] From { $date } on, storage for newly uploaded video is 30 minutes.
    }
consequence-member_list_unreachable = { $date ->
        [told] You cannot open the { term-members_list } or filter members by pricing plan.
        [unknown] Once the plan has ended, you cannot open the { term-members_list } or filter members by pricing plan.
       *[other] From { $date } on, you cannot open the { term-members_list } or filter members by pricing plan.
    }
consequence-customers_and_subscribers_stay_visible = Members with a recurring or fixed membership stay visible under { term-customers }, those on a mailing list under { term-subscribers }.
consequence-store_ends = { $date ->
        [told] The website's store ends too.
        [unknown] The website's store ends with it.
       *[other] The website's store ends on { $date } too.
    }
consequence-other_subscriptions_go_on = Your other Squarespace subscriptions, such as domains, go on and are charged.
consequence-past_due_site_expires = The website expires once it is 15 days past due.
consequence-products_paused = { $date ->
        [told] Your digital products are paused for 30 days.
        [unknown] When the website's subscription ends, your digital products are paused for 30 days.
       *[other] On { $date } your digital products are paused for 30 days.
    }
consequence-pricing_plans_stay = During the pause your pricing plans stay in the { term-products } panel.
consequence-new_visitors_cannot_subscribe = During the pause nobody new can subscribe; visitors see an error.
consequence-gated_content_links_hidden = During the pause subscribers can still open their customer account, but see no links to gated content.
consequence-memberships_shown_inactive = During the pause members see their membership as inactive.
consequence-membership_charges_stop = During the pause your members are not charged, and every renewal date shows as paused.
consequence-pause_ends_memberships_cancelled = { $date ->
        [told] The pause is over and all memberships are cancelled.
        [unknown] After the 30 days of pause all memberships are cancelled.
       *[other] On { $date } the pause is over and all memberships are cancelled.
    }
consequence-members_told_by_email = { $date ->
        [told] Members get an e-mail about the cancellation.
        [unknown] After the pause members get an e-mail about the cancellation.
       *[other] On { $date } members get an e-mail about the cancellation.
    }
consequence-no_pause_read_here = No pause is expected while the website goes on; if there were one, memberships would be cancelled after 30 days.
consequence-all_restored = Pricing plans, members and settings are restored automatically.
consequence-members_charged_for_pause = Your members are charged for the billing periods that fell into the pause.
consequence-members_sign_up_again = Your members have to sign up again.

## What a last day is for
deadline-refund_window_closes = Last day for a refund.
deadline-act_a_day_before_renewal = Last day to turn auto-renew off before the next payment.

## What to do
step-export_member_contacts = Export the contacts of all members to a CSV file, so that you can still write to them.
step-use_a_computer = Use a computer: the plan cannot be managed on a phone.
step-open_digital_products_billing = Open the { term-billing } panel and choose { term-digital_products } under { term-subscriptions }.
step-open_website_billing = Open the { term-billing } panel and choose the website's subscription.
step-choose_cancel_subscription = Choose { term-cancel_subscription }.
step-confirm_cancellation = Choose { term-confirm_cancellation }.
step-cancel_website = Cancel the website's subscription and confirm.
step-switch_auto_renew_off = Switch { term-auto_renew } off.
step-open_billing_panel = Open the { term-billing } panel.
step-choose_a_plan = Choose a plan with { term-choose_a_plan }.
where-lists_and_segments = { term-lists_and_segments } → { term-members_list }
where-computer = on a computer
where-billing_panel = { term-billing } panel → { term-subscriptions }
where-products_panel = bottom of the { term-products } panel

## How unclear places are read
reading-A-SQ1 = “Within 14 days” includes the 14th day after the first subscription.
short-A-SQ1 = Day 14 still counts as “within 14 days”.
reading-A-SQ2 = A renewal opens no new refund window: only the very first subscription counts.
short-A-SQ2 = Only the very first subscription opens the refund window.
reading-A-SQ3 = The refund is for cancelling; turning auto-renew off in the window does not end the plan, so it is read as earning none.
short-A-SQ3 = Turning auto-renew off is not the cancelling that is refunded.
reading-A-SQ4 = The pause is read as starting when the website's own subscription ends, not when the Digital Products plan does.
short-A-SQ4 = A pause begins only when the website's own subscription ends.
reading-A-SQ5 = The 30 days of pause are calendar days; it is over on the 30th day after its start.
reading-A-SQ6 = On the payment date itself it is read as too late to stop that renewal: the switch is asked for at least a day before.
short-A-SQ6 = On the payment date it is too late to stop that renewal.
reading-A-SQ7 = The pages name no way back before the end: until the day before it, the same switch is read as the way, afterwards choosing a plan.
reading-A-SQ8 = For a website, what happens to digital products is read as happening only where it has some: charges stop when the site ends, memberships are cancelled 30 days later.
reading-A-SQ9 = With a free domain, the refund is read as the price less 20 USD, and nothing else; in another currency the amount is not known.

## The rules of the pages
rule-SQ-1 = Only people with administrator or billing permission can cancel.
rule-SQ-2 = The plan can be ended at any time: at once, or by turning auto-renew off so that it expires with the billing period.
rule-SQ-3 = The plan can only be managed from a computer.
rule-SQ-4 = Once the plan has ended, the member list is out of reach, so all contacts should be exported first; some members stay visible as customers or subscribers.
rule-SQ-5 = Cancelling at once ends the plan at once, and the rest of the billing period is not refunded.
rule-SQ-6 = After the end the fee on digital products is 9%, and new video has 30 minutes of storage.
rule-SQ-7 = You cancel at once in the { term-billing } panel, under the subscription for digital products, and confirm.
rule-SQ-8 = With auto-renew switched off in the { term-billing } panel, the plan runs to the end of the billing period.
rule-SQ-9 = When the site's subscription ends, digital products are paused for 30 days: no new subscribers, no links to gated content, no membership charges.
rule-SQ-10 = After the 30 days memberships are cancelled and members are told by e-mail; pricing plans stay.
rule-SQ-11 = A yearly subscription cancelled within 14 days of the first subscription is refunded in full automatically; nothing else is refunded.
rule-SQ-12 = You resume by choosing a plan; within the 30 days everything is restored, and members are charged for the paused periods.
rule-SQ-13 = After the 30 days the plan is over for good, and members have to sign up again.
rule-SQ-X1 = The pause begins when the website's subscription ends; its store and customer subscriptions end with it, other Squarespace subscriptions go on.
rule-SQ-X2 = Each subscription stands alone; a yearly website plan is refunded within 14 days of purchase, renewals and monthly plans are not.
rule-SQ-X3 = With auto-renew off it expires on the next payment date; the switch is due at least one day before.
rule-SQ-X4 = While the website is past due, auto-renew cannot be turned off; it expires after 15 days past due.
rule-SQ-X5 = A yearly website cancelled within 14 days of the first payment loses the free domain offer, and 20 USD for the registration are kept back.

## Facts
fact-billing_interval-where = { term-billing } panel → { term-subscriptions }
fact-current_period_end-where = { term-billing } panel → { term-subscriptions }: the next payment or expiry date
fact-auto_renew-where = { term-billing } panel → { term-subscriptions }: the switch { term-auto_renew }
fact-site_status = whether the website's own subscription goes on
fact-site_status-where = { term-billing } panel → { term-subscriptions }: the website's own subscription
fact-site_ends_on = day the website's own subscription ends
fact-site_ends_on-where = { term-billing } panel → { term-subscriptions }: the expiry date of the website's own subscription
fact-has_digital_products = whether the website has digital products
fact-has_digital_products-where = { term-products } panel: the section { term-digital_products }
fact-free_domain = whether a free domain was taken with the plan
fact-free_domain-where = { term-domains } panel: the domain registered with the plan
