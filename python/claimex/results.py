"""What a scan gives back: the claims of one text, and those of many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, List, Sequence, Tuple, Union, overload

from . import _html, tables
from ._decode import Found, decode
from .claim import Claim

if TYPE_CHECKING:
    import pandas
    import polars

    from .tables import Array


class Claims(List[Claim]):
    """The claims of one text, a list sorted by ``start``; no two overlap.

    ``source`` is the text, as it was given. ``incomplete`` names the limits that were hit while searching ("match
    limit", "claim limit"); it is empty when the whole text was searched.
    """

    __slots__ = ("_found",)

    def __init__(self, found: Found) -> None:
        super().__init__(decode(found))
        self._found = found

    def __reduce__(self) -> Tuple[type, Tuple[Found]]:
        return type(self), (self._found,)

    @property
    def source(self) -> Union[str, bytes]:
        return self._found.text

    @property
    def incomplete(self) -> Tuple[str, ...]:
        return self._found.limits()

    def to_numpy(self) -> Array:
        """The library's claims as a structured array without a copy, read-only; offsets count bytes of UTF-8.

        Fields are those of ``claimex_claim`` in claimex/claim.h; ``string`` reads what ``unit``, ``per`` and ``timex``
        point to. Needs numpy.
        """
        return tables.to_numpy(self._found.claims)

    def string(self, offset: int) -> str:
        """The string at an offset that a row of ``to_numpy`` holds; "" for 0."""
        return self._found.string(offset)

    def to_pandas(self) -> pandas.DataFrame:
        """One row a claim, numbers as floats. Needs pandas."""
        return tables.to_pandas([self])

    def to_polars(self) -> polars.DataFrame:
        """One row a claim, numbers as floats. Needs polars."""
        return tables.to_polars([self])

    def _repr_html_(self) -> str:
        return _html.highlighted(self.source, self)


class Batch(Sequence[Claims]):
    """The claims of many texts, in their order; those of a text are decoded when it is asked for."""

    __slots__ = ("_found",)

    def __init__(self, found: List[Found]) -> None:
        self._found = found

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Claims: ...

    @overload
    def __getitem__(self, index: slice) -> Batch: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[Claims, Batch]:
        if isinstance(index, slice):
            return Batch(self._found[index])
        return Claims(self._found[index])

    def __iter__(self) -> Iterator[Claims]:
        return map(Claims, self._found)

    def __repr__(self) -> str:
        return f"<claims of {len(self)} texts: {sum(map(len, self._found))}>"

    def to_pandas(self) -> pandas.DataFrame:
        """One row a claim, ``doc`` the index of its text, numbers as floats. Needs pandas."""
        return tables.to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """One row a claim, ``doc`` the index of its text, numbers as floats. Needs polars."""
        return tables.to_polars(self)
