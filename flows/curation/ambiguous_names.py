"""Reports the names that several entities share: `python -m flows.curation.ambiguous_names`.

A line for each name: its readings, and by what each is chosen. "alone" is taken without a cue,
"never alone" only with one of its cue words in the text, "undecided" has no cue either: the kind
or the document must tell, or the mention stays without an id.
"""

from flows.text.knowledge import Name, shared_names


def main() -> None:
    """Print the report, the names that nothing decides first."""
    shared = shared_names()
    for folded in sorted(shared, key=lambda name: (_is_decided(shared[name]), name)):
        print(folded, *(f"{name.entity_id} ({_way(name)})" for name in shared[folded]), sep="\t")
    undecided = sum(not _is_decided(several) for several in shared.values())
    print(f"{len(shared)} shared names, {undecided} of them with a reading that nothing decides")


def _is_decided(several: tuple[Name, ...]) -> bool:
    return all(name.context or not name.is_ambiguous for name in several)


def _way(name: Name) -> str:
    if not name.is_ambiguous:
        return "alone"
    return "never alone: " + ", ".join(name.context) if name.context else "undecided"


if __name__ == "__main__":
    main()
