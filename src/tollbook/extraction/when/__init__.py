"""When a figure holds: time expressions and their dates; what makes a count a total, a state, a plan or one event."""
