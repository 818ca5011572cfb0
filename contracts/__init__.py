"""The promises: what the outside may depend on. Services meet only here."""
