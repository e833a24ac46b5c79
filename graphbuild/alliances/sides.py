"""On which side an action stands: it joins two actors, it parts them, or it only brings them into contact."""

from __future__ import annotations

from graphbuild.model import sign_of

CONTACTS = ("CONSULT", "REQUEST")
"""The types that tell of contact, not of a side: enemies meet and telephone too, and one asks things of friends and
foes alike. They are the two weakest on the intensity scale (+1 and -1)."""
SIDES = ("friendly", "hostile", "contact")


def side_of(event_type: str) -> str | None:
    """Return "friendly", "hostile" or "contact"; None for office and membership, which join no two camps."""
    if event_type in CONTACTS:
        return "contact"
    return {1: "friendly", -1: "hostile"}.get(sign_of(event_type))
