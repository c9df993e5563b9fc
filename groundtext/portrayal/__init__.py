"""How features, places and dates are shown, in the app and in what leaves it: signs and words."""
