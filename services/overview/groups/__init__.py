"""Group courses: a view of their own beside the families' plans, and what each reader is shown of one. P38, P39, P40."""
