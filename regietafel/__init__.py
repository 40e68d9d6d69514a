"""Regietafel: taakstelling, herverdeling en brieven van een regionale regietafel.

The core. It knows no window: everything here can be used from a script, the command line or a test.
"""

__version__ = "0.6.0"
