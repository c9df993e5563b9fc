"""Layers that were read out of files → the project's own, with ids that are theirs alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from groundtext.formats.geo import layer_of, to_features
from groundtext.linking.defaults import describe
from groundtext.naming import free_id, to_id
from groundtext.project.documents import keep_original
from groundtext.project.layers import (
    HeldLayer,
    Origin,
    held_layers,
    next_colour,
    read_layer_set,
    write_layer,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.formats import LayerExtract, Part
    from groundtext.model import Feature
    from groundtext.project.folder import Project
    from groundtext.project.tally import Tally

_MOST_PROPERTIES: Final = 200  # that a user can choose from
_MOST_SAID: Final = 20  # parts of one layer of which the report tells each; the rest is counted


class LayerIntake:
    """Takes layers into a project, one after the other."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._held: dict[Origin, HeldLayer] = {each.origin: each for each in held_layers(project)}
        layer_set = read_layer_set(project)
        self._features = {feature.id: feature.layer_id for feature in layer_set.features}
        self._groups = {group.id for group in layer_set.collections}

    def is_here_already(self, file: str, digest: str, tally: Tally) -> bool:
        """Tell whether the layers of a file are kept, and count them then."""
        ids = [
            held.layer_id
            for held in self._held.values()
            if (held.origin.file, held.origin.sha256) == (file, digest)
        ]
        for layer_id in ids:
            self._note(layer_id, tally)
        return bool(ids)

    def take(
        self,
        extract: LayerExtract,
        original: bytes,
        tally: Tally,
        fields: Mapping[str, str] | None = None,
    ) -> None:
        """Keep what can be used of a layer, and say what cannot.

        `fields` says which property is the id, the name and so on; what is guessed without.

        Raises
        ------
        OSError
            If the project cannot be written.
        """
        for warning in extract.warnings:
            tally.say(warning, extract.file)
        layer_id = self._id_for(extract)
        fields = extract.fields if fields is None else fields
        features, faults = to_features(extract, layer_id, fields)
        _say_parts(extract, (*extract.repaired, *extract.listed, *faults), tally)
        tally.listed += len(extract.listed) + len(extract.features) - len(features)
        if not features:
            tally.n_refused += 1
            tally.say("holds no feature that can be used.", extract.file)
            return
        features = self._with_own_ids(features, layer_id, extract, tally)
        retrieved = datetime.now(UTC).date().isoformat()
        layer = layer_of(
            extract, layer_id, features, colour=next_colour(self._project), retrieved=retrieved
        )
        described = describe(layer, features)
        if described.form == "meeting":  # drawn with a sign of their own
            layer = replace(layer, described=described)
        origin = Origin(extract.file, extract.name, extract.sha256, extract.format)
        keep_original(self._project, extract.sha256, extract.format, original)
        held = HeldLayer(layer_id, origin, fields, _properties(extract))
        write_layer(self._project, layer, features, held)
        self._held[origin] = held
        self._note(layer_id, tally)

    def _id_for(self, extract: LayerExtract) -> str:
        """Return the id of the layer that this one is a new version of, else a free one."""
        for origin, held in list(self._held.items()):
            if (origin.file, origin.name) == (extract.file, extract.name):
                del self._held[origin]
                self._features = {
                    feature: layer
                    for feature, layer in self._features.items()
                    if layer != held.layer_id
                }
                return held.layer_id
        wanted = to_id(extract.name or PurePosixPath(extract.file).stem, "layer")
        return free_id(wanted, {held.layer_id for held in self._held.values()})

    def _with_own_ids(
        self, features: Sequence[Feature], layer_id: str, extract: LayerExtract, tally: Tally
    ) -> tuple[Feature, ...]:
        """Rename features whose ids another layer has."""
        own: list[Feature] = []
        taken = self._features.keys() | self._groups
        for feature in features:
            feature_id = feature.id
            if feature_id in taken:
                feature_id = free_id(f"{layer_id}-{feature.id}", taken)
                tally.say(
                    f"has a feature {feature.id!r}, as another layer has; it is called "
                    f"{feature_id!r} here.",
                    extract.file,
                )
            self._features[feature_id] = layer_id
            taken.add(feature_id)
            own.append(replace(feature, id=feature_id))
        return tuple(own)

    def _note(self, layer_id: str, tally: Tally) -> None:
        tally.layers.append(layer_id)
        tally.used += sum(layer == layer_id for layer in self._features.values())


def _properties(extract: LayerExtract) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for feature in extract.features:
        properties = feature.get("properties")
        names.update(dict.fromkeys(properties if isinstance(properties, dict) else ()))
    return tuple(names)[:_MOST_PROPERTIES]


def _say_parts(extract: LayerExtract, parts: Sequence[Part], tally: Tally) -> None:
    for part in parts[:_MOST_SAID]:
        tally.say(f"{extract.file}, {part.place}: {part.message}", extract.file)
    if len(parts) > _MOST_SAID:
        tally.say(f"has {len(parts) - _MOST_SAID} more such places.", extract.file)
