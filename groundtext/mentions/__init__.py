"""Where a document names places, which it means, and whether as places or as actors."""

from groundtext.mentions.finding import find_mentions as find_mentions
