"""Starts everything, lives through a pilot family and shows the plan."""
