"""An event as it was stored once, its words sealed: every later version reads it, opens it and chains it the same."""

import json
from pathlib import Path

import jsonschema_rs

from contracts.plans.events import FamilyWishRecorded
from deploy.generate.envelopes import TOLD
from eventkeep.cloudevent import NO_DIGEST, chained, decode, encode
from eventkeep.sealing import opened, subject_of
from services.words import VOCABULARIES

STORED = Path(__file__).with_name("stored.json").read_bytes().rstrip(b"\n")
KEY = bytes(range(32))
DIGEST = "3842c8eb13f88140c2797df0b96cfb9e623995807f5611d6cecd473cb8e85707"


def test_what_was_stored_is_read_opened_and_written_again_the_same() -> None:
    told = decode(STORED)
    read = VOCABULARIES["plans"].read(told)
    assert isinstance(read, FamilyWishRecorded)
    assert subject_of(read.own_words) == read.person
    assert opened(KEY, read.own_words) == "I want to be at school before the bell."
    assert encode(told.envelope, told.data) == STORED
    jsonschema_rs.validator_for(TOLD, validate_formats=True).validate(json.loads(STORED))


def test_its_place_in_the_chain_is_the_same() -> None:
    assert chained(NO_DIGEST, STORED).hex() == DIGEST
