"""What runs a step over many tasks. An engine knows nothing of what the step does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

Task = TypeVar("Task")
Result = TypeVar("Result")
Task_contra = TypeVar("Task_contra", contravariant=True)
Result_co = TypeVar("Result_co", covariant=True)


class Work(Protocol[Task_contra, Result_co]):
    """A step, with all that it needs to be made ready; it travels to other processes as a value."""

    @property
    def key(self) -> str:
        """A digest: works with the same key make the same step."""

    def open(self) -> Callable[[Task_contra], Result_co]:
        """Make the step ready, once in a process; what it raises ends the run.

        The step itself returns what went wrong with a task, and raises nothing.
        """


@dataclass(frozen=True, slots=True)
class Died:
    """Stands for the result of a task during which its process ended, time after time."""


class Engine(Protocol):
    """In this process, in several, or on a cluster."""

    def run(
        self, work: Work[Task, Result], tasks: Sequence[Task]
    ) -> Generator[tuple[int, Result | Died]]:
        """Yield the number of each task, once, with its result, as they become ready.

        The order is the engine's own.

        Raises
        ------
        EngineError
            If the engine cannot be reached, is of another version, or is lost on the way.
        """
