"""What overview promises: reading a family's plan, and watching it."""
