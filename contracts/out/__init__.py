"""What departments are told of the families that their people are attached to: the only topics that are theirs to read."""
