"""What the bundle starts: the same as ``python -m regietafel``."""

from regietafel.cli import main

main()
