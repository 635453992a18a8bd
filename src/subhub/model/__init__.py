"""The nouns: Subscription, Cancellation, Refund, Money, and the calendar; pure."""
