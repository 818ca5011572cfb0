"""The number of the civil register (CPR): ten digits, of which six are the birth date. X-05.

There has been no check digit to rely on since 2007. The seventh digit tells the century.
"""

from datetime import date

SYSTEM = "cpr"


def written(value: str) -> str:
    """One number however it is written: without spaces and the hyphen."""
    return "".join(value.split()).replace("-", "")


def is_plausible(value: str) -> bool:
    """Whether it is ten digits that begin with a day that there was."""
    number = written(value)
    if len(number) != 10 or not (number.isascii() and number.isdigit()):
        return False
    try:
        date(_year(int(number[4:6]), int(number[6])), int(number[2:4]), int(number[:2]))
    except ValueError:
        return False
    return True


def _year(two: int, seventh: int) -> int:
    """0 to 3: 1900s. 4 and 9: 2000s to 2036, else 1900s. 5 to 8: 2000s to 2057, else 1800s."""
    if seventh <= 3:
        return 1900 + two
    if seventh in (4, 9):
        return (2000 if two <= 36 else 1900) + two
    return (2000 if two <= 57 else 1800) + two
