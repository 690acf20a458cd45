"""What a scan gives back: the claims of one text, and those of many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Iterator, List, Optional, Sequence, Tuple, Union, overload

from . import _html, _structs, tables
from ._decode import Found, decode
from .batch import Held, collect
from .claim import Claim
from .errors import ClaimexError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow  # type: ignore[import-untyped,unused-ignore]

    from .tables import Array, Indexes


class _Table:
    """What can be read as a table, by its Arrow stream. The columns are those of claimex/arrow.h; offsets index the
    texts as they were given."""

    __slots__ = ()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A new Arrow stream of the rows, in a capsule, for pyarrow, polars, DuckDB and others. Raises NoMemory."""
        raise NotImplementedError

    def to_arrow(self) -> pyarrow.Table:
        """One row a claim; see claimex/arrow.h. Needs pyarrow."""
        return tables.to_arrow(self)

    def to_pandas(self) -> pandas.DataFrame:
        """One row a claim, with pandas' types that know missing values. Needs pandas and pyarrow."""
        return tables.to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """One row a claim. Needs polars."""
        return tables.to_polars(self)


class Claims(List[Claim], _Table):
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

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return Batch.of([self._found]).__arrow_c_stream__(requested_schema)

    def _repr_html_(self) -> str:
        return _html.highlighted(self.source, self)


class Batch(_Table):
    """The claims of many texts, a sequence in their order; those of a text are decoded when it is asked for.

    ``errors`` are those of the texts that were refused, by their index; they have no claims. It is empty unless they
    were asked to be kept.
    """

    __slots__ = ("_texts", "_held", "errors")

    def __init__(
        self, texts: List[Union[str, bytes]], held: Held, errors: Optional[Dict[int, ClaimexError]] = None
    ) -> None:
        self._texts = texts
        self._held = held
        self.errors = errors or {}

    @classmethod
    def of(cls, found: List[Found], errors: Optional[Dict[int, ClaimexError]] = None) -> Batch:
        """A batch of what was found before."""
        return cls([one.text for one in found], collect(found), errors)

    def __reduce__(self) -> Tuple[object, ...]:
        return type(self).of, (self._all_found(range(len(self))), self.errors)

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, index: int) -> Claims: ...

    @overload
    def __getitem__(self, index: slice) -> Batch: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[Claims, Batch]:
        chosen = range(len(self))[index]
        if isinstance(chosen, int):
            return Claims(self._held.found(chosen, self._texts[chosen]))
        errors = {new: self.errors[old] for new, old in enumerate(chosen) if old in self.errors}
        return Batch.of(self._all_found(chosen), errors)

    def __iter__(self) -> Iterator[Claims]:
        return (self[index] for index in range(len(self)))

    def __repr__(self) -> str:
        return f"<claims of {len(self)} texts: {self._held.starts[-1]}>"

    def to_numpy(self) -> Array:
        """The library's claims of all texts, text after text, as a structured array without a copy, read-only.

        Offsets count bytes of UTF-8, links the claims of the same text; ``starts`` says where each text begins. Fields
        are those of ``claimex_claim`` in claimex/claim.h. Needs numpy.
        """
        return self._held.to_numpy()

    def starts(self) -> Indexes:
        """Where the claims of each text begin in ``to_numpy``: those of text i are ``starts[i]:starts[i + 1]``.

        An array without a copy, read-only, of one number more than there are texts. Needs numpy.
        """
        return self._held.starts_to_numpy()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        from . import _arrow  # only CPython has what it takes

        return _arrow.capsule(self._held.stream(self._offsets()))

    def _all_found(self, indexes: Sequence[int]) -> List[Found]:
        return [self._held.found(index, self._texts[index]) for index in indexes]

    def _offsets(self) -> int:
        kinds = {isinstance(text, str) for text in self._texts}
        if len(kinds) == 2:
            raise TypeError("some texts are str and some are bytes: offsets in one table would count different things")
        return _structs.OFFSETS["byte" if kinds == {False} else "codepoint"]
