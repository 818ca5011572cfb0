"""The web pages of overview: what somebody attached sees of a family, in Danish and English."""
