"""What the shared plan holds, section by section, as everybody attached is shown it and departments are told it. INV-36."""
