"""Every change ever made to the schema, oldest first. Append; never edit what was released.

``PRAGMA user_version`` is the number of entries a file has had.
"""

from regietafel.store.migrations import versie_1, versie_2, versie_3, versie_4, versie_5, versie_6

MIGRATIONS: tuple[str, ...] = (versie_1.SQL, versie_2.SQL, versie_3.SQL, versie_4.SQL, versie_5.SQL, versie_6.SQL)

# The sha-256 of the schema each of them leads to: to know a sound file without making one to compare it with.
SCHEMAS: tuple[str, ...] = (
    "e400755c52350813710f68db779d8d2fd6a95d853996121e56b9ae5c23f50bb9",
    "36462f1a3886d5bdcf42eeb1a42efee4d9d031fc3b2e5a9725134ac0c9eb431f",
    "207ccbf42e9dc7e8ba59f5908797d0d5969fb2d705f0b9f6aa49f3fe7815627d",
    "b269bb42bfcc5824f0c3fa22e7450be301040c529e33d0c6492d6072bdc62ffc",
    "fc44afba75c6f226baa4107e2c986c86de2a63e9d637a64c5336603119e8381b",
    "1d80a5a6b8e46b2bfb23c913aeb9f7b398b3d3adee6f25ee8e64d737b05b31a0",
)
