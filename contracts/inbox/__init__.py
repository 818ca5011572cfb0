"""What departments' own systems say in `helhed.inbox.<department>.v1`, and what they are answered. INV-58."""
