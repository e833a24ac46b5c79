"""How far it is true: factuality, attribution, time and place of an event."""
