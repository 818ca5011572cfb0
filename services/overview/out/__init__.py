"""What departments are told: each family's plan, from the moment one of theirs is attached until nobody is. X-10."""
