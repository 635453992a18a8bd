"""Files of many subscriptions: read piece by piece, decided, written, and summed up."""
