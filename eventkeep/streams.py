"""How a journal names streams: a family's by its id alone, every other one by its kind and its id, such as `kite/<id>`."""

FAMILY = "family"
"""The kind of stream that most are of."""


def key_of(stream: str) -> str:
    """What a stream is called in a journal and its views. Ids of two kinds never meet."""
    kind, _, name = stream.partition("/")
    return name if kind == FAMILY else stream


def stream_of(key: str) -> str:
    """The stream that is called so."""
    return key if "/" in key else f"{FAMILY}/{key}"


def kind_of(key: str) -> str:
    """The kind of stream that is called so."""
    return stream_of(key).partition("/")[0]


def id_of(key: str) -> str:
    """The id of the stream: the key of its records in a topic."""
    return stream_of(key).partition("/")[2]


OF_KIND = "case when position('/' in {0}) > 0 then split_part({0}, '/', 1) else 'family' end"
"""The same in SQL, for a column: the kind of the stream that it names."""
