from __future__ import annotations

from groundtext.mentions.forms import plurals, verbs, words


def test_a_list_is_its_words() -> None:
    assert words("road  roads\ntrack") == {"road", "roads", "track"}


def test_nouns_come_with_their_plurals() -> None:
    assert plurals("city base watch fireman") == {
        *("city", "cities", "base", "bases", "watch", "watches", "fireman", "firemen"),
    }


def test_verbs_come_with_their_forms() -> None:
    assert verbs("ban rely") == {
        *("ban", "bans", "banning", "banned", "rely", "relies", "relying", "relied"),
    }


def test_irregular_verbs_name_their_past() -> None:
    assert verbs("give/gave/given flee/fled") == {
        *("give", "gives", "giving", "gave", "given", "flee", "flees", "fleeing", "fled"),
    }
