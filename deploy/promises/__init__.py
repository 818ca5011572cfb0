"""What contracts/ promises, compared with the last release: whether a change breaks somebody out there."""
