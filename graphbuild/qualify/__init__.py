"""How far it is true: factuality, attribution, time, place and confidence of a candidate."""
