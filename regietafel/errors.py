"""Errors a user can understand. Everything else that is raised is a bug."""


class RegietafelError(Exception):
    """Base class; ``str(error)`` is a Dutch sentence that says what is wrong, where, and what to do now."""


class RuleError(RegietafelError):
    """A rule of the domain (domain/, or a trigger in the file) forbids this."""


class StaatErAl(RegietafelError):
    """What is to be written is there already: it is replaced when the user says so."""


class Twijfel(RuleError):
    """Possible, but seldom meant: ask the user, and do it again with ``toch=True`` when it is."""
