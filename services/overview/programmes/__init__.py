"""Programmes as overview shows them: their frame, roles, milestones, trainings, guides, money, and what came of it."""
