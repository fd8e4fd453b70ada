"""Decisions with many weak signs, by trained weights: they speak where the rules are silent and they are sure."""
